using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Invoicing;

/// <summary>
/// Adds up documents by tax. Each document counts with the amounts that it says itself; what its lines say otherwise is kept as a
/// <see cref="TaxDifference"/>.
/// </summary>
public sealed class TaxMeasurer
{
    private readonly Dictionary<RowKey, TaxMeasure> _rows = [];
    private readonly HashSet<(string?, InvoiceType, string)> _seen = [];
    private readonly List<TaxedDocument> _documents = [];
    private readonly List<TaxDifference> _differences = [];
    private readonly TaxMeasureKey _by;

    /// <summary>Makes a measurer.</summary>
    /// <param name="by">The properties that keep the rows apart.</param>
    public TaxMeasurer(TaxMeasureKey by = TaxMeasureKey.All) => _by = by;

    /// <summary>The VAT summary, by state and currency, month, type, region and rate.</summary>
    public IReadOnlyList<TaxMeasure> Rows =>
    [
        .. _rows.Values.OrderBy(row => row.State).ThenBy(row => row.Currency, StringComparer.Ordinal)
            .ThenBy(row => row.Month, StringComparer.Ordinal).ThenBy(row => row.Type).ThenBy(row => row.Region, StringComparer.Ordinal).ThenByDescending(row => row.Rate)
            .ThenBy(row => row.TaxCode, StringComparer.Ordinal).ThenBy(row => row.ExemptionCode, StringComparer.Ordinal)
            .ThenBy(row => row.ExemptionReason, StringComparer.Ordinal),
    ];

    /// <summary>The documents, those that count first, in the order in which they were added.</summary>
    public IReadOnlyList<TaxedDocument> Documents => [.. _documents.OrderBy(document => document.State).ThenBy(document => document.Currency, StringComparer.Ordinal)];

    /// <summary>Everything that documents and their lines say differently: what the rows have, and totals that are not those of the amounts.</summary>
    public IReadOnlyList<TaxDifference> Differences => _differences;

    /// <summary>Adds a document; one that was added before counts once.</summary>
    /// <param name="document">The document.</param>
    /// <returns><c>false</c> if it was there already.</returns>
    public bool Add(TaxedDocument document)
    {
        if (document.Id is { } id && !_seen.Add((document.Origin, document.Type, id)))
        {
            return false;
        }

        _documents.Add(document);
        var shares = TaxShares.Of(document, KeyOf);
        foreach (TaxShares.Share share in shares.All)
        {
            TaxMeasure row = RowOf(share.Key);
            row.Documents++;
            row.Net += share.Net;
            row.Tax += share.Tax;
            row.Surcharge += share.Surcharge;
            row.LineNet += share.LineNet;
            row.LineTax += share.LineTax;
            if (share.Net != share.LineNet || share.Tax != share.LineTax)
            {
                Keep(row, new TaxDifference
                {
                    Document = document,
                    Rate = share.Key.Rate,
                    Reason = share.Reason,
                    Net = share.Net - share.LineNet,
                    Tax = share.Tax - share.LineTax,
                });
            }
        }

        if (document.Total - shares.All.Sum(share => share.Net + share.Tax + share.Surcharge) is { } rest and not 0)
        {
            bool isWithheld = document.Withholding != 0 && Math.Abs(rest + document.Withholding) <= TaxShares.Cent;
            _differences.Add(new TaxDifference
            {
                Document = document,
                Reason = isWithheld ? TaxDifferenceReason.Withholding : Math.Abs(rest) <= TaxShares.Cent ? TaxDifferenceReason.Rounding : TaxDifferenceReason.Unexplained,
                Total = rest,
            });
        }

        return true;
    }

    /// <summary>Adds documents; each counts once.</summary>
    /// <param name="documents">The documents.</param>
    public void Add(IEnumerable<TaxedDocument> documents)
    {
        foreach (TaxedDocument document in documents)
        {
            Add(document);
        }
    }

    private void Keep(TaxMeasure row, TaxDifference difference)
    {
        row.OwnDifferences.Add(difference);
        _differences.Add(difference);
    }

    private TaxMeasure RowOf(RowKey key)
    {
        if (!_rows.TryGetValue(key, out TaxMeasure? row))
        {
            _rows.Add(key, row = key.ToRow());
        }

        return row;
    }

    private RowKey KeyOf(TaxedDocument document, TaxedPart? part) => new(
        Of(TaxMeasureKey.Month, document.Date?.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
        (_by & TaxMeasureKey.Type) != 0 ? document.Type : null,
        document.State,
        document.Currency,
        Of(TaxMeasureKey.Region, part?.Region),
        Of(TaxMeasureKey.Rate, part?.TaxCode),
        (_by & TaxMeasureKey.Rate) != 0 ? part?.Rate : null,
        Of(TaxMeasureKey.Exemption, part?.ExemptionCode),
        Of(TaxMeasureKey.Exemption, part?.ExemptionReason));

    private string? Of(TaxMeasureKey key, string? value) => (_by & key) != 0 ? value : null;
}
