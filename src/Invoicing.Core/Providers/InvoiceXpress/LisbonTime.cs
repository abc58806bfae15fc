using System;
using System.Globalization;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>The provider's "today" is Lisbon's (docs/facts/invoicexpress.md#portugal, inferred), wherever the script runs.</summary>
internal static class LisbonTime
{
    private static readonly Lazy<TimeZoneInfo> Found = new(() => TimeZones.Find("Europe/Lisbon", "GMT Standard Time"));

    /// <summary>The forms in which days and moments were seen, beside the described ones (docs/facts/invoicexpress.md#values).</summary>
    private static readonly string[] Local =
    [
        "dd/MM/yyyy", "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] Zoned = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss 'UTC'", "yyyy-MM-dd HH:mm:ss zzz"];

    public static TimeZoneInfo Zone => Found.Value;

    public static DateTime Today(DateTimeOffset now) => TimeZoneInfo.ConvertTime(now, Zone).Date;

    /// <summary>A day that is sent in one form.</summary>
    public static FieldType<DateTime?> Day(string format) => FieldTypes.Date(format, text => Read(text).Date);

    /// <summary>A moment that is sent in one form.</summary>
    public static FieldType<DateTime?> Moment(string format) => FieldTypes.Date(format, text => Read(text));

    /// <summary>A moment with a zone is Lisbon's time of it; one without is Lisbon's already.</summary>
    private static DateTime Read(string text) =>
        DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
            ? local
            : DateTime.SpecifyKind(
                TimeZoneInfo.ConvertTime(DateTimeOffset.ParseExact(text, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), Zone).DateTime,
                DateTimeKind.Unspecified);
}
