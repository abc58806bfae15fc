using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class LifecycleTests
{
    [Theory]
    [InlineData("invoicexpress")]
    [InlineData("INVOICEXPRESS")]
    public void TheProvidersNameMayBeInAnyCase(string name)
    {
        using var server = SandboxServer.Start(new SandboxOptions { Provider = name });
        Assert.Equal("InvoiceXpress", server.Provider);
        Assert.StartsWith("InvoiceXpress-", server.Name);
        Assert.True(server.IsRunning);
        Assert.Equal("127.0.0.1", server.BaseUri.Host);
        Assert.Matches("^[A-Za-z0-9-]+$", server.Account);
    }

    [Fact]
    public void AnUnknownProviderIsRefusedWithTheKnownNames()
    {
        var error = Assert.Throws<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { Provider = "Nobody" }));
        Assert.Contains("InvoiceXpress", error.Message);
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, -1, 0)]
    [InlineData(0, 0, -2)]
    public void NumbersThatMakeNoSenseAreRefused(int port, int clients, int polls)
    {
        var options = new SandboxOptions { Port = port, ClientCount = clients, PollsUntilReady = polls };
        Assert.Throws<ArgumentException>(() => SandboxServer.Start(options));
    }

    [Fact]
    public void APortInUseIsSaidToBeSo()
    {
        using var first = SandboxServer.Start(new SandboxOptions());
        var error = Assert.Throws<IOException>(() => SandboxServer.Start(new SandboxOptions { Port = first.BaseUri.Port }));
        Assert.Contains(first.BaseUri.Port.ToString(), error.Message);
    }

    [Fact]
    public void NamesAreUnique()
    {
        using var first = SandboxServer.Start(new SandboxOptions());
        using var second = SandboxServer.Start(new SandboxOptions());
        Assert.NotEqual(first.Name, second.Name);
        Assert.NotEqual(first.BaseUri, second.BaseUri);
    }

    [Fact]
    public async Task StopEndsConnectionsAtOnceAndMayBeCalledTwice()
    {
        var server = new TestServer();
        using var idle = new RawClient(server.Server.BaseUri);
        Assert.Equal(200, (await server.GetAsync("taxes.json")).Status);

        server.Server.Stop();
        Assert.False(server.Server.IsRunning);
        Assert.True(idle.IsAtEnd());
        await Assert.ThrowsAsync<HttpRequestException>(() => server.GetAsync("taxes.json"));
        server.Server.Stop();
        server.Dispose();
        Assert.Single(server.Server.Requests);
    }

    [Fact]
    public async Task StopDoesNotWaitForALateAnswer()
    {
        using var server = new TestServer(o => o.LatencyMs = 600_000);
        var waiting = server.GetAsync("taxes.json");
        using var raw = new RawClient(server.Server.BaseUri);
        server.Server.Stop();
        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
    }

    [Fact]
    public async Task TheSamePortCanBeTakenAgain()
    {
        int port;
        using (var first = new TestServer())
        {
            port = first.Server.BaseUri.Port;
            await first.GetAsync("taxes.json");
        }

        using var second = new TestServer(o => o.Port = port);
        Assert.Equal(200, (await second.GetAsync("taxes.json")).Status);
    }

    [Fact]
    public async Task LatencyDelaysEachAnswer()
    {
        using var server = new TestServer(o => o.LatencyMs = 30);
        await server.GetAsync("taxes.json");
        await server.GetAsync("taxes.json");
        Assert.All(server.Server.Requests, r => Assert.True(r.ElapsedMs >= 25));
    }

    [Fact]
    public void TheKeyAndTheDataAreAFunctionOfTheSeed()
    {
        using var one = SandboxServer.Start(new SandboxOptions { Seed = 7 });
        using var same = SandboxServer.Start(new SandboxOptions { Seed = 7 });
        using var other = SandboxServer.Start(new SandboxOptions { Seed = 8 });
        Assert.Equal(one.ApiKey, same.ApiKey);
        Assert.NotEqual(one.ApiKey, other.ApiKey);
    }

    [Fact]
    public void TheServersAssemblyKnowsNothingOfTheRest()
    {
        var references = typeof(SandboxServer).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.DoesNotContain("Invoicing.Core", references);
        Assert.DoesNotContain("Invoicing", references);
        Assert.Empty(references.Except(new[] { "netstandard", "Newtonsoft.Json" }));
    }
}
