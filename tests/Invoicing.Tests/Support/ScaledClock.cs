using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;

namespace Invoicing.Tests.Support;

/// <summary>Time that passes faster by a factor.</summary>
internal sealed class ScaledClock : IClock
{
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly int _speed;

    public ScaledClock(int speed) => _speed = speed;

    public DateTimeOffset Now => _start + Elapsed;

    public TimeSpan Elapsed => TimeSpan.FromTicks(_watch.Elapsed.Ticks * _speed);

    public Task Delay(TimeSpan time, CancellationToken cancel) => Task.Delay(TimeSpan.FromTicks(time.Ticks / _speed), cancel);
}
