using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Invoicing.Http.Json;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Http;

/// <summary>What may be seen of a request, and what may not.</summary>
public sealed class RedactionTests
{
    [Fact]
    public async Task TheKeyGoesIntoTheQueryAndNowhereElse()
    {
        using var rig = new Rig();
        rig.Observer.WantsBodies = true;
        rig.Server.Then("{\"client\":{\"id\":1,\"name\":\"n\"}}");

        await rig.Use<IReader<Client>>().GetAsync("1");

        Call call = rig.Server.Only;
        Assert.Equal(Rig.Key, call.Value("api_key"));
        Assert.Equal("api_key", call.Query[^1].Key);
        Assert.All(call.Headers.Values, value => Assert.DoesNotContain(Rig.Key, value));
        NoKey.In(rig.Observer.Text);
    }

    [Theory]
    [InlineData("{\"client\":{\"name\":\"shown\",\"password\":\"S3CRET\"}}")]
    [InlineData("{\"account\":{\"api_key\":\"S3CRET\",\"name\":\"shown\"}}")]
    [InlineData("{\"client\":{\"open_account_link\":\"https://example.com/S3CRET\",\"name\":\"shown\"}}")]
    [InlineData("{\"invoice\":{\"permalink\":\"https://example.com/S3CRET\",\"client\":{\"name\":\"shown\"}}}")]
    [InlineData("{\"Url\":\"https://example.com/S3CRET\",\"name\":\"shown\"}")]
    [InlineData("{\"output\":{\"pdfUrl\":\"https://example.com/S3CRET\"},\"name\":\"shown\"}")]
    [InlineData("{\"unheard_of\":[\"S3CRET\",{\"name\":\"shown\"},7]}")]
    [InlineData("{\"name\":{\"token\":\"S3CRET\",\"name\":\"shown\"}}")]
    public async Task OnlyNamesThatAreKnownShowTheirValues(string body)
    {
        using var rig = new Rig();
        rig.Observer.WantsBodies = true;
        rig.Server.Then(body);

        await rig.Api.SendAsync(new ApiRequest(HttpMethod.Put, "a.json") { Body = JToken.Parse(body) }, WireJson.ReadToken, default);

        RequestTrace trace = Assert.Single(rig.Observer.Traces);
        Assert.DoesNotContain("S3CRET", trace.RequestBody + trace.ResponseBody);
        Assert.Contains("***", trace.RequestBody);
        Assert.Contains("shown", trace.ResponseBody);
    }

    [Fact]
    public async Task ARefusalInTheBodyRepeatsNoKey()
    {
        using var rig = new Rig();
        rig.Server.Then("{}");
        var said = new ProviderFault { Errors = [new FieldError(Rig.Key, $"'{Rig.Key}' is wrong")], Code = Rig.Key };

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Api.SendAsync<bool>(
            new ApiRequest(HttpMethod.Get, "a.json"), (_, _) => throw new RefusedInBodyException(HttpStatusCode.BadRequest, said), default));

        Assert.Equal("'***' is wrong", Assert.Single(fault.FieldErrors).Message);
        NoKey.In(fault);
        NoKey.In($"{fault.Code} {fault.Fault.Code} {fault.FieldErrors[0].Field}");
    }

    [Fact]
    public async Task BodiesAreShownOnlyToThoseWhoWantThem()
    {
        using var rig = new Rig();
        rig.Server.Then("{\"name\":\"n\"}");

        await StatusTests.SendAsync(rig, repeatable: true);

        RequestTrace trace = Assert.Single(rig.Observer.Traces);
        Assert.Null(trace.RequestBody);
        Assert.Null(trace.ResponseBody);
        Assert.StartsWith("POST /things.json -> 200 in ", trace.ToString());
    }

    [Fact]
    public async Task TheTraceTellsOfEveryTry()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(503), Answer.Reset(), Answer.Broken("{\"name\":1}", 3, Delivery.CutOff), Answer.Json("{}"));

        await StatusTests.SendAsync(rig, repeatable: true);

        // The third answer began well, so it is told of twice.
        Assert.Equal([1, 2, 3, 3, 4], rig.Observer.Traces.Select(trace => trace.Attempt));
        Assert.Equal([503, null, 200, null, 200], rig.Observer.Traces.Select(trace => (int?)trace.Status));
        Assert.All(rig.Observer.Traces.Where(trace => trace.Status is null), trace => Assert.Contains("connection failed", trace.Failure));
        NoKey.In(rig.Observer.Text);
    }

    [Theory]
    [InlineData("application/json; charset=bogus", "{\"name\":\"shown\"}", "shown")]
    [InlineData("text/plain", "<p>S3CRET<br>", "13 characters")]
    public async Task ATracedBodyIsNoReasonToFail(string type, string body, string shown)
    {
        using var rig = new Rig();
        rig.Observer.WantsBodies = true;
        rig.Server.Then(Answer.Text(type, body));

        await rig.Api.SendAsync(new ApiRequest(HttpMethod.Get, "a.json"), (_, _) => Task.FromResult(true), default);

        Assert.Contains(shown, Assert.Single(rig.Observer.Traces).ResponseBody);
        Assert.DoesNotContain("S3CRET", rig.Observer.Text);
    }

    /// <summary>A page about a refusal may repeat the header that it was refused for.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("u:")]
    [InlineData("me:")]
    [InlineData("somebody@example.com:")]
    public async Task TheKeyIsNotRepeatedInBase64Either(string login)
    {
        using var rig = new Rig();
        string header = Convert.ToBase64String(Encoding.UTF8.GetBytes(login + Rig.Key));
        rig.Server.Otherwise(_ => Answer.Json($"{{\"error\":\"refused_authorization Basic {header}, {header.TrimEnd('=').Replace('+', '-').Replace('/', '_')}\"}}", 401));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => StatusTests.SendAsync(rig, repeatable: true));

        Assert.DoesNotContain(header.TrimEnd('=')[4..], fault.ToString());
        Assert.Contains("refused_authorization Basic ***, ***", fault.ToString());
    }

    [Theory]
    [InlineData(401, "{\"errors\":[{\"error\":\"The key @ is wrong\"}]}")]
    [InlineData(422, "{\"message\":\"no such parameter api_key=@\"}")]
    [InlineData(500, "{\"@\":[\"is no field\"]}")]
    [InlineData(422, "{\"errors\":{\"code\":\"@\",\"message\":\"m\"}}")]
    public async Task AProviderThatRepeatsTheKeyDoesNotMakeUsRepeatIt(int status, string body)
    {
        using var rig = new Rig();
        rig.Observer.WantsBodies = true;
        rig.Server.Otherwise(_ => Answer.Json(body.Replace("@", Rig.Key), status));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => StatusTests.SendAsync(rig, repeatable: true));

        Assert.DoesNotContain(Rig.Key, fault.ToString());
        Assert.DoesNotContain(Rig.Key, fault.Code ?? "");
        Assert.All(fault.FieldErrors, error => Assert.DoesNotContain(Rig.Key, error.ToString()));
        Assert.DoesNotContain(Rig.Key, rig.Observer.Text);
    }

    [Theory]
    [InlineData("{\"clients\":[{\"id\":{\"@\":1}}]}")]
    [InlineData("{\"clients\":[{\"@\":[[}")]
    [InlineData("{\"clients\":[{\"preferred_contact\":{\"@\":010}}]}")]
    [InlineData("@")]
    public async Task AnAnswerThatCannotBeReadIsNotQuoted(string body)
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Json(body.Replace("@", Rig.Key)));

        NoKey.In(await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync()));
    }

    /// <summary>A value that an optional field cannot have is no error: the warning of it does not quote it.</summary>
    [Fact]
    public async Task AnOddValueIsNotQuoted()
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Json($$"""{"clients":[{"id":1,"name":"a","payment_days":"{{Rig.Key}}"}]}"""));

        await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync();

        string warning = Assert.Single(rig.Observer.Warnings);
        Assert.Contains("payment_days", warning);
        Assert.DoesNotContain(Rig.Key, warning);
    }

    [Fact]
    public void ATraceReadsTheSameInEveryCulture()
    {
        var trace = new RequestTrace
        {
            Request = "GET /a", Status = System.Net.HttpStatusCode.OK, Elapsed = TimeSpan.FromMilliseconds(1234.4), Attempt = 2,
        };

        Assert.Equal("GET /a -> 200 in 1234 ms (attempt 2)", InCulture.Run("tr-TR", trace.ToString));
    }
}
