using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.Core;

/// <summary>A window that slides over the last minute.</summary>
internal sealed class RateLimiter
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Queue<DateTimeOffset> _calls = new();
    private readonly RateLimit? _limit;

    public RateLimiter(RateLimit? limit) => _limit = limit;

    public bool Admits(DateTimeOffset now)
    {
        if (_limit is null)
        {
            return true;
        }

        lock (_calls)
        {
            while (_calls.Count > 0 && now - _calls.Peek() >= Window)
            {
                _calls.Dequeue();
            }

            var admitted = _calls.Count < _limit.PerMinute;
            if (admitted || _limit.RefusedCount)
            {
                // A client that never stops must not make the queue grow without end.
                if (_calls.Count >= _limit.PerMinute)
                {
                    _calls.Dequeue();
                }

                _calls.Enqueue(now);
            }

            return admitted;
        }
    }
}
