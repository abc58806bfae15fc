using System;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.Http;

/// <summary>The Date header. Its text changes once a second, so it is made once a second.</summary>
internal static class HttpClock
{
    private static Tuple<long, string> _latest = Tuple.Create(-1L, "");

    public static string Text(DateTimeOffset now)
    {
        var second = now.UtcTicks / TimeSpan.TicksPerSecond;
        var latest = _latest;
        if (latest.Item1 != second)
        {
            _latest = latest = Tuple.Create(second, FaultAnswers.HttpDate(now));
        }

        return latest.Item2;
    }
}
