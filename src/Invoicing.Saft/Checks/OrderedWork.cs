using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Saft.Checks;

/// <summary>
/// Does work on the other cores and hands each result to the adder's thread, in the order of the items. An adder that is far ahead
/// helps, so that no core waits for another.
/// </summary>
internal sealed class OrderedWork<TItem, TResult>
{
    private const int BatchLength = 64;
    private const int BatchesAhead = 64;
    private const int MaxWorkers = 3;

    private readonly BlockingCollection<Batch> _open = new(BatchesAhead);
    private readonly Queue<Batch> _untaken = new();
    private readonly Func<TItem, TResult> _work;
    private readonly Action<TItem, TResult> _take;
    private readonly Task[] _workers;
    private Batch _batch = new();
    private bool _isFinished;

    /// <param name="work">Makes the result of an item, on any thread.</param>
    /// <param name="take">Takes a result, on the adder's thread.</param>
    public OrderedWork(Func<TItem, TResult> work, Action<TItem, TResult> take)
    {
        _work = work;
        _take = take;
        _workers = new Task[Math.Max(1, Math.Min(Environment.ProcessorCount - 1, MaxWorkers))];
        for (int i = 0; i < _workers.Length; i++)
        {
            _workers[i] = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <exception cref="Exception">The work on an earlier item failed with it.</exception>
    public void Add(TItem item)
    {
        _batch.Items.Add(item);
        if (_batch.Items.Count == BatchLength)
        {
            Close();
            TakeDone();
        }
    }

    /// <summary>Waits until all is done. A second call does nothing.</summary>
    /// <exception cref="Exception">The work on an item failed with it.</exception>
    public void Finish()
    {
        if (_isFinished)
        {
            return;
        }

        _isFinished = true;
        Close();
        _open.CompleteAdding();
        Work();
        Task.WaitAll(_workers);
        _open.Dispose();
        TakeDone();
    }

    private void Close()
    {
        _untaken.Enqueue(_batch);
        if (!_open.TryAdd(_batch))
        {
            Do(_batch);
        }

        _batch = new Batch();
    }

    private void Work()
    {
        foreach (var batch in _open.GetConsumingEnumerable())
        {
            Do(batch);
        }
    }

    private void Do(Batch batch)
    {
        try
        {
            foreach (var item in batch.Items)
            {
                batch.Results.Add(_work(item));
            }
        }
        catch (Exception fault)
        {
            batch.Fault = ExceptionDispatchInfo.Capture(fault);
        }

        batch.IsDone = true;
    }

    private void TakeDone()
    {
        while (_untaken.Count > 0 && _untaken.Peek().IsDone)
        {
            var batch = _untaken.Dequeue();
            batch.Fault?.Throw();
            for (int i = 0; i < batch.Items.Count; i++)
            {
                _take(batch.Items[i], batch.Results[i]);
            }
        }
    }

    private sealed class Batch
    {
        // Written last by the thread that did the work: who reads true sees the results, too.
        private volatile bool _isDone;

        public List<TItem> Items { get; } = new(BatchLength);

        public List<TResult> Results { get; } = new(BatchLength);

        public ExceptionDispatchInfo? Fault { get; set; }

        public bool IsDone
        {
            get => _isDone;
            set => _isDone = value;
        }
    }
}
