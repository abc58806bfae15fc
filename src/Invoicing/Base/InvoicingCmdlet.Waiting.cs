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
    private Action? _tick;

    /// <summary>Does work and shows its progress while something is waited for.</summary>
    /// <param name="progress">Ends with the work, however that ends.</param>
    /// <param name="tick">Shows how far the work is; called on the pipeline's thread a few times a second.</param>
    /// <param name="work">The work.</param>
    private protected T Showing<T>(ProgressReporter progress, Action tick, Func<T> work)
    {
        _tick = tick;
        try
        {
            return work();
        }
        finally
        {
            _tick = null;
            progress.End();
        }
    }

    /// <summary>Does work and shows its progress while something is waited for.</summary>
    private protected void Showing(ProgressReporter progress, Action tick, Action work) => Showing(progress, tick, () =>
    {
        work();
        return true;
    });

    /// <summary>Does work that counts what it has done, and shows the count.</summary>
    /// <param name="activity">The work in words.</param>
    /// <param name="what">The things that are counted.</param>
    /// <param name="work">The work; it tells its count.</param>
    private protected T Counting<T>(string activity, string what, Func<IProgress<int>, T> work)
    {
        int count = 0;
        var progress = new ProgressReporter(this, activity);
        return Showing(progress, () => progress.Count(count, null, what), () => work(new ImmediateProgress<int>(done => count = done)));
    }

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
            _tick?.Invoke();
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
