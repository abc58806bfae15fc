using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;

namespace Invoicing.Tests.Support;

/// <summary>Time that passes faster by a factor, and is the same in all processes with that factor.</summary>
internal sealed class ScaledClock : IClock
{
    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly int _speed;

    public ScaledClock(int speed) => _speed = speed;

    public DateTimeOffset Now => Origin.AddTicks((DateTimeOffset.UtcNow - Origin).Ticks * _speed);

    public TimeSpan Elapsed => TimeSpan.FromTicks(_watch.Elapsed.Ticks * _speed);

    public Task DelayAsync(TimeSpan time, CancellationToken cancel) => Task.Delay(TimeSpan.FromTicks(time.Ticks / _speed), cancel);
}
