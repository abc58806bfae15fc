using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;
using Invoicing.Http.Json;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Http;

/// <summary>What each answer becomes, and whether the request is sent again.</summary>
public sealed class StatusTests
{
    private const int Tries = 5;

    [Theory]
    [InlineData(400, ErrorKind.ValidationFailed, 1)]
    [InlineData(401, ErrorKind.AuthenticationFailed, 1)]
    [InlineData(403, ErrorKind.AccessDenied, 1)]
    [InlineData(404, ErrorKind.NotFound, 1)]
    [InlineData(406, ErrorKind.Conflict, 1)]
    [InlineData(408, ErrorKind.ProviderUnavailable, Tries)]
    [InlineData(409, ErrorKind.Conflict, 1)]
    [InlineData(410, ErrorKind.NotFound, 1)]
    [InlineData(422, ErrorKind.ValidationFailed, 1)]
    [InlineData(429, ErrorKind.RateLimitExceeded, Tries)]
    [InlineData(500, ErrorKind.ProviderUnavailable, Tries)]
    [InlineData(502, ErrorKind.ProviderUnavailable, Tries)]
    [InlineData(503, ErrorKind.ProviderUnavailable, Tries)]
    [InlineData(504, ErrorKind.ProviderUnavailable, Tries)]
    [InlineData(530, ErrorKind.ProviderUnavailable, Tries)]
    [InlineData(304, ErrorKind.UnexpectedAnswer, 1)]
    public async Task AReadIsRepeatedWhereThatCanHelp(int status, ErrorKind kind, int tries)
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Empty(status));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => SendAsync(rig, repeatable: true));

        Assert.Equal((kind, (HttpStatusCode?)status), (fault.Kind, fault.StatusCode));
        Assert.Equal(tries, rig.Server.Calls.Count);
        Assert.Equal(("InvoiceXpress", "POST /things.json"), (fault.Provider, fault.Request));
        NoKey.In(fault);
    }

    [Theory]
    [InlineData(401, ErrorKind.AuthenticationFailed, 1)]
    [InlineData(408, ErrorKind.OutcomeUnknown, 1)]
    [InlineData(422, ErrorKind.ValidationFailed, 1)]
    [InlineData(429, ErrorKind.RateLimitExceeded, Tries)]
    [InlineData(500, ErrorKind.OutcomeUnknown, 1)]
    [InlineData(503, ErrorKind.OutcomeUnknown, 1)]
    public async Task ACreateIsRepeatedOnlyWhenNothingWasDone(int status, ErrorKind kind, int tries)
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Json("{\"message\":\"no\"}", status));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => SendAsync(rig, repeatable: false));

        Assert.Equal(kind, fault.Kind);
        Assert.Equal(tries, rig.Server.Calls.Count);
        Assert.Equal("no", Assert.Single(fault.FieldErrors).Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheAnswerAfterA429IsTheAnswer(bool repeatable)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(429), Answer.Text("text/html", "<html>", 429), Answer.Json("{}"));

        await SendAsync(rig, repeatable);

        Assert.Equal(3, rig.Server.Calls.Count);
        Assert.Equal(2, rig.Observer.Waits.Count);
    }

    [Fact]
    public async Task TheErrorSaysWhatTheProviderSaid()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Json("{\"errors\":{\"code\":\"004\",\"message\":\"mau\"}}", 422).With("X-Request-Id", "r-77"));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => SendAsync(rig, repeatable: false));

        Assert.Equal(("004", "r-77"), (fault.Code, fault.RequestId));
        Assert.Contains("422 mau", fault.Message);
    }

    [Fact]
    public async Task ALongErrorPageIsStillItsStatus()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Bytes("text/html", new byte[3 << 20], 503), Answer.Json("{}"));

        await SendAsync(rig, repeatable: true);

        Assert.Equal(2, rig.Server.Calls.Count);
    }

    [Fact]
    public async Task ABrokenErrorBodyIsStillItsStatus()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Broken("{\"message\":\"no\"}", 5, Delivery.CutOff, 422));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => SendAsync(rig, repeatable: false));

        Assert.Equal(ErrorKind.ValidationFailed, fault.Kind);
    }

    internal static Task SendAsync(Rig rig, bool repeatable, CancellationToken cancel = default) => rig.Api.SendAsync(
        new ApiRequest(HttpMethod.Post, "things.json") { Repeatable = repeatable, Body = new JObject { ["name"] = "n" } },
        WireJson.ReadToken,
        cancel);
}
