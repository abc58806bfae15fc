using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Http;

/// <summary>Time as the road, the gate and the polling see it, so that tests wait for no clock.</summary>
internal interface IClock
{
    /// <summary>The time of day, for dates and Retry-After.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Time that only goes forward, for windows and limits.</summary>
    TimeSpan Elapsed { get; }

    Task Delay(TimeSpan time, CancellationToken cancel);
}

/// <summary>The machine's own time.</summary>
internal sealed class SystemClock : IClock
{
    public static readonly SystemClock Instance = new();

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public DateTimeOffset Now => DateTimeOffset.Now;

    public TimeSpan Elapsed => _watch.Elapsed;

    public Task Delay(TimeSpan time, CancellationToken cancel) => Task.Delay(time, cancel);
}
