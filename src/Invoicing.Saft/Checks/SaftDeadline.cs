using System;

namespace Invoicing.Saft.Checks;

/// <summary>
/// The regular day by which a month's documents are delivered: the 5th of the next month, since deliveries of January 2023; in
/// August the 31st (LGT art. 57-A); on a weekend or national holiday the next working day [seen]. Extensions are not known here.
/// </summary>
internal static class SaftDeadline
{
    private const int Day = 5;
    private const int August = 8;
    private const int LastOfAugust = 31;

    private static readonly DateTime FirstDelivery = new(2023, 1, 1);

    /// <summary>National holidays of fixed date, as month times 100 plus day.</summary>
    private static readonly int[] FixedHolidays = [101, 425, 501, 610, 815, 1005, 1101, 1201, 1208, 1225];

    /// <summary>Good Friday, Easter Sunday and Corpus Christi, in days from Easter.</summary>
    private static readonly int[] MovableHolidays = [-2, 0, 60];

    /// <summary>The deadline of the month that a day is in; null before the rule.</summary>
    public static DateTime? For(DateTime lastDay)
    {
        if (lastDay.Year >= 9999)
        {
            return null;
        }

        var month = new DateTime(lastDay.Year, lastDay.Month, 1).AddMonths(1);
        if (month < FirstDelivery)
        {
            return null;
        }

        var day = month.AddDays((month.Month == August ? LastOfAugust : Day) - 1);
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static bool IsWorkingDay(DateTime day)
    {
        var fromEaster = (day - Easter(day.Year)).Days;
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && Array.IndexOf(FixedHolidays, (day.Month * 100) + day.Day) < 0
            && Array.IndexOf(MovableHolidays, fromEaster) < 0;
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the method of Meeus.</summary>
    private static DateTime Easter(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var epact = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        epact -= epact / 28 * (1 - (epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11)));
        var weekday = (year + (year / 4) + epact + 2 - century + (century / 4)) % 7;
        return new DateTime(year, 3, 28).AddDays(epact - weekday);
    }
}
