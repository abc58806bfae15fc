using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Http;

/// <summary>Source of time for the waits of a session: see <see cref="ConnectOptions.Clock"/>. Called from any thread.</summary>
public interface IClock
{
    /// <summary>The time of day, for dates, rate limits and Retry-After.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Monotonic time, for time limits.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>Waits.</summary>
    /// <param name="time">Length of the wait.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Completes when the time has passed.</returns>
    Task DelayAsync(TimeSpan time, CancellationToken cancellationToken = default);
}

/// <summary>The system's time.</summary>
internal sealed class SystemClock : IClock
{
    public static readonly SystemClock Instance = new();

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public DateTimeOffset Now => DateTimeOffset.Now;

    public TimeSpan Elapsed => _watch.Elapsed;

    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken = default) => Task.Delay(time, cancellationToken);
}

internal static class ClockExtensions
{
    /// <summary>Waits. Here the token is not optional: no wait of ours may go on after Ctrl+C.</summary>
    public static Task Delay(this IClock clock, TimeSpan time, CancellationToken cancel) => clock.DelayAsync(time, cancel);
}
