using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Http;

/// <summary>
/// Lets requests of one account through no faster than its limits allow. All sessions of an account in this process share one gate.
/// </summary>
internal sealed class RateGate
{
    private static readonly ConcurrentDictionary<string, RateGate> Gates = new(StringComparer.OrdinalIgnoreCase);

    private readonly object _lock = new();
    private readonly IClock _clock;
    private IReadOnlyList<RateLimit> _limits = [];
    private Dictionary<TimeSpan, Window> _windows = [];

    public RateGate(IClock clock) => _clock = clock;

    /// <summary>The gate of an account; the last session that says which limits it has is believed.</summary>
    public static RateGate For(string account, IReadOnlyList<RateLimit> limits)
    {
        RateGate gate = Gates.GetOrAdd(account, _ => new RateGate(SystemClock.Instance));
        gate.SetLimits(limits);
        return gate;
    }

    public IReadOnlyList<RateUsage> Usage
    {
        get
        {
            lock (_lock)
            {
                TimeSpan now = _clock.Elapsed;
                return [.. _limits.Where(limit => Holds(limit, now)).Select(limit => new RateUsage(limit, _windows[limit.Window].Count(now)))];
            }
        }
    }

    public void SetLimits(IReadOnlyList<RateLimit> limits)
    {
        lock (_lock)
        {
            // A window that is already there keeps what it has counted.
            _windows = limits
                .Concat(limits.Select(limit => limit.After).OfType<RateLimit>())
                .Select(limit => limit.Window)
                .Distinct()
                .ToDictionary(length => length, length => _windows.TryGetValue(length, out Window? known) ? known : new Window(length));
            _limits = limits;
        }
    }

    /// <summary>Waits for a place and takes it.</summary>
    /// <exception cref="InvoicingException">The wait would be longer than <paramref name="longest"/>; nothing was waited for.</exception>
    public async Task EnterAsync(TimeSpan longest, IRequestObserver? observer, CancellationToken cancel)
    {
        TimeSpan waited = TimeSpan.Zero;
        while (true)
        {
            TimeSpan wait = TryEnter();
            if (wait <= TimeSpan.Zero)
            {
                return;
            }

            waited += wait;
            if (waited > longest)
            {
                throw new InvoicingException(
                    ErrorKind.RateLimitExceeded,
                    FormattableString.Invariant($"The account's limit of requests is used up for another {wait.TotalSeconds:0} seconds, which is longer than the time limit of {longest.TotalSeconds:0} seconds. Nothing was sent."));
            }

            observer?.OnWait("The account's limit of requests is used up", wait);
            await _clock.Delay(wait, cancel).ConfigureAwait(false);
        }
    }

    private TimeSpan TryEnter()
    {
        lock (_lock)
        {
            TimeSpan now = _clock.Elapsed;
            TimeSpan wait = TimeSpan.Zero;
            foreach (RateLimit limit in _limits.Where(limit => Holds(limit, now)))
            {
                TimeSpan free = _windows[limit.Window].FreeIn(now, limit.Requests);
                wait = free > wait ? free : wait;
            }

            if (wait <= TimeSpan.Zero)
            {
                foreach (Window window in _windows.Values)
                {
                    window.Take(now);
                }
            }

            return wait;
        }
    }

    private bool Holds(RateLimit limit, TimeSpan now) => limit.After is not { } count || _windows[count.Window].Count(now) >= count.Requests;

    /// <summary>When the requests of a time were made. Limits of the same time share it.</summary>
    private sealed class Window
    {
        private readonly Queue<TimeSpan> _taken = new();
        private readonly TimeSpan _length;

        public Window(TimeSpan length) => _length = length;

        public int Count(TimeSpan now)
        {
            while (_taken.Count > 0 && now - _taken.Peek() >= _length)
            {
                _taken.Dequeue();
            }

            return _taken.Count;
        }

        /// <summary>After a limit was lowered, more than one has to leave before there is a place.</summary>
        public TimeSpan FreeIn(TimeSpan now, int requests)
        {
            int tooMany = Count(now) - requests;
            return tooMany < 0 ? TimeSpan.Zero : _taken.ElementAt(tooMany) + _length - now;
        }

        public void Take(TimeSpan now) => _taken.Enqueue(now);
    }
}
