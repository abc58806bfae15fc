using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Invoicing;

/// <summary>A month, a quarter or a year.</summary>
public sealed class TaxPeriod
{
    private const int LastYear = 9999;

    private TaxPeriod(DateTime first, int months, string name)
    {
        First = first;
        Last = first.AddMonths(months - 1).AddDays(DateTime.DaysInMonth(first.Year, first.Month + months - 1) - 1);
        Name = name;
    }

    /// <summary>The first day.</summary>
    public DateTime First { get; }

    /// <summary>The last day.</summary>
    public DateTime Last { get; }

    /// <summary>The name: <c>2026-03</c>, <c>2026-Q1</c> or <c>2026</c>.</summary>
    public string Name { get; }

    /// <summary>The twelve months that end with the last month of the period, the earliest first; fewer at the beginning of the calendar.</summary>
    public IReadOnlyList<TaxPeriod> TwelveMonths =>
        [.. Enumerable.Range(-11, 12).Where(back => (((Last.Year - 1) * 12) + Last.Month + back) > 0).Select(back => OfMonth(new DateTime(Last.Year, Last.Month, 1).AddMonths(back)))];

    /// <summary>Makes the period of a month.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <returns>The period.</returns>
    public static TaxPeriod OfMonth(int year, int month) =>
        new(Start(year, Within(month, 12, nameof(month))), 1, FormattableString.Invariant($"{year:0000}-{month:00}"));

    /// <summary>Makes the period of the month in which a day lies.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The period.</returns>
    public static TaxPeriod OfMonth(DateTime day) => OfMonth(day.Year, day.Month);

    /// <summary>Makes the period of a quarter.</summary>
    /// <param name="year">The year.</param>
    /// <param name="quarter">The quarter, 1 to 4.</param>
    /// <returns>The period.</returns>
    public static TaxPeriod OfQuarter(int year, int quarter) =>
        new(Start(year, (Within(quarter, 4, nameof(quarter)) * 3) - 2), 3, FormattableString.Invariant($"{year:0000}-Q{quarter}"));

    /// <summary>Makes the period of a year.</summary>
    /// <param name="year">The year.</param>
    /// <returns>The period.</returns>
    public static TaxPeriod OfYear(int year) => new(Start(year, 1), 12, year.ToString("0000", CultureInfo.InvariantCulture));

    /// <summary>Tells whether a day lies in the period.</summary>
    /// <param name="day">The day.</param>
    /// <returns><c>true</c> if it does.</returns>
    public bool Contains(DateTime day) => day.Date >= First && day.Date <= Last;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static DateTime Start(int year, int month) => new(Within(year, LastYear, nameof(year)), month, 1);

    private static int Within(int value, int most, string name) => value >= 1 && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"It is 1 to {most}."));
}
