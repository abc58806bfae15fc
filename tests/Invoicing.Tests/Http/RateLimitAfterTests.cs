using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Http;

/// <summary>A limit that holds only after a count in a longer time.</summary>
public class RateLimitAfterTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly RateLimit[] Limits = [new(4, Minute), new(2, Minute) { After = new RateLimit(6, Day) }];

    [Fact]
    public async Task Does_not_hold_before_the_count()
    {
        (RateGate gate, FakeClock clock) = Make();
        await EnterAsync(gate, 4);

        Assert.Empty(clock.Delays);
        Assert.Equal([4], gate.Usage.Select(usage => usage.Limit));
    }

    [Fact]
    public async Task Holds_from_the_count_on()
    {
        (RateGate gate, FakeClock clock) = Make();
        await EnterAsync(gate, 4);
        clock.Advance(Minute);
        await EnterAsync(gate, 2);
        Assert.Empty(clock.Delays);

        // Six were made, and two of them within this minute: that is all there is now.
        Assert.Equal([4, 2], gate.Usage.Select(usage => usage.Limit));
        await EnterAsync(gate, 1);
        Assert.Equal([Minute], clock.Delays);
    }

    [Fact]
    public async Task Ends_when_the_longer_time_has_passed()
    {
        (RateGate gate, FakeClock clock) = Make();
        await EnterAsync(gate, 4);
        clock.Advance(Minute);
        await EnterAsync(gate, 2);
        clock.Advance(Day);

        await EnterAsync(gate, 4);
        Assert.Empty(clock.Delays);
        Assert.Equal([4], gate.Usage.Select(usage => usage.Limit));
    }

    [Fact]
    public async Task Counts_each_request_once_though_two_limits_share_a_time()
    {
        (RateGate gate, _) = Make();
        await EnterAsync(gate, 3);

        Assert.Equal(3, Assert.Single(gate.Usage).Used);
    }

    [Fact]
    public async Task Keeps_its_count_when_limits_are_set_again()
    {
        (RateGate gate, FakeClock clock) = Make();
        await EnterAsync(gate, 4);
        clock.Advance(Minute);
        await EnterAsync(gate, 2);
        gate.SetLimits(Limits);

        Assert.Equal([4, 2], gate.Usage.Select(usage => usage.Limit));
    }

    [Fact]
    public void SimplBooks_has_half_after_ten_thousand_a_day()
    {
        IReadOnlyList<RateLimit> limits = InvoiceProvider.Get("SimplBooks").Limits;

        Assert.Equal([60, 30], limits.Select(limit => limit.Requests));
        Assert.Equal("30 in 00:01:00 after 10000 in 1.00:00:00", limits[1].ToString());
    }

    private static (RateGate Gate, FakeClock Clock) Make()
    {
        var clock = new FakeClock();
        var gate = new RateGate(clock);
        gate.SetLimits(Limits);
        return (gate, clock);
    }

    private static async Task EnterAsync(RateGate gate, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await gate.EnterAsync(TimeSpan.FromMinutes(5), null, CancellationToken.None);
        }
    }
}
