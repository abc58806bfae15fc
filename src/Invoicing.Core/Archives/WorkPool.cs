using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Archives;

/// <summary>Work of which some is done at a time. The first failure ends the rest.</summary>
internal sealed class WorkPool : IDisposable
{
    /// <summary>Files that take a provider seconds are waited for together; the rate limit holds for all of them.</summary>
    private const int AtOnce = 6;

    private readonly List<Task> _running = [];
    private readonly CancellationTokenSource _cancel;

    public WorkPool(CancellationToken cancel) => _cancel = CancellationTokenSource.CreateLinkedTokenSource(cancel);

    /// <summary>Begins work as soon as there is room for it.</summary>
    public async Task AddAsync(Func<CancellationToken, Task> work)
    {
        while (_running.Count >= AtOnce)
        {
            await EndOneAsync().ConfigureAwait(false);
        }

        _cancel.Token.ThrowIfCancellationRequested();
        Task begun = work(_cancel.Token);
        _running.Add(begun);
        if (begun.IsCompleted)
        {
            await EndOneAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the rest.</summary>
    public async Task EndAsync()
    {
        while (_running.Count > 0)
        {
            await EndOneAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends what goes on after a failure.</summary>
    public async Task StopAsync()
    {
        _cancel.Cancel();
        await Task.WhenAll(_running).ContinueWith(static done => done.Exception, TaskScheduler.Default).ConfigureAwait(false);
    }

    public void Dispose() => _cancel.Dispose();

    private async Task EndOneAsync()
    {
        Task done = await Task.WhenAny(_running).ConfigureAwait(false);
        _running.Remove(done);
        await done.ConfigureAwait(false);
    }
}
