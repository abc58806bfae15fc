using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Http;

public sealed class RateLimiterTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Long = TimeSpan.FromDays(7);

    private readonly FakeClock _clock = new();
    private readonly RecordingObserver _observer = new();

    [Fact]
    public async Task AsManyAsTheLimitPassAtOnceAndTheNextWaitsForTheFirstToLeaveTheWindow()
    {
        RateLimiter gate = Gate(new RateLimit(3, Minute));
        await EnterAsync(gate, 1);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await EnterAsync(gate, 2);
        Assert.Empty(_clock.Delays);

        await EnterAsync(gate, 1);

        Assert.Equal([TimeSpan.FromSeconds(50)], _clock.Delays);
        Assert.Equal(TimeSpan.FromSeconds(50), Assert.Single(_observer.Waits).Time);
    }

    [Fact]
    public async Task TheWindowSlides()
    {
        RateLimiter gate = Gate(new RateLimit(2, Minute));
        for (int i = 0; i < 20; i++)
        {
            await EnterAsync(gate, 1);
            _clock.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.Empty(_clock.Delays);
    }

    [Fact]
    public async Task TheTightestOfSeveralLimitsCounts()
    {
        RateLimiter gate = Gate(new RateLimit(2, Minute), new RateLimit(3, TimeSpan.FromDays(1)));

        await EnterAsync(gate, 4);

        Assert.Equal([Minute, TimeSpan.FromDays(1) - Minute], _clock.Delays);
    }

    [Fact]
    public async Task AWaitThatIsTooLongIsRefusedAtOnce()
    {
        RateLimiter gate = Gate(new RateLimit(1, Minute));
        await EnterAsync(gate, 1);

        InvoicingException fault = await Assert.ThrowsAsync<InvoicingException>(
            () => gate.EnterAsync(TimeSpan.FromSeconds(59), _observer, default));

        Assert.Equal(ErrorKind.RateLimitExceeded, fault.Kind);
        Assert.Empty(_clock.Delays);
        Assert.Equal(1, Assert.Single(gate.Usage).Used);
        (await gate.EnterAsync(Minute, _observer, default)).Dispose();
    }

    [Fact]
    public async Task WhatIsRefusedForALoweredLimitIsRefusedAtOnceToo()
    {
        RateLimiter gate = Gate(new RateLimit(10, Minute));
        for (int i = 0; i < 10; i++)
        {
            await EnterAsync(gate, 1);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        gate.SetLimits([new RateLimit(2, Minute)]);

        // Nine of the ten have to leave the window: the ninth does so at 68 s, which is 58 s from now.
        await Assert.ThrowsAsync<InvoicingException>(() => gate.EnterAsync(TimeSpan.FromSeconds(57), _observer, default));
        Assert.Empty(_clock.Delays);
        (await gate.EnterAsync(TimeSpan.FromSeconds(58), _observer, default)).Dispose();
        Assert.Equal([TimeSpan.FromSeconds(58)], _clock.Delays);
    }

    [Fact]
    public async Task UsageCounts()
    {
        RateLimiter gate = Gate(new RateLimit(5, Minute));
        await EnterAsync(gate, 3);
        RateUsage usage = Assert.Single(gate.Usage);
        Assert.Equal((5, Minute, 3, 2), (usage.Limit, usage.Window, usage.Used, usage.Left));

        gate.SetLimits([new RateLimit(2, Minute)]);
        usage = Assert.Single(gate.Usage);
        Assert.Equal((2, 3, 0), (usage.Limit, usage.Used, usage.Left));

        _clock.Advance(Minute);
        Assert.Equal(0, Assert.Single(gate.Usage).Used);
    }

    /// <summary>What is left is what the tightest limit leaves; how far it is to the lower one is told, too.</summary>
    [Fact]
    public async Task UsageTellsTheLimitThatHolds()
    {
        RateLimiter gate = Gate(
            new RateLimit(6, Minute), new RateLimit(3, Minute) { After = new RateLimit(5, TimeSpan.FromDays(1)) });

        await EnterAsync(gate, 4);
        Assert.Equal(["4 of 6 in 00:01:00", "4 of 5 in 1.00:00:00"], gate.Usage.Select(usage => usage.ToString()));
        await EnterAsync(gate, 1);
        Assert.Equal(["5 of 3 in 00:01:00", "5 of 5 in 1.00:00:00"], gate.Usage.Select(usage => usage.ToString()));
        Assert.Equal([(0, false), (0, true)], gate.Usage.Select(usage => (usage.Left, usage.IsThreshold)));

        // Scripts index arrays, and nothing that the compiler makes up.
        Assert.IsType<RateUsage[]>(gate.Usage);
    }

    [Fact]
    public async Task ALimitCanBeginAfterACount()
    {
        var day = TimeSpan.FromDays(1);
        RateLimiter gate = Gate(new RateLimit(2, TimeSpan.FromSeconds(1)) { After = new RateLimit(5, day) });

        await EnterAsync(gate, 5);
        Assert.Empty(_clock.Delays);
        await EnterAsync(gate, 1);

        Assert.Equal([TimeSpan.FromSeconds(1)], _clock.Delays);
        _clock.Advance(day);
        await EnterAsync(gate, 5);
        Assert.Single(_clock.Delays);
    }

    [Fact]
    public async Task NoLimitsNeverWait()
    {
        RateLimiter gate = Gate();

        await EnterAsync(gate, 1000);

        Assert.Empty(_clock.Delays);
        Assert.Empty(gate.Usage);
    }

    [Fact]
    public async Task CancellingEndsTheWait()
    {
        RateLimiter gate = Gate(new RateLimit(1, Minute));
        await EnterAsync(gate, 1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gate.EnterAsync(Long, null, new CancellationToken(canceled: true)));

        Assert.Equal(1, Assert.Single(gate.Usage).Used);
    }

    [Fact]
    public async Task ManyAtOnceTakeNoMoreThanThereIs()
    {
        RateLimiter gate = Gate(new RateLimit(10, Minute));
        Task[] entering = [.. Enumerable.Range(0, 40).Select(_ => Task.Run(async () => (await gate.EnterAsync(Long, null, default)).Dispose()))];

        await Task.WhenAll(entering);

        Assert.True(_clock.Elapsed >= TimeSpan.FromMinutes(3), $"Forty passed within {_clock.Elapsed}.");
    }

    [Fact]
    public async Task EveryTryCountsAndLinksDoNot()
    {
        using var rig = new Rig(limits: new RateLimit(100, Minute));
        rig.Server.Then(Answer.Empty(503), Answer.Empty(429), Answer.Json("{}"), Answer.Json("{}"));

        await StatusTests.SendAsync(rig, repeatable: true);
        await rig.Api.SendAsync(ApiRequest.ForLink(rig.Server.BaseUri), default);

        Assert.Equal(3, Assert.Single(rig.Gate.Usage).Used);
    }

    [Fact]
    public async Task ARequestThatMayNotPassIsNotSent()
    {
        using var rig = new Rig(limits: new RateLimit(1, TimeSpan.FromDays(1)));
        rig.Server.Otherwise(_ => Answer.Json("{}"));
        await StatusTests.SendAsync(rig, repeatable: true);

        InvoicingException fault = await Assert.ThrowsAsync<InvoicingException>(() => StatusTests.SendAsync(rig, repeatable: true));

        Assert.Equal(ErrorKind.RateLimitExceeded, fault.Kind);
        Assert.Single(rig.Server.Calls);
    }

    [Fact]
    public void SessionsOfAnAccountShareTheirGate()
    {
        string account = Guid.NewGuid().ToString();
        var gate = RateLimiter.For(account, [new RateLimit(1, Minute)], folder: null, _clock);

        Assert.Same(gate, RateLimiter.For(account.ToUpperInvariant(), [new RateLimit(2, Minute)], folder: null, _clock));
        Assert.Equal(2, Assert.Single(gate.Usage).Limit);
        Assert.NotSame(gate, RateLimiter.For(account + "x", [], folder: null, _clock));
    }

    [Fact]
    public void ALimitOfNothingIsNone() => Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit(0, Minute));

    private RateLimiter Gate(params RateLimit[] limits)
    {
        var gate = new RateLimiter(_clock);
        gate.SetLimits(limits);
        return gate;
    }

    private async Task EnterAsync(RateLimiter gate, int times)
    {
        for (int i = 0; i < times; i++)
        {
            (await gate.EnterAsync(Long, _observer, default)).Dispose();
        }
    }
}
