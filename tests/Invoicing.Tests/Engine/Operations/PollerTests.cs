using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Operations;

public sealed class PollerTests
{
    [Fact]
    public async Task ItIsAskedUntilItIsReady()
    {
        using var rig = new Rig();
        rig.Server.Then([.. Enumerable.Repeat(Answer.Empty(202), 5), Answer.Json("{\"Url\":\"https://example.com/s\"}")]);
        ProviderOperation operation = Start(rig);

        await new OperationPoller().WaitAsync(operation);

        Assert.True(operation.IsReady);
        Assert.Equal(6, operation.PollCount);
        Assert.Equal([5, 7.5, 11.25, 16.875, 25.3125], rig.Clock.Delays.Select(delay => delay.TotalSeconds));
    }

    [Fact]
    public async Task TheIntervalGrowsToThirtySeconds()
    {
        using var rig = new Rig();
        rig.Server.Then([.. Enumerable.Repeat(Answer.Empty(202), 12), Answer.Json("{\"Url\":\"https://example.com/s\"}")]);

        await new OperationPoller { Timeout = TimeSpan.Zero, Interval = TimeSpan.FromSeconds(20) }.WaitAsync(Start(rig));

        Assert.Equal([20, 30, 30], rig.Clock.Delays.Take(3).Select(delay => delay.TotalSeconds));
        Assert.All(rig.Clock.Delays.Skip(3), delay => Assert.Equal(30, delay.TotalSeconds));
    }

    [Fact]
    public async Task ALongerIntervalStaysAsItIs()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(202), Answer.Empty(202), Answer.Json("{\"Url\":\"https://example.com/s\"}"));

        await new OperationPoller { Timeout = TimeSpan.Zero, Interval = TimeSpan.FromSeconds(90) }.WaitAsync(Start(rig));

        Assert.Equal([90, 90], rig.Clock.Delays.Select(delay => delay.TotalSeconds));
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData("Tue, 10 Mar 2026 12:01:30 GMT", 90)]
    [InlineData("0", 5)]
    [InlineData("99999999999", 5)]
    [InlineData("soon", 5)]
    public async Task TheProviderMaySayWhenItWantsToBeAskedAgain(string retryAfter, int seconds)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(202).With("Retry-After", retryAfter), Answer.Empty(202), Answer.Json("{\"Url\":\"https://example.com/s\"}"));

        await new OperationPoller { Timeout = TimeSpan.Zero }.WaitAsync(Start(rig));

        Assert.Equal([seconds, 7.5], rig.Clock.Delays.Select(delay => delay.TotalSeconds));
    }

    [Fact]
    public async Task WhatIsReadyIsNotAskedAgain()
    {
        using var rig = new Rig();
        rig.Server.Then("{\"Url\":\"https://example.com/s\"}");
        ProviderOperation operation = Start(rig);

        await new OperationPoller().WaitAsync(operation);
        await new OperationPoller().WaitAsync(operation);

        Assert.Single(rig.Server.Calls);
        Assert.Empty(rig.Clock.Delays);
    }

    [Fact]
    public async Task WhatIsNotReadyInTimeCanBeWaitedForAgain()
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Empty(202));
        ProviderOperation operation = Start(rig);
        var poller = new OperationPoller { Timeout = TimeSpan.FromSeconds(12), Interval = TimeSpan.FromSeconds(5) };

        OperationTimeoutException fault = await Assert.ThrowsAsync<OperationTimeoutException>(() => poller.WaitAsync(operation));

        Assert.Equal((ErrorKind.OperationTimeout, TimeSpan.FromSeconds(12), 3), (fault.Kind, fault.Limit, operation.PollCount));
        Assert.Same(operation, fault.Operation);
        rig.Server.Then(Answer.Empty(202), Answer.Json("{\"Url\":\"https://example.com/s\"}"));
        await poller.WaitAsync(fault.Operation);
        Assert.True(operation.IsReady);
        Assert.Equal(5, operation.PollCount);
    }

    [Fact]
    public async Task TheLimitCountsWhileAQuestionIsUnderWay()
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Silence());

        await Assert.ThrowsAsync<OperationTimeoutException>(
            () => new OperationPoller { Timeout = TimeSpan.FromMilliseconds(50) }.WaitAsync(Start(rig)));
    }

    [Fact]
    public async Task ForEverIsForEver()
    {
        using var rig = new Rig();
        int asked = 0;
        rig.Server.Otherwise(_ => ++asked < 100 ? Answer.Empty(202) : Answer.Json("{\"Url\":\"https://example.com/s\"}"));

        await new OperationPoller { Timeout = TimeSpan.Zero }.WaitAsync(Start(rig));

        Assert.True(rig.Clock.Elapsed > TimeSpan.FromMinutes(40));
    }

    [Fact]
    public async Task CancellingIsNoTimeout()
    {
        using var rig = new Rig();
        using var cancel = new CancellationTokenSource();
        rig.Server.Otherwise(_ => Answer.Empty(202));
        rig.Clock.OnDelay = _ => cancel.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new OperationPoller().WaitAsync(Start(rig), null, cancel.Token));

        Assert.Single(rig.Server.Calls);
    }

    [Fact]
    public async Task AFailureEndsTheWait()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(202)).Otherwise(_ => Answer.Json("{\"message\":\"Falhou\"}", 500));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => new OperationPoller().WaitAsync(Start(rig)));

        Assert.Equal(ErrorKind.OperationFailed, fault.Kind);
    }

    [Fact]
    public async Task ProgressTellsOfEveryWait()
    {
        using var rig = new Rig();
        var told = new List<OperationProgress>();
        rig.Server.Then(Answer.Empty(202), Answer.Empty(202), Answer.Json("{\"Url\":\"https://example.com/s\"}"));
        ProviderOperation operation = Start(rig);

        await new OperationPoller { Interval = TimeSpan.FromSeconds(2) }.WaitAsync(operation, new Told<OperationProgress>(told));

        Assert.Equal([(0, 2), (2, 3)], told.Select(progress => (progress.Waited.TotalSeconds, progress.NextQuestion.TotalSeconds)));
        Assert.All(told, progress => Assert.Same(operation, progress.Operation));
    }

    [Fact]
    public async Task AnotherObserverCanListenOn()
    {
        using var rig = new Rig();
        var second = new RecordingObserver();
        rig.Server.Otherwise(_ => Answer.Empty(202));
        ProviderOperation operation = Start(rig);
        await operation.PollAsync();

        await operation.ObservedBy(second).PollAsync();

        Assert.Single(rig.Observer.Traces);
        Assert.Single(second.Traces);
    }

    private static ProviderOperation Start(Rig rig) => rig.Use<ISaftExporter>().StartSaft(2026, 3);
}
