using System;
using System.Collections.Generic;

namespace Invoicing.Http;

/// <summary>
/// When the requests of an account were made, as a provider may have counted them. One that is under way has no time yet: it counts as
/// made now, for the provider can count it at any moment until its answer comes.
/// </summary>
internal sealed class RequestTimes
{
    /// <summary>A request that nobody has heard of for so long was that of a process which is no more.</summary>
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

    /// <summary>Drops what no window reaches, and what a clock that was set back has left in the future.</summary>
    public void Forget(long now, TimeSpan longest)
    {
        _done.RemoveAll(time => time > now || now - time >= longest.Ticks);
        foreach (long lost in _underWay.FindAll(time => time > now || now - time >= LongestRequest))
        {
            _underWay.Remove(lost);
        }
    }

    public int Count(long now, TimeSpan window) => _done.Count - FirstWithin(now, window) + _underWay.Count;

    /// <summary>How long until one more fits.</summary>
    public TimeSpan FreeIn(long now, TimeSpan window, int requests)
    {
        int first = FirstWithin(now, window);
        int tooMany = _done.Count - first + _underWay.Count - requests;
        if (tooMany < 0)
        {
            return TimeSpan.Zero;
        }

        // Where those under way alone fill the window, the first of them may be answered at any moment.
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
