using System;
using System.Threading;
using System.Threading.Tasks;

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
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (Timeout > TimeSpan.Zero)
        {
            limit.CancelAfter(Timeout);
        }

        try
        {
            await PollAsync(operation, progress, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new OperationTimeoutException(operation, Timeout);
        }
    }

    private async Task PollAsync(ProviderOperation operation, IProgress<OperationProgress>? progress, CancellationToken cancel)
    {
        TimeSpan start = operation.Clock.Elapsed;
        TimeSpan interval = Interval;
        while (!await operation.PollAsync(cancel).ConfigureAwait(false))
        {
            TimeSpan waited = operation.Clock.Elapsed - start;
            if (Timeout > TimeSpan.Zero && waited >= Timeout)
            {
                throw new OperationTimeoutException(operation, Timeout);
            }

            TimeSpan wait = operation.AskedWait ?? interval;
            progress?.Report(new OperationProgress(operation, waited, wait));
            await operation.Clock.Delay(wait, cancel).ConfigureAwait(false);
            double longest = Math.Max(LongestInterval.TotalSeconds, Interval.TotalSeconds);
            interval = TimeSpan.FromSeconds(Math.Min(interval.TotalSeconds * 1.5, longest));
        }
    }
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
