using System;
using System.Threading;

namespace Invoicing.Commands;

/// <summary>Wakes the pipeline's thread. It sleeps at once: the usual ways to wait for a task spin first, which keeps others from their work.</summary>
internal sealed class Signal
{
    private readonly object _lock = new();
    private bool _isSet;

    public void Set()
    {
        lock (_lock)
        {
            _isSet = true;
            Monitor.Pulse(_lock);
        }
    }

    /// <summary>Waits for <see cref="Set"/>, which may have come already, but not for ever.</summary>
    public void Wait(TimeSpan longest)
    {
        lock (_lock)
        {
            if (!_isSet)
            {
                Monitor.Wait(_lock, longest);
            }

            _isSet = false;
        }
    }
}
