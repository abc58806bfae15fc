using System;

namespace Invoicing.Http;

/// <summary>At most so many requests within a time.</summary>
public sealed class RateLimit
{
    /// <summary>Makes a limit.</summary>
    /// <param name="requests">How many requests; above 0.</param>
    /// <param name="window">Within which time, sliding.</param>
    public RateLimit(int requests, TimeSpan window)
    {
        Requests = requests > 0 ? requests : throw new ArgumentOutOfRangeException(nameof(requests));
        Window = window;
    }

    /// <summary>How many requests.</summary>
    public int Requests { get; }

    /// <summary>Within which time, sliding.</summary>
    public TimeSpan Window { get; }

    /// <summary>A count in a longer time from which on this limit holds; it holds always if <c>null</c>.</summary>
    public RateLimit? After { get; init; }

    /// <summary>Such as <c>780 in 00:01:00</c>.</summary>
    public override string ToString() => After is null ? $"{Requests} in {Window}" : $"{Requests} in {Window} after {After}";
}

/// <summary>A limit and how much of it is used up at a moment.</summary>
public sealed class RateUsage
{
    internal RateUsage(RateLimit limit, int used, bool isThreshold)
    {
        Limit = limit.Requests;
        Window = limit.Window;
        Used = used;
        IsThreshold = isThreshold;
    }

    /// <summary>Requests that fit into the window.</summary>
    public int Limit { get; }

    /// <summary>Length of the sliding window.</summary>
    public TimeSpan Window { get; }

    /// <summary>Requests of the account within the window, whichever process of the user made them.</summary>
    public int Used { get; }

    /// <summary>Whether it is no limit of its own: where it is used up, another window's limit is lower.</summary>
    public bool IsThreshold { get; }

    /// <summary>Requests that can still be sent at once.</summary>
    public int Left => Math.Max(0, Limit - Used);

    /// <summary>Such as <c>12 of 780 in 00:01:00</c>.</summary>
    public override string ToString() => $"{Used} of {Limit} in {Window}";
}
