using System;
using System.Collections.Generic;

namespace Invoicing.Http;

/// <summary>
/// Times of an account's requests, as a provider may have counted them. One in progress has no time yet: it counts as
/// made now, since the provider can count it at any moment until its answer comes.
/// </summary>
internal sealed class RequestTimes
{
    /// <summary>Age after which a request in progress belongs to a process that has ended.</summary>
    private static readonly long LongestRequest = TimeSpan.FromMinutes(5).Ticks;

    private readonly List<long> _done;
    private readonly List<long> _underWay;

    public RequestTimes()
        : this([], [])
    {
    }

    /// <param name="done">Times of answers in ticks of UTC, oldest first.</param>
    /// <param name="underWay">Times of sending in ticks of UTC.</param>
    public RequestTimes(List<long> done, List<long> underWay)
    {
        _done = done;
        _underWay = underWay;
    }

    public IReadOnlyList<long> Done => _done;

    public IReadOnlyList<long> UnderWay => _underWay;

    /// <summary>Drops times outside all windows, and times in the future after the clock was set back.</summary>
    public void Forget(long now, TimeSpan longest)
    {
        _done.RemoveAll(time => time > now || now - time >= longest.Ticks);
        foreach (long lost in _underWay.FindAll(time => time > now || now - time >= LongestRequest))
        {
            _underWay.Remove(lost);
        }
    }

    public int Count(long now, TimeSpan window) => _done.Count - FirstWithin(now, window) + _underWay.Count;

    /// <summary>Wait until one more request fits.</summary>
    public TimeSpan FreeIn(long now, TimeSpan window, int requests)
    {
        int first = FirstWithin(now, window);
        int tooMany = _done.Count - first + _underWay.Count - requests;
        if (tooMany < 0)
        {
            return TimeSpan.Zero;
        }

        // If requests in progress alone fill the window, the first of them may be answered at any moment.
        return first + tooMany < _done.Count
            ? TimeSpan.FromTicks(_done[first + tooMany] + window.Ticks - now)
            : TimeSpan.FromTicks(Math.Min(window.Ticks, TimeSpan.FromMilliseconds(100).Ticks));
    }

    public void Start(long now) => _underWay.Add(now);

    public void Finish(long started, long now)
    {
        if (_underWay.Remove(started))
        {
            // Not always at the end: the clock may have been set back meanwhile.
            int at = _done.BinarySearch(now);
            _done.Insert(at < 0 ? ~at : at, now);
        }
    }

    private int FirstWithin(long now, TimeSpan window)
    {
        int index = _done.BinarySearch(now - window.Ticks + 1);
        return index < 0 ? ~index : index;
    }
}
