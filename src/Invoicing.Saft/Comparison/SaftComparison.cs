using System;
using System.Collections.Generic;
using System.Threading;
using Invoicing.Saft.Checks;
using Invoicing.Saft.Comparison;
using Invoicing.Saft.Reading;

namespace Invoicing.Saft;

/// <summary>
/// Compares the documents of two files, or of a file and another source, by their numbers. Only some ten thousand documents are in memory
/// at a time; beyond that they are sorted in a temporary file, which is gone at the end.
/// </summary>
public static class SaftComparison
{
    private static readonly (string Name, Func<SaftDocumentFacts, string?> Value)[] Values =
    [
        (nameof(SaftDocumentFacts.Type), facts => facts.Type),
        (nameof(SaftDocumentFacts.Date), facts => facts.Date is { } date ? SaftText.Date(date) : null),
        (nameof(SaftDocumentFacts.Status), facts => facts.Status),
        (nameof(SaftDocumentFacts.Customer), facts => facts.Customer),
        (nameof(SaftDocumentFacts.Lines), facts => facts.Lines is { } lines ? SaftText.Of(lines) : null),
        (nameof(SaftDocumentFacts.Net), facts => Amount(facts.Net)),
        (nameof(SaftDocumentFacts.Tax), facts => Amount(facts.Tax)),
        (nameof(SaftDocumentFacts.Gross), facts => Amount(facts.Gross)),
        (nameof(SaftDocumentFacts.Hash), facts => facts.Hash),
    ];

    /// <summary>The differences between a reference and a file, in the order of tables and numbers.</summary>
    /// <param name="reference">The documents that the file is compared with.</param>
    /// <param name="difference">The documents of the file.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public static IEnumerable<SaftDifference> Compare(
        IEnumerable<SaftDocumentFacts> reference, IEnumerable<SaftDocumentFacts> difference, CancellationToken cancellationToken = default)
    {
        using var left = new FactSorter();
        using var right = new FactSorter();
        Fill(left, reference, cancellationToken);
        Fill(right, difference, cancellationToken);
        using var lefts = left.Sorted().GetEnumerator();
        using var rights = right.Sorted().GetEnumerator();
        var (hasLeft, hasRight) = (lefts.MoveNext(), rights.MoveNext());
        while (hasLeft || hasRight)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var order = !hasLeft ? 1 : !hasRight ? -1 : FactOrder.Compare(lefts.Current, rights.Current);
            if (order < 0)
            {
                yield return new SaftDifference(SaftChange.Missing, lefts.Current, null, Amount(lefts.Current.Gross), null);
            }
            else if (order > 0)
            {
                yield return new SaftDifference(SaftChange.Added, rights.Current, null, null, Amount(rights.Current.Gross));
            }
            else
            {
                foreach (var one in Changes(lefts.Current, rights.Current))
                {
                    yield return one;
                }
            }

            hasLeft = order <= 0 ? lefts.MoveNext() : hasLeft;
            hasRight = order >= 0 ? rights.MoveNext() : hasRight;
        }
    }

    /// <summary>The documents of a file, as a comparison knows them.</summary>
    /// <param name="path">The XML file, ZIP or gzip.</param>
    /// <param name="sections">The tables; others are passed over.</param>
    /// <param name="progress">Hears how many bytes of XML were read so far.</param>
    public static IEnumerable<SaftDocumentFacts> FactsOf(
        string path, SaftSection sections = SaftSection.Documents, IProgress<long>? progress = null)
    {
        using var source = SaftSource.Open(path, progress: progress);
        using var parser = new SaftParser(source, (sections & SaftSection.Documents) | SaftSection.Customers | SaftSection.Suppliers);
        var taxNumbers = new Dictionary<(bool IsSupplier, string Id), string>();
        while (parser.Read() is { } record)
        {
            if (record is SaftParty { Id: { } id, TaxId: { } number } party)
            {
                taxNumbers[(party is SaftSupplier, id)] = number;
            }
            else if (record is SaftDocument { Number: not null } document)
            {
                yield return FactsOf(document, taxNumbers);
            }
        }
    }

    private static SaftDocumentFacts FactsOf(SaftDocument document, Dictionary<(bool IsSupplier, string Id), string> taxNumbers)
    {
        var supplier = (document as SaftStockMovement)?.SupplierId;
        var id = supplier ?? document.CustomerId;
        return new SaftDocumentFacts
        {
            Table = document.Table,
            Number = document.Number!,
            Type = document.Type,
            Date = document.Date,
            Status = document.Status,
            Customer = id is not null && taxNumbers.TryGetValue((supplier is not null, id), out var number) ? number : id,
            Lines = document.Lines.Count,
            Net = document.NetTotal,
            Tax = document.TaxPayable,
            Gross = document.GrossTotal,
            Hash = document.Hash is { } hash ? $"{SaftQrCode.PrintedHash(hash)}-{Fingerprint.Of(hash):x8}" : null,
        };
    }

    private static void Fill(FactSorter sorter, IEnumerable<SaftDocumentFacts> documents, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sorter.Add(document);
        }
    }

    private static IEnumerable<SaftDifference> Changes(SaftDocumentFacts reference, SaftDocumentFacts difference)
    {
        foreach (var (name, value) in Values)
        {
            if (value(reference) is { } before && value(difference) is { } after && before != after)
            {
                yield return new SaftDifference(SaftChange.Changed, difference, name, before, after);
            }
        }
    }

    private static string? Amount(decimal? amount) => amount is { } value ? SaftText.Money(value) : null;
}
