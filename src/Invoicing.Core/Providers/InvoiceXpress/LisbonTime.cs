using System;
using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>The provider's "today" is Lisbon's (docs/facts/invoicexpress.md#portugal, inferred), wherever the script runs.</summary>
internal static class LisbonTime
{
    private static readonly Lazy<TimeZoneInfo> Found = new(() => TimeZones.Find("Europe/Lisbon", "GMT Standard Time"));

    public static TimeZoneInfo Zone => Found.Value;

    public static DateTime Today(DateTimeOffset now) => TimeZoneInfo.ConvertTime(now, Zone).Date;
}
