using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Http;

/// <summary>
/// The rate limiter of an account, shared by all processes of the user.
/// </summary>
internal sealed class RateLimiter
{
    private static readonly ConcurrentDictionary<(string Account, string? Folder, IClock Clock), RateLimiter> Gates = new();

    /// <summary>A wait that ends the command: every further row would be refused too.</summary>
    private static readonly TimeSpan FarAway = TimeSpan.FromMinutes(2);

    private readonly IClock _clock;
    private readonly RequestLedger _ledger;
    private IReadOnlyList<RateLimit> _limits = [];

    public RateLimiter(IClock clock, RequestLedger? ledger = null)
    {
        _clock = clock;
        _ledger = ledger ?? new MemoryLedger();
    }

    /// <summary>The limit in force of each window, and the counts on which limits depend.</summary>
    public IReadOnlyList<RateUsage> Usage => _ledger.Use(times =>
    {
        long now = Now;
        IEnumerable<RateLimit> inForce = _limits.Where(limit => Holds(limit, times, now))
            .GroupBy(limit => limit.Window, (_, same) => same.OrderBy(limit => limit.Requests).First());
        IEnumerable<RateLimit> thresholds = _limits.Select(limit => limit.After).OfType<RateLimit>();

        // An array, because PowerShell cannot index the compiler's read-only lists.
        return (RateUsage[])
        [
            .. inForce.Select(limit => new RateUsage(limit, times.Count(now, limit.Window), isThreshold: false)),
            .. thresholds.Select(limit => new RateUsage(limit, times.Count(now, limit.Window), isThreshold: true)),
        ];
    });

    private long Now => _clock.Now.UtcTicks;

    /// <summary>The rate limiter of an account. The limits of the latest session apply.</summary>
    /// <param name="account">Key of the account.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="folder">Folder of the files that processes share; <c>null</c> to count in the memory of this process.</param>
    /// <param name="clock">Time of the session.</param>
    public static RateLimiter For(string account, IReadOnlyList<RateLimit> limits, string? folder, IClock clock)
    {
        RateLimiter gate = Gates.GetOrAdd(
            (account.ToUpperInvariant(), folder, clock),
            _ => new RateLimiter(clock, folder is null ? new MemoryLedger() : FileLedger.For(account, folder)));
        gate.SetLimits(limits);
        return gate;
    }

    public void SetLimits(IReadOnlyList<RateLimit> limits) => _limits = limits;

    /// <summary>Waits for a place and occupies it until the returned object is disposed, when the answer is there.</summary>
    /// <exception cref="InvoicingException">The wait would be longer than <paramref name="longest"/>; nothing was waited for.</exception>
    public async Task<IDisposable> EnterAsync(TimeSpan longest, IRequestObserver? observer, CancellationToken cancel)
    {
        IReadOnlyList<RateLimit> limits = _limits;
        if (limits.Count == 0)
        {
            return NoPlace.Instance;
        }

        TimeSpan waited = TimeSpan.Zero;
        while (true)
        {
            // The ledger may be a file that another process holds: prefetching a page must not wait for it.
            (TimeSpan wait, long started) = await Task.Run(() => TryEnter(limits), cancel).ConfigureAwait(false);
            if (wait <= TimeSpan.Zero)
            {
                return new Place(this, started);
            }

            waited += wait;
            if (waited > longest)
            {
                throw new InvoicingException(
                    ErrorKind.RateLimitExceeded,
                    FormattableString.Invariant($"The account's rate limit is used up for another {wait.TotalSeconds:0} seconds, longer than the time limit of {longest.TotalSeconds:0} seconds. No request was sent."))
                {
                    RetryAt = wait > FarAway ? _clock.Now + wait : null,
                };
            }

            observer?.OnWait("The account's rate limit is used up", wait);
            await _clock.Delay(wait, cancel).ConfigureAwait(false);
        }
    }

    private static bool Holds(RateLimit limit, RequestTimes times, long now) => limit.After is not { } count || times.Count(now, count.Window) >= count.Requests;

    private (TimeSpan Wait, long Started) TryEnter(IReadOnlyList<RateLimit> limits) => _ledger.Use(times =>
    {
        long now = Now;
        times.Forget(now, limits.Concat(limits.Select(limit => limit.After).OfType<RateLimit>()).Max(limit => limit.Window));
        TimeSpan wait = TimeSpan.Zero;
        foreach (RateLimit limit in limits.Where(limit => Holds(limit, times, now)))
        {
            TimeSpan free = times.FreeIn(now, limit.Window, limit.Requests);
            wait = free > wait ? free : wait;
        }

        if (wait <= TimeSpan.Zero)
        {
            times.Start(now);
        }

        return (wait, now);
    });

    private void Leave(long started) => _ledger.Use(times =>
    {
        times.Finish(started, Now);
        return true;
    });

    /// <summary>A request in progress.</summary>
    private sealed class Place : IDisposable
    {
        private readonly RateLimiter _gate;
        private readonly long _started;
        private int _left;

        public Place(RateLimiter gate, long started)
        {
            _gate = gate;
            _started = started;
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                _gate.Leave(_started);
            }
        }
    }

    private sealed class NoPlace : IDisposable
    {
        public static readonly NoPlace Instance = new();

        public void Dispose()
        {
        }
    }
}
