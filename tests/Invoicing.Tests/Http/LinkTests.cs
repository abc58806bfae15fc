using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Http;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Http;

/// <summary>Where requests go, and what goes along.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task ARequestWithAKeyIsNeverSentOn(int status)
    {
        using var rig = new Rig();
        using var other = new ScriptedServer();
        rig.Server.Then(Answer.Empty(status).With("Location", $"http://127.0.0.1:{other.BaseUri.Port}/things.json?api_key={Rig.Key}"));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => StatusTests.SendAsync(rig, repeatable: true));

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
        Assert.Single(rig.Server.Calls);
        Assert.Empty(other.Calls);
        Assert.Contains("127.0.0.1", fault.Message);
        NoKey.In(fault);
    }

    [Fact]
    public async Task ASessionSendsNothingOnEither()
    {
        using var server = new ScriptedServer();
        using InvoiceSession session = Rig.Connect(server.BaseUri);
        server.Otherwise(_ => Answer.Empty(302).With("Location", "/elsewhere.json").With("Set-Cookie", "session=1"));

        await Assert.ThrowsAsync<ProviderException>(() => session.TestAsync());
        await Assert.ThrowsAsync<ProviderException>(() => session.TestAsync());

        Assert.All(server.Calls, call => Assert.Equal("/sequences.json", call.Path));
        Assert.All(server.Calls, call => Assert.False(call.Headers.ContainsKey("Cookie")));
    }

    [Fact]
    public async Task ALinkIsOpenedAndFollowedWithoutTheKey()
    {
        using var rig = new Rig();
        using var other = new ScriptedServer();
        rig.Server.Then(Answer.Empty(302).With("Location", $"{other.BaseUri}f.xml?sig=1"));
        other.Then(Answer.Empty(307).With("Location", "/g.xml"), Answer.Text("text/plain", "whole"));

        Assert.Equal("whole", await OpenAsync(rig, new Uri(rig.Server.BaseUri, "link?token=t")));
        Assert.Equal(["GET /link?token=t"], rig.Server.Lines);
        Assert.Equal(["GET /f.xml?sig=1", "GET /g.xml"], other.Lines);
        Assert.All(rig.Server.Calls.Concat(other.Calls), call => Assert.Null(call.Value("api_key")));
        Assert.All(rig.Observer.Traces, trace => Assert.DoesNotContain("token", trace.ToString()));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task ALinkIsFollowedFiveTimesAtMost(int hops, bool good)
    {
        using var rig = new Rig();
        rig.Server.Then([.. Enumerable.Range(0, hops).Select(_ => Answer.Empty(302).With("Location", "/on"))]);
        rig.Server.Then(Answer.Text("text/plain", "whole"));

        Exception? fault = await Record.ExceptionAsync(() => OpenAsync(rig, rig.Server.BaseUri));

        Assert.Equal(good, fault is null);
        Assert.Equal(6, rig.Server.Calls.Count);
        Assert.Equal(good ? null : ErrorKind.UnexpectedAnswer, (fault as InvoicingException)?.Kind);
    }

    [Theory]
    [InlineData("http://files.example.com/f.xml")]
    [InlineData("ftp://files.example.com/f.xml")]
    [InlineData("file:///etc/hosts")]
    public async Task ALinkIsNotFollowedToAnUnsafePlace(string place)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(302).With("Location", place));

        await Assert.ThrowsAsync<InvoicingException>(() => OpenAsync(rig, rig.Server.BaseUri));

        Assert.Single(rig.Server.Calls);
    }

    [Theory]
    [InlineData("https://example.com/a", true)]
    [InlineData("http://localhost:8080/", true)]
    [InlineData("http://127.0.0.1/", true)]
    [InlineData("http://[::1]/", true)]
    [InlineData("http://example.com/", false)]
    [InlineData("http://127.0.0.1.example.com/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("ftp://localhost/", false)]
    [InlineData("/relative", false)]
    public void OnlyEncryptedOrOwnAddressesAreSafe(string text, bool good)
    {
        var address = new Uri(text, text[0] == '/' ? UriKind.Relative : UriKind.Absolute);

        Assert.Equal(good, Record.Exception(() => SafeAddress.Check(address, "It", ErrorKind.UnexpectedAnswer)) is null);
    }

    private static Task<string> OpenAsync(Rig rig, Uri link) => rig.Api.SendAsync(
        ApiRequest.ForLink(link),
        async (answer, cancel) => await new StreamReader(await answer.OpenFileAsync()).ReadToEndAsync(cancel),
        default);
}
