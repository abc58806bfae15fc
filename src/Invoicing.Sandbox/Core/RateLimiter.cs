using System;

namespace Invoicing.Sandbox.Core;

/// <summary>Sliding windows over the last minute and, where the provider has a daily rule, over the last day.</summary>
internal sealed class RateLimiter
{
    private readonly object _gate = new();
    private readonly RateLimit? _limit;
    private readonly CallWindow _minute;
    private readonly CallWindow _day;

    public RateLimiter(RateLimit? limit)
    {
        _limit = limit;
        _minute = new CallWindow(TimeSpan.FromMinutes(1), limit?.PerMinute ?? 0);
        _day = new CallWindow(TimeSpan.FromDays(1), (limit?.HalvedAbovePerDay ?? 0) + 1);
    }

    /// <summary>Counts a call.</summary>
    /// <param name="now">Moment of the call.</param>
    /// <param name="perMinute">The calls a minute in force.</param>
    /// <returns>True if the call may be answered.</returns>
    public bool Admits(DateTimeOffset now, out int perMinute)
    {
        perMinute = _limit?.PerMinute ?? int.MaxValue;
        if (_limit is null)
        {
            return true;
        }

        lock (_gate)
        {
            if (_day.Count(now) > _limit.HalvedAbovePerDay)
            {
                perMinute = Math.Max(1, perMinute / 2);
            }

            var admitted = _minute.Count(now) < perMinute;
            if (admitted || _limit.RefusedCount)
            {
                _minute.Add(now);
                _day.Add(now);
            }

            return admitted;
        }
    }
}
