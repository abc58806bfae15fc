namespace Invoicing.Sandbox.Core;

/// <summary>How many calls a provider takes in a minute, and whether the ones it refuses count as well.</summary>
internal sealed class RateLimit
{
    public RateLimit(int perMinute, bool refusedCount)
    {
        PerMinute = perMinute;
        RefusedCount = refusedCount;
    }

    public int PerMinute { get; }

    public bool RefusedCount { get; }
}
