using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The query of a list. No parameter is required. [seen]</summary>
internal sealed class DocumentFilter
{
    private const string DateForm = "dd/MM/yyyy";

    private readonly List<Func<DocumentRecord, bool>> _tests = new();

    /// <summary>Reads the filter of a list.</summary>
    public static DocumentFilter FromQuery(HttpQuery query)
    {
        var filter = new DocumentFilter();
        filter.AddTypes(query.All("type[]"));
        filter.AddStatuses(query.All("status[]"));
        filter.AddArchived(Flag(query, "archived"), Flag(query, "non_archived"));
        filter.AddText(query["text"]);
        filter.AddReference(query["reference"]);
        filter.AddRange(query, "date", document => document.Date);
        filter.AddRange(query, "due_date", document => document.DueDate);
        filter.AddRange(query, "loaded_at", document => document.LoadedAt?.Date);
        filter.AddTotals(query);
        return filter;
    }

    public bool Takes(DocumentRecord document) => _tests.TrueForAll(test => test(document));

    public void AddTypes(IReadOnlyCollection<string> types)
    {
        if (types.Count > 0)
        {
            // Documents of an unknown type came although other types were asked for. [seen]
            _tests.Add(document => types.Contains(document.Kind.Type) || document.Kind == DocumentKind.PurchaseOrder);
        }
    }

    /// <summary>
    /// Issued documents are <c>sent</c> in this filter, although their status reads <c>final</c> [official]; that word is taken as well
    /// [seen]. Deleted ones come only when they are asked for [inferred].
    /// </summary>
    public void AddStatuses(IReadOnlyCollection<string> statuses)
    {
        if (statuses.Count == 0)
        {
            _tests.Add(document => document.Status != DocumentStates.Deleted);
            return;
        }

        var wanted = new HashSet<string>(statuses.Select(status => status == "sent" ? DocumentStates.Final : status));
        _tests.Add(document => wanted.Contains(document.Status));
    }

    /// <summary>Without either flag, archived documents are not listed. [inferred]</summary>
    public void AddArchived(bool? archived, bool? nonArchived)
    {
        var takesArchived = archived ?? false;
        var takesOthers = nonArchived ?? !takesArchived;
        _tests.Add(document => document.IsArchived ? takesArchived : takesOthers);
    }

    public void Add(Func<DocumentRecord, bool> test) => _tests.Add(test);

    private static bool? Flag(HttpQuery query, string name) => query[name] switch
    {
        null or "" => null,
        "true" or "1" => true,
        _ => false,
    };

    private void AddText(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            bool Has(string? where) => where != null && where.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0;
            _tests.Add(document =>
                Has(document.Client.Name) || Has(document.Client.Code)
                || Has(document.Reference) || Has(document.Observations)
                || (document.IsIssued && Has(document.FullNumber))
                || document.Lines.Any(line => Has(line.Name) || Has(line.Description)));
        }
    }

    private void AddReference(string? reference)
    {
        if (!string.IsNullOrEmpty(reference))
        {
            _tests.Add(document => document.Reference == reference);
        }
    }

    private void AddRange(HttpQuery query, string name, Func<DocumentRecord, DateTime?> value)
    {
        if (Wire.TryDate(query[name + "[from]"] ?? "", DateForm, out var from))
        {
            _tests.Add(document => value(document) >= from);
        }

        if (Wire.TryDate(query[name + "[to]"] ?? "", DateForm, out var to))
        {
            _tests.Add(document => value(document) <= to);
        }
    }

    private void AddTotals(HttpQuery query)
    {
        if (Wire.TryDecimal(query["total_before_taxes[from]"] ?? "", out var from))
        {
            _tests.Add(document => document.Totals.BeforeTaxes >= from);
        }

        if (Wire.TryDecimal(query["total_before_taxes[to]"] ?? "", out var to))
        {
            _tests.Add(document => document.Totals.BeforeTaxes <= to);
        }
    }
}
