using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Http;

/// <summary>What happens when the connection, not the provider, says no.</summary>
public sealed class ConnectionTests
{
    private const string Long = "{\"name\":\"0123456789012345678901234567890123456789\"}";

    [Theory]
    [InlineData(Delivery.Reset)]
    [InlineData(Delivery.CutOff)]
    public async Task ALostAnswerToAReadIsFetchedAgain(Delivery delivery)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Broken(Long, 10, delivery), Answer.Json("{}"));

        await StatusTests.SendAsync(rig, repeatable: true);

        Assert.Equal(2, rig.Server.Calls.Count);
    }

    [Theory]
    [InlineData(Delivery.Reset)]
    [InlineData(Delivery.CutOff)]
    public async Task ALostAnswerToACreateIsADoubt(Delivery delivery)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Broken(Long, 10, delivery), Answer.Json("{}"));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => StatusTests.SendAsync(rig, repeatable: false));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Single(rig.Server.Calls);
        NoKey.In(fault);
    }

    [Fact]
    public async Task AConnectionThatWasRefusedIsTriedAgainEvenForACreate()
    {
        // Bound and not listening: nobody else can get the port meanwhile.
        using var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var rig = new Rig(address: new Uri($"http://{nobody.LocalEndPoint}/"));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => StatusTests.SendAsync(rig, repeatable: false));

        Assert.Equal(ErrorKind.ProviderUnavailable, fault.Kind);
        Assert.Equal(4, rig.Clock.Delays.Count);
        Assert.Null(fault.StatusCode);
        NoKey.In(fault);
    }

    [Theory]
    [InlineData(Delivery.Silence, true, ErrorKind.RequestTimeout)]
    [InlineData(Delivery.Silence, false, ErrorKind.OutcomeUnknown)]
    [InlineData(Delivery.Stall, true, ErrorKind.RequestTimeout)]
    [InlineData(Delivery.Stall, false, ErrorKind.OutcomeUnknown)]
    public async Task ARequestEndsInTime(Delivery delivery, bool repeatable, ErrorKind kind)
    {
        using var rig = new Rig(timeout: TimeSpan.FromMilliseconds(60));
        rig.Server.Otherwise(_ => Answer.Broken(Long, 10, delivery));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => StatusTests.SendAsync(rig, repeatable));

        Assert.Equal(kind, fault.Kind);
        Assert.Equal(repeatable ? 4 : 0, rig.Clock.Delays.Count);
    }

    [Theory]
    [InlineData(Delivery.Stall, 422)]
    [InlineData(Delivery.Stall, 500)]
    public async Task AnErrorThatNeverEndsEndsInTime(Delivery delivery, int status)
    {
        using var rig = new Rig(timeout: TimeSpan.FromMilliseconds(60));
        rig.Server.Otherwise(_ => Answer.Broken(Long, 10, delivery, status));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => StatusTests.SendAsync(rig, repeatable: false));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
    }

    [Theory]
    [InlineData(Delivery.Silence, false)]
    [InlineData(Delivery.Stall, false)]
    [InlineData(Delivery.Silence, true)]
    [InlineData(Delivery.Stall, true)]
    public async Task CancellingEndsARequestAtOnce(Delivery delivery, bool bodies)
    {
        using var rig = new Rig();
        using var cancel = new CancellationTokenSource();
        rig.Observer.WantsBodies = bodies;
        rig.Server.Then(Answer.Broken(Long, 10, delivery));
        Task sending = StatusTests.SendAsync(rig, repeatable: true, cancel.Token);
        await rig.Server.HasCallsAsync(1);

        await EndsAsync(sending, cancel);
    }

    [Fact]
    public async Task CancellingEndsAStalledRawRequestAtOnce()
    {
        using var rig = new Rig();
        using var cancel = new CancellationTokenSource();
        rig.Server.Then(Answer.Broken(Long, 10, Delivery.Stall));
        Task sending = rig.Use<IRawRequester>().SendAsync("GET", "things.json", [], null, cancel.Token);
        await rig.Server.HasCallsAsync(1);

        await EndsAsync(sending, cancel);
    }

    [Fact]
    public async Task AStalledRawRequestEndsInTime()
    {
        using var rig = new Rig(timeout: TimeSpan.FromMilliseconds(60));
        rig.Server.Otherwise(_ => Answer.Broken(Long, 10, Delivery.Stall));

        Task sending = rig.Use<IRawRequester>().SendAsync("POST", "things.json", [], "{}");

        Assert.Same(sending, await Task.WhenAny(sending, Task.Delay(5000)));
        Assert.Equal(ErrorKind.OutcomeUnknown, (await Assert.ThrowsAsync<ProviderException>(() => sending)).Kind);
    }

    [Fact]
    public async Task CancellingEndsTheWaitBeforeARepetition()
    {
        using var rig = new Rig();
        using var cancel = new CancellationTokenSource();
        rig.Clock.OnDelay = _ => cancel.Cancel();
        rig.Server.Otherwise(_ => Answer.Empty(503));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StatusTests.SendAsync(rig, repeatable: true, cancel.Token));

        Assert.Single(rig.Server.Calls);
    }

    [Fact]
    public async Task WhatIsCancelledBeforehandIsNotSent()
    {
        using var rig = new Rig();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => StatusTests.SendAsync(rig, repeatable: true, new CancellationToken(canceled: true)));

        Assert.Empty(rig.Server.Calls);
    }

    private static async Task EndsAsync(Task sending, CancellationTokenSource cancel)
    {
        await Task.Delay(20);
        var watch = Stopwatch.StartNew();
        cancel.Cancel();
        Assert.Same(sending, await Task.WhenAny(sending, Task.Delay(5000)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1.5), $"It took {watch.Elapsed}.");
    }
}
