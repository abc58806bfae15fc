using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;

namespace Invoicing.Tests.Support;

/// <summary>Time that passes only when somebody waits, and then at once.</summary>
internal sealed class FakeClock : IClock
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _delays = [];
    private readonly DateTimeOffset _start;
    private TimeSpan _elapsed;

    public FakeClock(DateTimeOffset? start = null) => _start = start ?? new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now => _start + Elapsed;

    public TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
            {
                return _elapsed;
            }
        }
    }

    /// <summary>Every wait so far.</summary>
    public IReadOnlyList<TimeSpan> Delays
    {
        get
        {
            lock (_lock)
            {
                return [.. _delays];
            }
        }
    }

    /// <summary>Called at the begin of every wait.</summary>
    public Action<TimeSpan>? OnDelay { get; set; }

    public void Advance(TimeSpan time)
    {
        lock (_lock)
        {
            _elapsed += time;
        }
    }

    public Task DelayAsync(TimeSpan time, CancellationToken cancel)
    {
        OnDelay?.Invoke(time);
        if (cancel.IsCancellationRequested)
        {
            return Task.FromCanceled(cancel);
        }

        lock (_lock)
        {
            _delays.Add(time);
            _elapsed += time;
        }

        return Task.CompletedTask;
    }
}
