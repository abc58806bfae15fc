using System;
using Invoicing.Engine;

namespace Invoicing.Providers.SimplBooks;

/// <summary>The provider's "today" is Tallinn's (docs/facts/simplbooks.md#values, assumption), wherever the script runs.</summary>
internal static class EstonianTime
{
    private static readonly Lazy<TimeZoneInfo> Found = new(() => TimeZones.Find("Europe/Tallinn", "FLE Standard Time"));

    public static TimeZoneInfo Zone => Found.Value;

    public static DateTime Today(ConnectorContext context) => TimeZoneInfo.ConvertTime(context.Api.Endpoint.Clock.Now, Zone).Date;
}
