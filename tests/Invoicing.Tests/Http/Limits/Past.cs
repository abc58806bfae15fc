using System;
using Invoicing.Http;

namespace Invoicing.Tests.Gate;

/// <summary>What the processes of a user asked before, so that a day need not pass.</summary>
/// <param name="Requests">How many requests.</param>
/// <param name="LastAgo">Seconds since the last one.</param>
/// <param name="Apart">Seconds between two.</param>
internal sealed record Past(int Requests, int LastAgo, int Apart)
{
    /// <summary>Enters it into the shared file, unless another process has.</summary>
    public void Write(InvoiceSession session, IClock clock, string folder) =>
        FileLedger.For(InvoiceSession.LimiterKey(session.Provider, session.BaseUri, session.Account), folder).Use(times =>
        {
            bool isFirst = times.Done.Count + times.UnderWay.Count == 0;
            long last = clock.Now.UtcTicks - TimeSpan.FromSeconds(LastAgo).Ticks;
            for (int i = Requests - 1; i >= 0 && isFirst; i--)
            {
                long time = last - TimeSpan.FromSeconds((long)i * Apart).Ticks;
                times.Start(time);
                times.Finish(time, time);
            }

            return isFirst;
        });
}
