using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Reports;

/// <summary>Compares the numbers of two reports.</summary>
internal static class MonthReportChanges
{
    public const string Turnover = "Turnover ";
    public const string Receivables = "Receivables";
    public const string Open = "Open: ";

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
}
