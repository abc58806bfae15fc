using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Commands;

/// <summary>Waits for work on other threads: Ctrl+C works at once, messages are written meanwhile, and no request goes on after the command.</summary>
public abstract partial class InvoicingCmdlet
{
    /// <summary>Time between two looks at what is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Time that cancelled work has to end and to write down what it may have done.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(5);

    private static readonly Action<Task, object?> WakeUp = (_, signal) => ((Signal)signal!).Set();

    /// <summary>Called on the pipeline's thread a few times a second while something is waited for.</summary>
    private protected Action? Tick { get; set; }

    /// <summary>Waits for a task, writing what comes meanwhile.</summary>
    private protected T Await<T>(Task<T> task)
    {
        // The next row of a page is there already.
        if (task.Status != TaskStatus.RanToCompletion || Pump.HasMessages)
        {
            WaitFor(task);
        }

        return task.GetAwaiter().GetResult();
    }

    /// <summary>Waits for a task, writing what comes meanwhile.</summary>
    private protected void Await(Task task)
    {
        WaitFor(task);
        task.GetAwaiter().GetResult();
    }

    /// <summary>
    /// Waits for a task. Whatever ends the wait, such as a warning that stops, ends the work too: no request goes on after the command.
    /// </summary>
    private void WaitFor(Task task)
    {
        try
        {
            Follow(task);
        }
        catch
        {
            CancelWork();
            WaitQuietly(task, LongestStop);
            Pump.SayLastWords(Host.UI);
            throw;
        }
    }

    private void CancelWork()
    {
        Pump.IsStopped = true;
        try
        {
            _cancel.Cancel();
        }
        catch (Exception fault) when (fault is ObjectDisposedException or AggregateException)
        {
            // The command has ended already, or what was cancelled has reported its own failure.
        }
    }

    private void Follow(Task task)
    {
        if (!task.IsCompleted)
        {
            task.ContinueWith(WakeUp, Pump.Arrival, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        while (true)
        {
            Pump.Drain(this);
            if (task.IsCompleted)
            {
                break;
            }

            Pump.Arrival.Wait(Patience);
            Tick?.Invoke();
            if (Cancel.IsCancellationRequested && !WaitQuietly(task, LongestStop))
            {
                throw new PipelineStoppedException();
            }
        }

        Pump.Drain(this);
        Pump.EndWait(this);
        if (task.IsCanceled || (task.IsFaulted && Cancel.IsCancellationRequested))
        {
            throw new PipelineStoppedException();
        }
    }

    private static bool WaitQuietly(Task task, TimeSpan longest)
    {
        try
        {
            return task.Wait(longest);
        }
        catch (AggregateException)
        {
            return true;
        }
    }
}
