using System;
using System.Net.Http.Headers;

namespace Invoicing.Http;

/// <summary>How often and after which wait a request is sent again.</summary>
internal sealed class RetryPolicy
{
    /// <summary>A provider that asks for more than this is not waited for inside a request.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    private readonly Random _random = new();

    public int MaximumRetryCount { get; init; } = 4;

    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The wait before try <paramref name="attempt"/> + 1, or <c>null</c> to give up.</summary>
    public TimeSpan? WaitAfter(int attempt, RetryConditionHeaderValue? retryAfter, DateTimeOffset now)
    {
        if (attempt > MaximumRetryCount)
        {
            return null;
        }

        if ((retryAfter?.Delta ?? (retryAfter?.Date - now)) is { } asked)
        {
            return asked > LongestWait ? null : asked > TimeSpan.Zero ? asked : TimeSpan.Zero;
        }

        double doubled = FirstWait.TotalSeconds * Math.Pow(2, attempt - 1);
        return TimeSpan.FromSeconds(Math.Min(doubled, LongestBackoff.TotalSeconds) * Jitter());
    }

    /// <summary>Between 0.5 and 1, so that many scripts that were refused together do not come back together.</summary>
    private double Jitter()
    {
        lock (_random)
        {
            return 0.5 + (_random.NextDouble() / 2);
        }
    }
}
