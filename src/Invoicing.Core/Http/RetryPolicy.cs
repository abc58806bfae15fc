using System;
using System.Net.Http.Headers;

namespace Invoicing.Http;

/// <summary>Number and delays of retries.</summary>
internal sealed class RetryPolicy
{
    /// <summary>Longest wait within a request that a provider can ask for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    private readonly Random _random = new();

    public int MaximumRetryCount { get; init; } = 4;

    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The wait before attempt <paramref name="attempt"/> + 1, or <c>null</c> to give up.</summary>
    public TimeSpan? WaitAfter(int attempt, RetryConditionHeaderValue? retryAfter, DateTimeOffset now)
    {
        if (attempt > MaximumRetryCount)
        {
            return null;
        }

        TimeSpan asked = Asked(retryAfter, now);
        if (asked > LongestWait)
        {
            return null;
        }

        double doubled = FirstWait.TotalSeconds * Math.Pow(2, attempt - 1);
        var backoff = TimeSpan.FromSeconds(Math.Min(doubled, LongestBackoff.TotalSeconds) * Jitter());

        // A wait of nothing, or until a moment that has passed, is no invitation to come back within the same millisecond.
        return asked > backoff ? asked : backoff;
    }

    /// <summary>The moment that a provider names, if nobody waits for it within a request.</summary>
    public static DateTimeOffset? NotBefore(RetryConditionHeaderValue? retryAfter, DateTimeOffset now)
    {
        TimeSpan asked = Asked(retryAfter, now);
        return asked <= LongestWait ? null : asked < DateTimeOffset.MaxValue - now ? now + asked : DateTimeOffset.MaxValue;
    }

    private static TimeSpan Asked(RetryConditionHeaderValue? retryAfter, DateTimeOffset now) =>
        retryAfter?.Delta ?? (retryAfter?.Date - now) ?? TimeSpan.Zero;

    /// <summary>Random factor between 0.5 and 1, so that scripts that were refused together do not retry together.</summary>
    private double Jitter()
    {
        lock (_random)
        {
            return 0.5 + (_random.NextDouble() / 2);
        }
    }
}
