using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Spreads documents over the months since January 2026, at least three in each when there are enough of them.</summary>
internal static class SeedDates
{
    private const int PerMonth = 3;
    private static readonly DateTime Begin = new(2026, 1, 5);

    public static List<DateTime> Spread(int count, DateTime yesterday)
    {
        // A clock from before that time gets the ninety days before it instead.
        var start = yesterday >= Begin ? Begin : yesterday.AddDays(-90);
        var dates = new List<DateTime>(count);
        var months = ((yesterday.Year - start.Year) * 12) + yesterday.Month - start.Month + 1;
        if (count >= months * PerMonth)
        {
            for (var month = 0; month < months; month++)
            {
                var first = new DateTime(start.Year, start.Month, 1).AddMonths(month);
                Evenly(dates, PerMonth, first < start ? start : first, Earlier(first.AddMonths(1).AddDays(-1), yesterday));
            }
        }

        Evenly(dates, count - dates.Count, start, yesterday);
        dates.Sort();
        return dates;
    }

    private static void Evenly(List<DateTime> dates, int count, DateTime from, DateTime to)
    {
        var days = (to - from).Days;
        for (var i = 0; i < count; i++)
        {
            dates.Add(from.AddDays(count == 1 ? days / 2 : (long)days * i / (count - 1)));
        }
    }

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
}
