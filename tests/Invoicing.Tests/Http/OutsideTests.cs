using System;
using System.Net.Http;
using System.Threading.Tasks;
using Invoicing.Http;
using Invoicing.Http.Json;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Xunit;

namespace Invoicing.Tests.Http;

/// <summary>Answers from outside that are not the provider's, that ask for absurd waits, or that would act on a terminal.</summary>
public sealed class OutsideTests
{
    [Theory]
    [InlineData("GET", true, ErrorKind.UnexpectedAnswer)]
    [InlineData("POST", false, ErrorKind.OutcomeUnknown)]
    [InlineData("PUT", true, ErrorKind.OutcomeUnknown)]
    [InlineData("DELETE", false, ErrorKind.OutcomeUnknown)]
    public async Task AWebPageIsNoAnswer(string method, bool repeatable, ErrorKind kind)
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Text("text/html", "<html><body>Back soon.</body></html>"));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Api.SendAsync(Request(method, repeatable), default));

        Assert.Equal(kind, fault.Kind);
        Assert.Single(rig.Server.Calls);
    }

    [Theory]
    [InlineData("OK")]
    [InlineData("{\"a\":1,\"a\":2}")]
    public async Task ABodyOfAnotherFormLeavesAChangeInDoubt(string body)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Text("application/json", body));

        Assert.Equal(ErrorKind.OutcomeUnknown, (await Assert.ThrowsAsync<ProviderException>(() => rig.Api.SendAsync(Request("POST", false), default))).Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("{}")]
    public async Task AnEmptyBodyIsAnAnswer(string body)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Text("application/json", body));

        await rig.Api.SendAsync(Request("POST", false), default);
    }

    [Theory]
    [InlineData("{\"a\":1,\"b\":{\"a\":1},\"c\":[{\"a\":1},{\"a\":2}]}", true)]
    [InlineData("{\"b\":{\"a\":1,\"a\":1}}", false)]
    [InlineData("[{\"a\":1},{\"a\":2,\"\\u0061\":3}]", false)]
    public void ANameThatIsThereTwiceIsNotJson(string text, bool good)
    {
        Exception? fault = Record.Exception(() => WireJson.ParseToken(text));

        Assert.Equal(good, fault is null);
        Assert.True(good || fault is JsonException);
    }

    [Fact]
    public async Task ARequestIsNeverRepeatedWhereNoneIsAllowed()
    {
        using var rig = new Rig();
        using var session = InvoiceSession.Connect(new ConnectOptions
        {
            Provider = "InvoiceXpress", Account = "acme", ApiKey = Rig.Secret(Rig.Key), BaseUri = rig.Server.BaseUri, IsSandbox = true, MaximumRetryCount = 0, SettleTime = TimeSpan.Zero,
        });
        rig.Server.Otherwise(call => call.Method == "POST" ? Answer.Reset() : Answer.Empty(404));

        await Assert.ThrowsAsync<ProviderException>(async () => await (await session.Clients.PrepareAsync(new Client { Name = "A" })).SendAsync());

        Assert.Single(rig.Server.Calls, call => call.Method == "POST");
    }

    [Fact]
    public void AWaitOfNothingIsTheUsualOne()
    {
        var policy = new RetryPolicy { FirstWait = TimeSpan.FromSeconds(10) };
        DateTimeOffset now = DateTimeOffset.UtcNow;
        foreach (var header in new System.Net.Http.Headers.RetryConditionHeaderValue?[] { null, new(TimeSpan.Zero), new(now.AddDays(-1)) })
        {
            Assert.InRange(policy.WaitAfter(1, header, now)!.Value.TotalSeconds, 5, 10);
        }

        Assert.Null(policy.WaitAfter(1, new(TimeSpan.FromSeconds(999_999)), now));
        Assert.Equal(now.AddSeconds(999_999), RetryPolicy.NotBefore(new(TimeSpan.FromSeconds(999_999)), now));
        Assert.Null(RetryPolicy.NotBefore(new(TimeSpan.FromSeconds(5)), now));
    }

    [Fact]
    public async Task WordsFromOutsideAreShownOnOneLineWithoutCommands()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Json("{\"errors\":[{\"error\":\"bad\\u001b[31m\\nrow\\u202Eevil " + Rig.Key + "\"}]}", 422));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Api.SendAsync(Request("POST", false), default));

        Assert.DoesNotContain(fault.Message, letter => char.IsControl(letter) || letter == '\u202E');
        Assert.All(fault.FieldErrors, error => Assert.DoesNotContain(error.Message, letter => char.IsControl(letter) || letter == '\u202E'));
        Assert.Contains("rowevil", fault.Message);
        NoKey.In(fault);
    }

    [Theory]
    [InlineData("https://me:word@example.com/")]
    [InlineData("https://me@example.com/")]
    public void AnAddressHoldsNoPassword(string address)
    {
        InvoicingException fault = Assert.Throws<InvoicingException>(() => Rig.Connect(new Uri(address)));

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        Assert.DoesNotContain("word@", fault.Message);
    }

    [Theory]
    [InlineData("https://example.com/f.pdf", "https://api.example.com/", true)]
    [InlineData("http://127.0.0.1/f.pdf", "http://127.0.0.1:8080/", true)]
    [InlineData("http://127.0.0.1/f.pdf", "https://api.example.com/", false)]
    [InlineData("https://localhost/f.pdf", "https://api.example.com/", false)]
    [InlineData("http://192.168.1.1/f.pdf", "https://api.example.com/", false)]
    [InlineData("https://192.168.1.1/f.pdf", "https://api.example.com/", false)]
    [InlineData("https://10.0.0.7/f.pdf", "https://api.example.com/", false)]
    [InlineData("https://172.31.0.1/f.pdf", "https://api.example.com/", false)]
    [InlineData("https://172.32.0.1/f.pdf", "https://api.example.com/", true)]
    [InlineData("https://169.254.169.254/f.pdf", "https://api.example.com/", false)]
    [InlineData("https://100.64.0.1/f.pdf", "https://api.example.com/", false)]
    [InlineData("https://0.0.0.0/f.pdf", "https://api.example.com/", false)]
    [InlineData("https://[::1]/f.pdf", "https://api.example.com/", false)]
    [InlineData("https://[fe80::1]/f.pdf", "https://api.example.com/", false)]
    [InlineData("https://[fd00::1]/f.pdf", "https://api.example.com/", false)]
    [InlineData("https://[::ffff:10.0.0.1]/f.pdf", "https://api.example.com/", false)]
    [InlineData("https://8.8.8.8/f.pdf", "https://api.example.com/", true)]
    [InlineData("https://10.0.0.7/f.pdf", "https://10.0.0.8/", true)]
    public void ALinkToThisMachineIsFollowedFromThisMachineAlone(string link, string session, bool good) =>
        Assert.Equal(good, Record.Exception(() => SafeAddress.CheckLink(new Uri(link), new Uri(session))) is null);

    private static ApiRequest Request(string method, bool repeatable) => new(new HttpMethod(method), "a.json") { Repeatable = repeatable };
}
