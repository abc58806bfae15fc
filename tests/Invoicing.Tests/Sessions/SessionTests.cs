using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Sessions;

public sealed class SessionTests
{
    [Theory]
    [InlineData("acme", "https://acme.app.invoicexpress.com/")]
    [InlineData("acme-2", "https://acme-2.app.invoicexpress.com/")]
    public void AnAccountHasItsOwnAddress(string account, string address)
    {
        using var session = InvoiceSession.Connect(Options(account));

        Assert.Equal(address, session.BaseUri.AbsoluteUri);
        Assert.Equal((account, "InvoiceXpress", true), (session.Name, session.Provider.Name, session.IsConnected));
        Assert.Equal($"{account} (InvoiceXpress)", session.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a/b")]
    [InlineData("example.com#")]
    [InlineData("a b")]
    [InlineData("açor")]
    public void AnAccountThatIsNoneIsRefused(string account) => AssertRefused(Options(account));

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("ftp://127.0.0.1/")]
    public void AnAddressThatIsNotSafeIsRefused(string address) => AssertRefused(Options(baseUri: new Uri(address)));

    [Fact]
    public void ARelativeAddressIsRefused() => AssertRefused(Options(baseUri: new Uri("/api", UriKind.Relative)));

    [Fact]
    public void AnEmptyKeyIsRefused() => AssertRefused(Options(key: ""));

    [Fact]
    public void AProviderThatIsNoneIsRefusedAndTheOthersAreNamed()
    {
        InvoicingException fault = Assert.Throws<InvoicingException>(() => InvoiceProvider.Get("nobody"));

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        Assert.All(InvoiceProvider.All, provider => Assert.Contains(provider.Name, fault.Message));
    }

    [Theory]
    [InlineData("base", "/base/sequences.json")]
    [InlineData("base/", "/base/sequences.json")]
    [InlineData("a/b", "/a/b/sequences.json")]
    public async Task APathInTheAddressIsKept(string path, string expected)
    {
        using var server = new ScriptedServer();
        server.Then("{\"sequences\":[]}");
        using InvoiceSession session = Rig.Connect(new Uri(server.BaseUri, path));

        await session.TestAsync();

        Assert.Equal(expected, server.Only.Path);
    }

    [Fact]
    public async Task TheSessionHasAKeyOfItsOwn()
    {
        using var server = new ScriptedServer();
        server.Then("{\"sequences\":[]}");
        SecureString key = Rig.Secret(Rig.Key);
        using var session = InvoiceSession.Connect(
            new ConnectOptions { Provider = "InvoiceXpress", Account = "a", ApiKey = key, BaseUri = server.BaseUri, IsSandbox = true });
        key.Dispose();

        await session.TestAsync();

        Assert.Equal(Rig.Key, server.Only.Value("api_key"));
    }

    [Fact]
    public async Task ADisposedSessionHasForgottenItsKey()
    {
        using var server = new ScriptedServer();
        InvoiceSession session = Rig.Connect(server.BaseUri);
        session.Dispose();
        session.Dispose();

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => session.TestAsync());

        Assert.Equal(ErrorKind.AuthenticationFailed, fault.Kind);
        Assert.NotNull(fault.Advice);
        Assert.False(session.IsConnected);
        Assert.Empty(server.Calls);
    }

    [Theory]
    [InlineData(Delivery.Silence)]
    [InlineData(Delivery.Stall)]
    public async Task WhatIsUnderWayWhenASessionIsDisposedEndsInAnError(Delivery delivery)
    {
        using var server = new ScriptedServer();
        server.Otherwise(_ => Answer.Broken("{\"sequences\":[]}", 5, delivery));
        InvoiceSession session = Rig.Connect(server.BaseUri);
        Task testing = session.TestAsync();
        await server.HasCallsAsync(1);
        await Task.Delay(20);

        session.Dispose();

        Assert.Same(testing, await Task.WhenAny(testing, Task.Delay(5000)));
        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => testing);
        NoKey.In(fault);
    }

    [Fact]
    public async Task ASessionServesManyAtOnce()
    {
        using var server = new ScriptedServer();
        server.Otherwise(call => Answer.Json($"{{\"client\":{{\"id\":\"{call.Path.Split('/', '.')[2]}\"}}}}"));
        using InvoiceSession session = Rig.Connect(server.BaseUri);
        string[] ids = [.. Enumerable.Range(1, 40).Select(number => number.ToString())];

        Client[] clients = await Task.WhenAll(ids.Select(id => session.Use<IReader<Client>>().GetAsync(id)));

        Assert.Equal(ids, clients.Select(client => client.Id));
        Assert.All(clients, client => Assert.Same(session, client.Session));
        Assert.Equal(40, Assert.Single(session.Limit).Used);
    }

    [Theory]
    [InlineData(null, null, "780 in 00:01:00")]
    [InlineData(0, null, "")]
    [InlineData(60, null, "60 in 00:01:00")]
    [InlineData(null, 5000, "780 in 00:01:00|5000 in 1.00:00:00")]
    [InlineData(0, 10, "10 in 1.00:00:00")]
    public void LimitsCanBeSetInPlaceOfTheProviders(int? minute, int? day, string expected)
    {
        using var session = InvoiceSession.Connect(new ConnectOptions
        {
            Provider = "InvoiceXpress",
            Account = Guid.NewGuid().ToString(),
            ApiKey = Rig.Secret("k"),
            RequestsPerMinute = minute,
            RequestsPerDay = day,
        });

        Assert.Equal(expected, string.Join("|", session.Limit.Select(usage => $"{usage.Limit} in {usage.Window}")));
        Assert.All(session.Limit, usage => Assert.Equal(0, usage.Used));
    }

    [Fact]
    public async Task RepetitionCanBeSwitchedOff()
    {
        using var server = new ScriptedServer();
        server.Otherwise(_ => Answer.Empty(503));
        using var session = InvoiceSession.Connect(new ConnectOptions
        {
            Provider = "InvoiceXpress", Account = "a", ApiKey = Rig.Secret("k"), BaseUri = server.BaseUri, IsSandbox = true, MaximumRetryCount = 0,
        });

        await Assert.ThrowsAsync<ProviderException>(() => session.TestAsync());

        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task AServerOnThisMachineIsASandboxOnlyIfTheSessionSaysSo(bool isSandbox, bool isInFiles)
    {
        using var folder = new Folder();
        using var server = new ScriptedServer();
        server.Otherwise(_ => Answer.Json("{\"sequences\":[]}"));
        using var session = InvoiceSession.Connect(new ConnectOptions
        {
            Provider = "InvoiceXpress", Account = "a", ApiKey = Rig.Secret("k"), BaseUri = server.BaseUri, IsSandbox = isSandbox, StatePath = isSandbox ? null : folder.Path,
        });

        await session.TestAsync();

        Assert.Equal(isInFiles, Directory.Exists(folder.At("limits")));
        Assert.Equal(isInFiles, session.GetJournal().Path is not null);
        Assert.Equal(1, session.Limit[0].Used);
    }

    [Fact]
    public async Task AProxyIsUsedAndNeverSeesTheKey()
    {
        using var proxy = new ScriptedServer();
        proxy.Otherwise(call => call.Headers.ContainsKey("Proxy-Authorization")
            ? Answer.Empty(502)
            : Answer.Empty(407).With("Proxy-Authenticate", "Basic realm=\"p\""));
        using var session = InvoiceSession.Connect(new ConnectOptions
        {
            Provider = "InvoiceXpress",
            Account = "acme",
            ApiKey = Rig.Secret(Rig.Key),
            Proxy = proxy.BaseUri,
            ProxyCredential = new NetworkCredential("u", "p"),
            MaximumRetryCount = 0,
        });

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => session.TestAsync());

        Assert.Equal(ErrorKind.ProviderUnavailable, fault.Kind);
        Assert.All(proxy.Calls, call => Assert.Equal("CONNECT acme.app.invoicexpress.com:443", $"{call.Method} {call.Target}"));
        Assert.Contains(proxy.Calls, call => call.Headers.GetValueOrDefault("Proxy-Authorization") == "Basic dTpw");
        NoKey.In(fault);
    }

    [Fact]
    public async Task WhatWasLearnedIsKeptUntilItIsAskedForAnew()
    {
        var cache = new SessionCache();
        int learned = 0;
        Task<string> LearnAsync() => Task.FromResult($"{++learned}");

        Assert.Equal("1", await cache.GetAsync(LearnAsync));
        Assert.Equal("1", await cache.GetAsync(LearnAsync));
        Assert.Equal("2", await cache.GetAsync(LearnAsync, anew: true));
        Assert.Equal("2", await cache.GetAsync(LearnAsync));
        await Assert.ThrowsAsync<FormatException>(() => cache.GetAsync<string>(() => throw new FormatException(), anew: true));
        Assert.Equal("2", await cache.GetAsync(LearnAsync));
    }

    [Fact]
    public void WhatAProviderCannotDoIsSaid()
    {
        using var session = InvoiceSession.Connect(Options());

        InvoicingException fault = Assert.Throws<InvoicingException>(() => session.Use<INobodyCan>());

        Assert.Equal(ErrorKind.NotSupported, fault.Kind);
    }

    private static void AssertRefused(ConnectOptions options)
    {
        InvoicingException fault = Assert.Throws<InvoicingException>(() => InvoiceSession.Connect(options));

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
    }

    private static ConnectOptions Options(string account = "acme", string key = "k", Uri? baseUri = null) =>
        new() { Provider = "invoicexpress", Account = account, ApiKey = Rig.Secret(key), BaseUri = baseUri };

    private interface INobodyCan : ICapability
    {
    }
}
