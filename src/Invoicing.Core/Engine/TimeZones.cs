using System;
using System.Linq;

namespace Invoicing.Engine;

/// <summary>Days as they are where a provider is, wherever the script runs.</summary>
internal static class TimeZones
{
    private static readonly Lazy<TimeZoneInfo> InMadrid = new(() => Find("Europe/Madrid", "Romance Standard Time"));

    /// <summary>The zone of Spain's mainland (assumption: no provider of Spain says in which zone its days are).</summary>
    public static TimeZoneInfo Madrid => InMadrid.Value;

    /// <summary>The first zone that the machine knows: names differ between Windows and the rest.</summary>
    public static TimeZoneInfo Find(params string[] names) => names.Select(TryFind).FirstOrDefault(zone => zone is not null) ?? TimeZoneInfo.Utc;

    private static TimeZoneInfo? TryFind(string name)
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
