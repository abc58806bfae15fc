using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Reports;

/// <summary>Says what the numbers of a report do not contain.</summary>
internal static class MonthReportNotes
{
    public static IEnumerable<string> Of(MonthReport report, IEnumerable<TaxedDocument> documents)
    {
        foreach (IGrouping<string?, TaxedDocument> other in documents.Where(one => one.State == TaxMeasureState.Counted && one.Currency != report.Currency).GroupBy(one => one.Currency))
        {
            yield return FormattableString.Invariant(
                $"{other.Count()} documents of the twelve months are in {other.Key ?? "the account's own currency"} and not part of the amounts: {other.Sum(one => one.Total ?? 0):0.00} in total.");
        }

        if (report.Turnover.Any(month => month.Net is null))
        {
            yield return "The source does not tell the amounts without tax of all months, so turnover by month is told with tax.";
        }

        IReadOnlyList<Receivable> open = report.Data.Receivables ?? [];
        if (open.Any(one => one.Basis == OutstandingBasis.AtMost))
        {
            yield return "The provider does not tell what is left of documents that are paid in part: the amounts that clients owe are the most that it can be.";
        }

        if (open.Count(one => !report.IsOurs(one)) is var others and > 0)
        {
            yield return FormattableString.Invariant($"{others} open documents in another currency are not part of what clients owe.");
        }
    }
}
