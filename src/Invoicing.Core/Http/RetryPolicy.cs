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

        if ((retryAfter?.Delta ?? (retryAfter?.Date - now)) is { } asked)
        {
            return asked > LongestWait ? null : asked > TimeSpan.Zero ? asked : TimeSpan.Zero;
        }

        double doubled = FirstWait.TotalSeconds * Math.Pow(2, attempt - 1);
        return TimeSpan.FromSeconds(Math.Min(doubled, LongestBackoff.TotalSeconds) * Jitter());
    }

    /// <summary>Random factor between 0.5 and 1, so that scripts that were refused together do not retry together.</summary>
    private double Jitter()
    {
        lock (_random)
        {
            return 0.5 + (_random.NextDouble() / 2);
        }
    }
}
