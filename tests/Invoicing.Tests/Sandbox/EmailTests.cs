using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class EmailTests
{
    [Theory]
    [InlineData("0", null)]
    [InlineData("1", "para@example.com")]
    public async Task AnEmailIsKeptAndItsAddressMayBeSaved(string save, string? saved)
    {
        using var server = new TestServer();
        var invoice = await server.IssueAsync();
        var answer = await SendAsync(server, "invoices", invoice, new
        {
            client = new { email = "para@example.com", save },
            subject = "Fatura",
            body = "<b>Olá</b>",
            cc = "",
            bcc = "copia@example.com",
            logo = "1",
        });
        Assert.Equal((200, 0), (answer.Status, answer.Bytes.Length));
        var email = Assert.Single(server.Server.Emails);
        Assert.Equal(((long)invoice["id"]!, "para@example.com", "copia@example.com"), (email.DocumentId, email.To, email.Bcc));
        Assert.Equal(("Fatura", "<b>Olá</b>", null, server.Now), (email.Subject, email.Body, email.Cc, email.At));
        Assert.Equal(saved, (string?)(await server.GetAsync($"clients/{invoice["client"]!["id"]}.json")).Json["client"]!["email"]);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"client":{"save":"0"}}""")]
    [InlineData("""{"client":{"email":"a@example.com"}}""")]
    [InlineData("""{"client":{"email":"a b@example.com","save":"0"}}""")]
    [InlineData("""{"client":{"email":"a@example.com, b@example.com","save":"0"}}""")]
    [InlineData("""{"client":{"email":"a@example.com","save":"0"},"cc":"no"}""")]
    [InlineData("""{"client":{"email":"a@example.com","save":"0"},"bcc":"no"}""")]
    public async Task ABadAddressIsRefused(string message)
    {
        using var server = new TestServer();
        var answer = await SendAsync(server, "invoices", await server.IssueAsync(), JObject.Parse(message));
        Assert.Equal(422, answer.Status);
        Assert.Equal(JTokenType.String, answer.Json["errors"]![0]!["error"]!.Type);
        Assert.Empty(server.Server.Emails);
    }

    [Fact]
    public async Task DraftsAndOtherContentTypesAreRefused()
    {
        using var server = new TestServer();
        var message = new { client = new { email = "a@example.com", save = "0" } };
        Assert.Equal(422, (await SendAsync(server, "quotes", await server.DraftAsync("quotes"), message)).Status);
        Assert.Equal(200, (await SendAsync(server, "quotes", await server.IssueAsync("quotes"), message)).Status);
        var invoice = await server.IssueAsync();
        using var content = new System.Net.Http.StringContent("{}", System.Text.Encoding.UTF8, "text/plain");
        Assert.Equal(422, (await server.RawAsync("PUT", server.Url($"invoices/{invoice["id"]}/email-document.json"), content)).Status);
        Assert.Equal(404, (await server.PutAsync("invoices/1/email-document.json", new { message })).Status);
    }

    [Fact]
    public async Task APlanMayNotIncludeEmail()
    {
        using var server = new TestServer(o => o.EmailInPlan = false);
        var message = new { client = new { email = "a@example.com", save = "0" } };
        Assert.Equal(422, (await SendAsync(server, "invoices", await server.IssueAsync(), message)).Status);
        Assert.Empty(server.Server.Emails);
    }

    private static Task<Answer> SendAsync(TestServer server, string plural, JObject document, object message) =>
        server.PutAsync($"{plural}/{document["id"]}/email-document.json", new { message });
}
