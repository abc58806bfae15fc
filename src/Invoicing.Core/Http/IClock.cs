using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Http;

/// <summary>Source of time for the request pipeline, the rate limiter and polling. Tests replace it.</summary>
internal interface IClock
{
    /// <summary>The time of day, for dates and Retry-After.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Monotonic time, for windows and limits.</summary>
    TimeSpan Elapsed { get; }

    Task Delay(TimeSpan time, CancellationToken cancel);
}

/// <summary>The system's time.</summary>
internal sealed class SystemClock : IClock
{
    public static readonly SystemClock Instance = new();

    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Factor by which time passes faster in this process, for tests of limits that would take minutes.</summary>
    public static int Speed { get; set; } = 1;

    public DateTimeOffset Now => Speed == 1 ? DateTimeOffset.Now : Fast(Speed);

    public TimeSpan Elapsed => TimeSpan.FromTicks(_watch.Elapsed.Ticks * Speed);

    /// <summary>The common time of all processes with that factor.</summary>
    public static DateTimeOffset Fast(int speed) => Origin.AddTicks((DateTimeOffset.UtcNow - Origin).Ticks * speed);

    public Task Delay(TimeSpan time, CancellationToken cancel) => Task.Delay(TimeSpan.FromTicks(time.Ticks / Speed), cancel);
}
