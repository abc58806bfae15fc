using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Saft.Checks;

/// <summary>Does work on a thread of its own, in the order in which it is added. The adder waits where it is far ahead.</summary>
internal sealed class OrderedWorker<T>
{
    private const int BatchLength = 64;
    private const int BatchesAhead = 64;

    private readonly BlockingCollection<List<T>> _batches = new(BatchesAhead);
    private readonly Action<T> _work;
    private readonly Task _task;
    private List<T> _batch = new(BatchLength);
    private Exception? _fault;
    private bool _isFinished;

    public OrderedWorker(Action<T> work)
    {
        _work = work;
        _task = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public void Add(T item)
    {
        _batch.Add(item);
        if (_batch.Count == BatchLength)
        {
            _batches.Add(_batch);
            _batch = new List<T>(BatchLength);
        }
    }

    /// <summary>Waits until all is done; what was done is then seen by the caller's thread. A second call does nothing.</summary>
    public void Finish()
    {
        if (!_isFinished)
        {
            _isFinished = true;
            _batches.Add(_batch);
            _batches.CompleteAdding();
            _task.Wait();
            _batches.Dispose();
            if (_fault is not null)
            {
                ExceptionDispatchInfo.Capture(_fault).Throw();
            }
        }
    }

    private void Run()
    {
        foreach (var batch in _batches.GetConsumingEnumerable())
        {
            try
            {
                // After a fault the rest is only taken, so that the adder never waits for ever.
                if (_fault is null)
                {
                    batch.ForEach(_work);
                }
            }
            catch (Exception fault)
            {
                _fault = fault;
            }
        }
    }
}
