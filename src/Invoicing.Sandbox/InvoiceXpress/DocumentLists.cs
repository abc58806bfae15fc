using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The lists of documents. The rows of the latest one are kept, so that its next pages cost no new search.</summary>
internal sealed class DocumentLists
{
    private static readonly string[] NoFilter = { "page", "per_page", "api_key" };

    private readonly Company _company;
    private string _key = "";
    private long _version = -1;
    private List<DocumentRecord> _rows = new();

    public DocumentLists(Company company) => _company = company;

    /// <summary>The rows that a query asks for, latest first (the provider's order is not documented [inferred]).</summary>
    public IReadOnlyList<DocumentRecord> Find(IReadOnlyCollection<DocumentFamily> families, HttpQuery query)
    {
        var asked = query.Pairs.Where(pair => !NoFilter.Contains(pair.Key)).Select(pair => pair.Key + "=" + pair.Value).ToList();
        var delay = asked.Count > 0 ? _company.ListDelay : TimeSpan.Zero;
        var key = string.Join(" ", families) + "&" + string.Join("&", asked);
        if (key != _key || _version != _company.Version || delay > TimeSpan.Zero)
        {
            // Without a delay no time is compared: wall clocks go back once a year.
            var until = delay > TimeSpan.Zero ? _company.Now - delay : DateTime.MaxValue;
            _rows = Search(families, DocumentFilter.FromQuery(query), until);
            _key = key;
            _version = _company.Version;
        }

        return _rows;
    }

    public List<DocumentRecord> Search(IReadOnlyCollection<DocumentFamily> families, DocumentFilter filter) =>
        Search(families, filter, DateTime.MaxValue);

    private List<DocumentRecord> Search(IReadOnlyCollection<DocumentFamily> families, DocumentFilter filter, DateTime createdUntil)
    {
        var rows = new List<DocumentRecord>();
        for (var i = _company.Documents.All.Count - 1; i >= 0; i--)
        {
            var document = _company.Documents.All[i];
            if (families.Contains(document.Kind.Family) && document.CreatedAt <= createdUntil && filter.Takes(document))
            {
                rows.Add(document);
            }
        }

        return rows;
    }
}
