using System;
using Newtonsoft.Json;

namespace Invoicing.Http;

/// <summary>A rate limit: a number of requests within a sliding window.</summary>
public sealed class RateLimit
{
    /// <summary>Creates a limit.</summary>
    /// <param name="requests">Number of requests; above 0.</param>
    /// <param name="window">Length of the sliding window.</param>
    public RateLimit(int requests, TimeSpan window)
    {
        Requests = requests > 0 ? requests : throw new ArgumentOutOfRangeException(nameof(requests));
        Window = window;
    }

    /// <summary>Number of requests.</summary>
    public int Requests { get; }

    /// <summary>Length of the sliding window.</summary>
    [JsonIgnore] // For ConvertTo-Json, which makes an object of it.
    public TimeSpan Window { get; }

    /// <summary>Length of the sliding window in seconds.</summary>
    public decimal WindowSec => (decimal)Window.TotalSeconds;

    /// <summary>A count within a longer time above which this limit applies; it applies always if <c>null</c>.</summary>
    [JsonIgnore] // For ConvertTo-Json, which warns of what lies deeper than two levels.
    public RateLimit? After { get; init; }

    /// <summary>The limit as text, such as <c>780 in 00:01:00</c>.</summary>
    public override string ToString() => After is null ? $"{Requests} in {Window}" : $"{Requests} in {Window} after {After}";
}

/// <summary>A limit and its use at a moment.</summary>
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
    [JsonIgnore] // For ConvertTo-Json, which makes an object of it.
    public TimeSpan Window { get; }

    /// <summary>Length of the sliding window in seconds.</summary>
    public decimal WindowSec => (decimal)Window.TotalSeconds;

    /// <summary>Requests of the account within the window, whichever process of the user made them.</summary>
    public int Used { get; }

    /// <summary>True if it only switches: once it is used up, the limit of another window is lower.</summary>
    public bool IsThreshold { get; }

    /// <summary>Requests that can still be sent at once.</summary>
    public int Left => Math.Max(0, Limit - Used);

    /// <summary>The use as text, such as <c>12 of 780 in 00:01:00</c>.</summary>
    public override string ToString() => $"{Used} of {Limit} in {Window}";
}
