using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Reports;

/// <summary>Names the numbers of a report, and compares those of two reports.</summary>
internal static class MonthReportChanges
{
    public const string Turnover = "Turnover ";
    public const string Receivables = "Receivables";
    public const string Open = "Open: ";

    /// <summary>The numbers of a report by name.</summary>
    public static IEnumerable<KeyValuePair<string, decimal>> NumbersOf(MonthReport report)
    {
        yield return Number("Net of the month", report.Net);
        yield return Number("Tax of the month", report.TaxTotal);
        yield return Number("Documents of the month", report.Documents);
        foreach (TaxMeasure row in report.Counted)
        {
            yield return Number($"Tax at {MonthReport.RateOf(row)}", row.Tax);
        }

        foreach (MonthTurnover month in report.Turnover)
        {
            yield return Number(Turnover + month.Month, month.Total);
        }

        if (report.Ages is not { } ages)
        {
            yield break;
        }

        yield return Number(Receivables, ages.Sum(age => age.Amount));
        foreach (MonthAge age in ages)
        {
            yield return Number($"{Receivables}, {age.Age}", age.Amount);
        }

        foreach (Receivable one in report.Open!)
        {
            yield return Number($"{Open}{one.GetInvoice()}, {one.ClientName}", one.Outstanding);
        }
    }

    public static IReadOnlyList<MonthChange> Between(MonthReportNumbers before, MonthReportNumbers now) =>
    [
        .. now.Values.Keys.Union(before.Values.Keys)
            .Where(name => IsComparable(name, before, now))
            .Select(name => new MonthChange { Name = name, Before = ValueOf(before, name), Now = ValueOf(now, name) })
            .Where(change => change.Difference != 0),
    ];

    /// <summary>The twelve months move on, and a source that cannot tell what is open says nothing about it.</summary>
    private static bool IsComparable(string name, MonthReportNumbers before, MonthReportNumbers now) =>
        name.StartsWith(Turnover, StringComparison.Ordinal) ? Both(name, before, now)
        : !(name.StartsWith(Receivables, StringComparison.Ordinal) || name.StartsWith(Open, StringComparison.Ordinal)) || Both(Receivables, before, now);

    private static bool Both(string name, MonthReportNumbers before, MonthReportNumbers now) =>
        before.Values.ContainsKey(name) && now.Values.ContainsKey(name);

    private static decimal? ValueOf(MonthReportNumbers numbers, string name) => numbers.Values.TryGetValue(name, out decimal value) ? value : null;

    private static KeyValuePair<string, decimal> Number(string name, decimal value) => new(name, value);
}
