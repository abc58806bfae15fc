using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.Core;

/// <summary>Sliding window of calls. It keeps no more of them than a limit needs.</summary>
internal sealed class CallWindow
{
    private readonly Queue<DateTimeOffset> _calls = new();
    private readonly TimeSpan _span;
    private readonly int _capacity;

    public CallWindow(TimeSpan span, int capacity)
    {
        _span = span;
        _capacity = capacity;
    }

    public int Count(DateTimeOffset now)
    {
        while (_calls.Count > 0 && now - _calls.Peek() >= _span)
        {
            _calls.Dequeue();
        }

        return _calls.Count;
    }

    public void Add(DateTimeOffset now)
    {
        // A client that never stops must not make the queue grow without end.
        if (_calls.Count >= _capacity)
        {
            _calls.Dequeue();
        }

        _calls.Enqueue(now);
    }
}
