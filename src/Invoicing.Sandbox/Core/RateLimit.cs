using System;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox.Core;

/// <summary>Rate limit of a provider: calls a minute, and whether refused ones count.</summary>
internal sealed class RateLimit
{
    public RateLimit(int perMinute, bool refusedCount)
    {
        PerMinute = perMinute;
        RefusedCount = refusedCount;
    }

    public int PerMinute { get; init; }

    public bool RefusedCount { get; }

    /// <summary>Calls within 24 hours above which only half as many a minute are taken; null when the provider has no such rule.</summary>
    public int? HalvedAbovePerDay { get; init; }

    /// <summary>Answers a call that is too many; gets the number of calls a minute in force.</summary>
    public Action<HttpReply, int> Refuse { get; init; } = (reply, _) => FaultAnswers.TooMany(reply);

    public RateLimit With(int perMinute) =>
        new(perMinute, RefusedCount) { HalvedAbovePerDay = HalvedAbovePerDay, Refuse = Refuse };
}
