using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;

/// <summary>A clock that runs faster by a factor, so that a limit of a minute or a day is measured in seconds.</summary>
public sealed class FastClock : IClock
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly DateTimeOffset _start = DateTimeOffset.Now;
    private readonly double _factor;

    public FastClock(double factor) => _factor = factor;

    public DateTimeOffset Now => _start + Elapsed;

    public TimeSpan Elapsed => TimeSpan.FromTicks((long)(_watch.Elapsed.Ticks * _factor));

    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken = default) =>
        Task.Delay(TimeSpan.FromTicks((long)(time.Ticks / _factor)), cancellationToken);
}
