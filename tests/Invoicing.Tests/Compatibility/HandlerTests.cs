using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;
using Invoicing.Tests.Http;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Compatibility;

/// <summary>The HTTP handler of a session, here and as on .NET Framework.</summary>
public sealed class HandlerTests
{
    private const SecurityProtocolType Ssl3 = (SecurityProtocolType)48;
    private const SecurityProtocolType Tls13 = (SecurityProtocolType)12288;

    [Theory]
    [InlineData(SecurityProtocolType.Tls, 10, SslProtocols.Tls12)]
    [InlineData(Ssl3 | SecurityProtocolType.Tls, 10, SslProtocols.Tls12)]
    [InlineData(SecurityProtocolType.Tls | SecurityProtocolType.Tls11 | SecurityProtocolType.Tls12, 10, SslProtocols.Tls12)]
    [InlineData(SecurityProtocolType.Tls12, 10, SslProtocols.None)]
    [InlineData(SecurityProtocolType.Tls12 | Tls13, 10, SslProtocols.None)]
    [InlineData(Tls13, 10, SslProtocols.None)]
    [InlineData((SecurityProtocolType)0, 10, SslProtocols.None)]
    [InlineData((SecurityProtocolType)0, 6, SslProtocols.Tls12)]
    public void AProcessThatAllowsOldProtocolsIsNotFollowed(SecurityProtocolType allowed, int windows, SslProtocols expected)
    {
        using HttpClientHandler handler = HttpHandlers.Create(null, null, RuntimeTraits.NetFramework(allowed, new Version(windows, 1)));

        Assert.Equal(expected, handler.SslProtocols);
    }

    [Fact]
    public void ElsewhereTheSystemChoosesTheProtocol()
    {
        using HttpClientHandler handler = HttpHandlers.Create(null, null, RuntimeTraits.Current);

        Assert.Equal(SslProtocols.None, handler.SslProtocols);
        Assert.True(RuntimeTraits.Current.SendsBodyWithGet);
    }

    [Fact]
    public void NothingIsSetForTheWholeProcess()
    {
        string[] sources = Directory.GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories);

        Assert.True(sources.Length > 100);
        Assert.DoesNotContain(sources, file => Regex.IsMatch(File.ReadAllText(file), @"ServicePointManager\.\w+\s*\|?=[^=]"));
    }

    [Fact]
    public async Task ThereIsARequestForEachConnectionAndNoneBehindAnother()
    {
        using var handler = new Counting();
        using var rig = new Rig(handler: handler);
        Task[] sends = [.. Enumerable.Range(0, HttpHandlers.Connections + 4).Select(_ => StatusTests.SendAsync(rig, repeatable: false))];
        await handler.FullAsync();
        handler.Go();
        await Task.WhenAll(sends);

        Assert.Equal(HttpHandlers.Connections, handler.Most);
        using HttpClientHandler real = HttpHandlers.Create(null, null, Runtimes.NetFramework);
        Assert.Equal(HttpHandlers.Connections, real.MaxConnectionsPerServer);
    }

    [Fact]
    public async Task NoRequestAsksWhetherItMaySendItsBody()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Json("{}"));

        await StatusTests.SendAsync(rig, repeatable: false);

        Assert.NotEmpty(rig.Server.Only.Body);
        Assert.DoesNotContain("Expect", rig.Server.Only.Headers.Keys, StringComparer.OrdinalIgnoreCase);

        // .NET never asks by itself; .NET Framework does unless it is told not to.
        Assert.False(rig.Endpoint.Http.DefaultRequestHeaders.ExpectContinue);
    }

    /// <summary>Answers nothing until it is told to, and counts.</summary>
    private sealed class Counting : HttpMessageHandler
    {
        private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _now;

        public int Most { get; private set; }

        public Task FullAsync() => _full.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public void Go() => _go.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_go)
            {
                Most = Math.Max(Most, ++_now);
                if (_now == HttpHandlers.Connections)
                {
                    _full.TrySetResult();
                }
            }

            await _go.Task;
            lock (_go)
            {
                _now--;
            }

            return new HttpResponseMessage { Content = new StringContent("{}"), RequestMessage = request };
        }
    }
}
