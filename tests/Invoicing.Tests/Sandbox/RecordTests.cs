using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class RecordTests
{
    [Fact]
    public async Task ARecordSaysWhatCameInAndHowItWasAnswered()
    {
        using var server = new TestServer();
        await server.GetAsync("invoices.json?type%5B%5D=Invoice&type[]=CreditNote");
        await server.PostAsync("clients.json", new { client = new { name = "" } });
        var requests = server.Server.Requests;
        Assert.Equal(2, requests.Count);
        Assert.Equal(("GET", "/invoices.json", 200), (requests[0].Method, requests[0].Path, requests[0].Status));
        Assert.Equal("type%5B%5D=Invoice&type[]=CreditNote&api_key=***", requests[0].Query);
        Assert.Null(requests[0].Body);
        Assert.Null(requests[0].Fault);
        Assert.Equal(server.Now, requests[0].At);
        Assert.Equal(422, requests[1].Status);
        Assert.Contains("\"name\": \"\"", requests[1].Body);
        server.Server.ClearRequests();
        Assert.Empty(server.Server.Requests);
    }

    [Theory]
    [InlineData("api_key=abc123secret&page=1", "api_key=***&page=1")]
    [InlineData("page=1&API%5FKEY=abc123secret", "page=1&API_KEY=***")]
    [InlineData("access_token=abc123secret", "access_token=***")]
    public async Task AWrongKeyIsASecretTooAndIsNotRecorded(string query, string recorded)
    {
        using var server = new TestServer();
        Assert.Equal(401, (await server.RawAsync("GET", server.Server.BaseUri + "clients.json?" + query, null)).Status);
        Assert.Equal(recorded, server.Server.Requests.Single().Query);
    }

    [Theory]
    [InlineData("{\"account\":{\"password\":\"se\\\"cret1\",\"email\":\"a@example.com\"}}")]
    [InlineData("{\"at_communication\":{ \"at_password\" : \"secret1\" }}")]
    [InlineData("{\"credentials\":{\"password\":\"secret1\"}}")]
    [InlineData("{\"token\":secret1,\"a\":1}")]
    [InlineData("{\"password\":\"secret1")]
    [InlineData("<login><password>secret1</password></login>")]
    [InlineData("user=me&password=secret1&x=1")]
    [InlineData("token=secret1")]
    public async Task SecretsInBodiesAreNotRecorded(string body)
    {
        using var server = new TestServer();
        await server.RawAsync("POST", server.Url("clients.json"), new StringContent(body, Encoding.UTF8, "text/plain"));
        var recorded = server.Server.Requests.Single().Body!;
        Assert.Contains("***", recorded);
        Assert.DoesNotContain("cret1", recorded);
    }

    [Fact]
    public async Task ALongBodyIsRecordedUpTo64Kilobytes()
    {
        using var server = new TestServer();
        await server.RawAsync("POST", server.Url("clients.json"), TestServer.Json(new string(' ', 100_000)));
        Assert.Equal(65_536, server.Server.Requests.Single().Body!.Length);
    }

    [Fact]
    public async Task TheKeyIsNowhereInWhatTheServerTells()
    {
        using var server = new TestServer(o => o.Faults = new[] { SandboxFault.Parse("ServerError:0.5") });
        for (var i = 0; i < 10; i++)
        {
            var answer = await server.GetAsync("clients.json");
            Assert.DoesNotContain(server.Server.ApiKey, answer.Text);
        }

        Assert.All(server.Server.Requests, r => Assert.DoesNotContain(server.Server.ApiKey, r.Query + r.Path + r.Body + r));
    }

    [Fact]
    public async Task AKeyThatIsSentToALinkIsNoticed()
    {
        using var server = new TestServer(o => o.PollsUntilReady = 0);
        var link = (string)(await server.GetAsync("api/export_saft.json?month=3&year=2026")).Json["Url"]!;
        Assert.DoesNotContain(server.Server.ApiKey, link);
        await server.RawAsync("GET", link, null);
        await server.RawAsync("GET", link + "?api_key=" + server.Server.ApiKey, null);
        using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { { "Authorization", "Bearer x" } } };
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(new[] { true, false, true, true }, server.Server.Requests.Select(r => r.CarriedKey));
        Assert.Equal(new[] { 200, 200, 200, 200 }, server.Server.Requests.Select(r => r.Status));
    }

    [Fact]
    public async Task TheProvidersLimitHoldsForAMinuteAndNotForLinks()
    {
        using var server = new TestServer(o => o.PollsUntilReady = 0);
        var link = (string)(await server.GetAsync("api/export_saft.json?month=3&year=2026")).Json["Url"]!;
        for (var i = 1; i < 780; i++)
        {
            Assert.Equal(200, (await server.RawAsync("HEAD", server.Url("taxes.json"), null)).Status);
        }

        Assert.Equal(429, (await server.GetAsync("taxes.json")).Status);
        Assert.Equal(200, (await server.RawAsync("GET", link, null)).Status);
        server.Now = server.Now.AddSeconds(59);
        Assert.Equal(429, (await server.GetAsync("taxes.json")).Status);
        server.Now = server.Now.AddSeconds(1);
        Assert.Equal(200, (await server.GetAsync("taxes.json")).Status);
    }

    [Theory]
    [InlineData(2, 429)]
    [InlineData(0, 200)]
    public async Task TheLimitMayBeAnother(int perMinute, int third)
    {
        using var server = new TestServer(o => o.RequestsPerMinute = perMinute);
        await server.GetAsync("taxes.json");
        await server.GetAsync("taxes.json");
        Assert.Equal(third, (await server.GetAsync("taxes.json")).Status);
    }
}
