using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;

namespace Invoicing;

/// <summary>The way to wait for a long-running operation.</summary>
public sealed class OperationPoller
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait in all; <see cref="TimeSpan.Zero"/> waits for ever.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Wait before the second question. Each one after it is half as long again, up to 30 seconds, unless the provider says when.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Waits until an operation is ready.</summary>
    /// <param name="operation">The operation; it may have been asked for already.</param>
    /// <param name="progress">Hears of every question.</param>
    /// <param name="cancellationToken">Stops the waiting at once; the operation goes on at the provider.</param>
    /// <returns>Done when it is ready.</returns>
    /// <exception cref="OperationTimeoutException">It was not ready in time; it can be waited for again.</exception>
    /// <exception cref="ProviderException">It was refused, or ended in failure.</exception>
    public async Task WaitAsync(ProviderOperation operation, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        TimeSpan start = operation.Clock.Elapsed;
        await WaitAsync(
            operation.Clock,
            operation.PollAsync,
            isReady => isReady,
            wait =>
            {
                TimeSpan next = operation.AskedWait ?? wait;
                progress?.Report(new OperationProgress(operation, operation.Clock.Elapsed - start, next));
                return next;
            },
            () => new OperationTimeoutException(operation, Timeout),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks again and again until an answer says that it is ready.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="ask">Asks once.</param>
    /// <param name="isReady">Tells from an answer if the wait is over.</param>
    /// <param name="wait">Hears of the next wait before it begins, and may choose another one.</param>
    /// <param name="late">Makes the error of a wait that took too long.</param>
    /// <param name="cancel">Stops the waiting at once.</param>
    /// <returns>The answer that was ready.</returns>
    internal async Task<T> WaitAsync<T>(
        IClock clock,
        Func<CancellationToken, Task<T>> ask,
        Func<T, bool> isReady,
        Func<TimeSpan, TimeSpan> wait,
        Func<InvoicingException> late,
        CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (Timeout > TimeSpan.Zero)
        {
            limit.CancelAfter(Timeout);
        }

        try
        {
            TimeSpan start = clock.Elapsed;
            for (TimeSpan interval = Interval; ; interval = Longer(interval))
            {
                T answer = await ask(limit.Token).ConfigureAwait(false);
                if (isReady(answer))
                {
                    return answer;
                }

                if (Timeout > TimeSpan.Zero && clock.Elapsed - start >= Timeout)
                {
                    throw late();
                }

                await clock.Delay(wait(interval), limit.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw late();
        }
    }

    private TimeSpan Longer(TimeSpan interval) => TimeSpan.FromSeconds(
        Math.Min(interval.TotalSeconds * 1.5, Math.Max(LongestInterval.TotalSeconds, Interval.TotalSeconds)));
}

/// <summary>The state of the wait for an operation.</summary>
public sealed class OperationProgress
{
    internal OperationProgress(ProviderOperation operation, TimeSpan waited, TimeSpan nextQuestion)
    {
        Operation = operation;
        Waited = waited;
        NextQuestion = nextQuestion;
    }

    /// <summary>The operation that is waited for.</summary>
    public ProviderOperation Operation { get; }

    /// <summary>The time since the wait began.</summary>
    public TimeSpan Waited { get; }

    /// <summary>The moment of the next question.</summary>
    public TimeSpan NextQuestion { get; }
}
