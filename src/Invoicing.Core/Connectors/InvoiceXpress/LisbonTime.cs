using System;

namespace Invoicing.Connectors.InvoiceXpress;

/// <summary>The provider's "today" is Lisbon's (sheet 20 [inferred]), wherever the script runs.</summary>
internal static class LisbonTime
{
    /// <summary>The zone by its name on Linux and macOS, and by the one on Windows.</summary>
    private static readonly Lazy<TimeZoneInfo> Zone = new(() => Find("Europe/Lisbon") ?? Find("GMT Standard Time") ?? TimeZoneInfo.Utc);

    public static DateTime Today(DateTimeOffset now) => TimeZoneInfo.ConvertTime(now, Zone.Value).Date;

    private static TimeZoneInfo? Find(string name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception fault) when (fault is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            return null;
        }
    }
}
