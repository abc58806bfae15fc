using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task ARepeatedKeyGivesTheSameDocumentAndACancelledOneFreesIt()
    {
        using var server = new TestServer();
        async Task<(int, long)> CreateAsync(string plural, string uid)
        {
            var body = server.Document();
            body["proprietary_uid"] = uid;
            var answer = await server.PostAsync(plural + ".json", body);
            return (answer.Status, (long)answer.Json.Properties().Single().Value["id"]!);
        }

        var (status, id) = await CreateAsync("invoices", "u-1");
        Assert.Equal(201, status);
        Assert.Equal((200, id), await CreateAsync("invoices", "u-1"));
        Assert.NotEqual(id, (await CreateAsync("invoices", "u-2")).Item2);

        var document = new JObject { ["id"] = id };
        await server.ChangeAsync("invoices", document, "finalized");
        Assert.Equal((200, id), await CreateAsync("invoices", "u-1"));
        await server.ChangeAsync("invoices", document, "canceled", "engano");
        var (again, other) = await CreateAsync("invoices", "u-1");
        Assert.Equal(201, again);
        Assert.NotEqual(id, other);
    }

    [Fact]
    public async Task AKeyInsideTheDocumentHasNoEffect()
    {
        using var server = new TestServer();
        var first = await server.DraftAsync(change: d => d["proprietary_uid"] = "u-1");
        var second = await server.DraftAsync(change: d => d["proprietary_uid"] = "u-1");
        Assert.NotEqual((long)first["id"]!, (long)second["id"]!);
    }

    [Fact]
    public async Task TheSameKeyTwiceAtOnceIsAConflict()
    {
        using var server = new TestServer(o => o.LatencyMs = 300);
        var body = server.Document();
        body["proprietary_uid"] = "u-1";
        var answers = await Task.WhenAll(server.PostAsync("invoices.json", body), server.PostAsync("invoices.json", body));
        Assert.Equal(new[] { 201, 409 }, answers.Select(a => a.Status).Order());
        Assert.Equal(JTokenType.String, answers.Single(a => a.Status == 409).Json["reason"]!.Type);
    }

    [Fact]
    public async Task ALostAnswerCanBeRepeatedWithItsKey()
    {
        using var server = new TestServer(o => o.InvoiceCount = 0);
        var body = server.Document();
        body["proprietary_uid"] = "u-1";
        server.Server.SetFaults(SandboxFault.Parse("LostAnswer#1"));
        await Assert.ThrowsAsync<HttpRequestException>(() => server.PostAsync("invoices.json", body));
        Assert.Equal(200, (await server.PostAsync("invoices.json", body)).Status);
        Assert.Single((await server.GetAsync("invoices.json")).Json["invoices"]!);
    }
}
