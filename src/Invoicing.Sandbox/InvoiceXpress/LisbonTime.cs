using System;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>
/// The wall clock in Lisbon, worked out by the rule of the European Union (summer time from the last Sunday of March to the
/// last Sunday of October, both at 01:00 UTC), so that no time zone database is needed.
/// </summary>
internal static class LisbonTime
{
    public static DateTime From(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        var summer = utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10);
        return DateTime.SpecifyKind(summer ? utc.AddHours(1) : utc, DateTimeKind.Unspecified);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
