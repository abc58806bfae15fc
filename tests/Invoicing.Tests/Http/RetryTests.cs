using System;
using System.Linq;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Invoicing.Http;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Http;

public sealed class RetryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(7)]
    [InlineData(120)]
    public async Task RetryAfterInSecondsIsObeyed(int seconds)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(429).With("Retry-After", seconds.ToString()), Answer.Json("{}"));

        await StatusTests.SendAsync(rig, repeatable: false);

        Assert.Equal([TimeSpan.FromSeconds(seconds)], rig.Clock.Delays);
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(rig.Observer.Waits).Time);
    }

    [Theory]
    [InlineData("Tue, 10 Mar 2026 12:00:09 GMT", 9)]
    public async Task RetryAfterAsADateIsObeyed(string date, int seconds)
    {
        using var rig = new Rig(Now);
        rig.Server.Then(Answer.Empty(503).With("Retry-After", date), Answer.Json("{}"));

        await StatusTests.SendAsync(rig, repeatable: true);

        Assert.Equal([TimeSpan.FromSeconds(seconds)], rig.Clock.Delays);
    }

    [Fact]
    public async Task AProviderThatAsksForTooMuchIsNotWaitedFor()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(429).With("Retry-After", "3600"), Answer.Json("{}"));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => StatusTests.SendAsync(rig, repeatable: true));

        Assert.Equal(ErrorKind.RateLimitExceeded, fault.Kind);
        Assert.Empty(rig.Clock.Delays);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    public async Task ARetryAfterThatIsNoneFallsBackToOurOwnWait(string header)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(429).With("Retry-After", header), Answer.Json("{}"));

        await StatusTests.SendAsync(rig, repeatable: true);

        Assert.InRange(Assert.Single(rig.Clock.Delays), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void WaitsDoubleWithinTheBoundsOfTheirJitterAndACap()
    {
        var policy = new RetryPolicy { MaximumRetryCount = 9, FirstWait = TimeSpan.FromSeconds(1) };
        for (int attempt = 1; attempt <= 9; attempt++)
        {
            double longest = Math.Min(Math.Pow(2, attempt - 1), 30);
            double[] waits = [.. Enumerable.Range(0, 200).Select(_ => policy.WaitAfter(attempt, null, Now)!.Value.TotalSeconds)];
            Assert.All(waits, wait => Assert.InRange(wait, longest / 2, longest));
            Assert.True(waits.Distinct().Count() > 1);
        }

        Assert.Null(policy.WaitAfter(10, null, Now));
        Assert.Null(policy.WaitAfter(10, new RetryConditionHeaderValue(TimeSpan.FromSeconds(1)), Now));
    }

    [Fact]
    public void NoRepetitionMeansNone() => Assert.Null(new RetryPolicy { MaximumRetryCount = 0 }.WaitAfter(1, null, Now));
}
