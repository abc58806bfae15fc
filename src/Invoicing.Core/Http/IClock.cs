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

    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>How many times as fast as usual time passes in this process: for tests of limits that would take minutes.</summary>
    public static int Speed { get; set; } = 1;

    public DateTimeOffset Now => Speed == 1 ? DateTimeOffset.Now : Fast(Speed);

    public TimeSpan Elapsed => TimeSpan.FromTicks(_watch.Elapsed.Ticks * Speed);

    /// <summary>The time of day for all processes whose time passes so fast.</summary>
    public static DateTimeOffset Fast(int speed) => Origin.AddTicks((DateTimeOffset.UtcNow - Origin).Ticks * speed);

    public Task Delay(TimeSpan time, CancellationToken cancel) => Task.Delay(TimeSpan.FromTicks(time.Ticks / Speed), cancel);
}
