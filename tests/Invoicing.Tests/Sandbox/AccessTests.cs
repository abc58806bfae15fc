using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

/// <summary>Keys, paths and the whole list of operations.</summary>
public sealed class AccessTests
{
    /// <summary>The index of docs/facts/invoicexpress.md#operations, by hand: verb and path, with an id of nothing.</summary>
    public static readonly TheoryData<string> Documented = new(
        "POST api/accounts/create_already_user", "GET api/accounts/1/get", "PUT api/accounts/1/update",
        "POST api/v3/accounts/at_communication",
        "GET invoices", "POST invoices", "GET invoices/1", "PUT invoices/1", "PUT invoices/1/change-state", "PUT invoices/1/email-document",
        "GET api/pdf/1", "GET api/qr_codes/1", "GET document/1/related_documents", "POST documents/1/partial_payments",
        "PUT receipts/1/change-state",
        "GET estimates", "POST quotes", "GET quotes/1", "PUT quotes/1", "PUT quotes/1/change-state", "PUT quotes/1/email-document",
        "GET guides", "POST transports", "GET transports/1", "PUT transports/1", "PUT transports/1/change-state",
        "PUT transports/1/email-document",
        "GET sequences", "POST sequences", "GET sequences/1", "PUT sequences/1/register", "PUT sequences/1/set_current",
        "GET taxes", "POST taxes", "GET taxes/1", "PUT taxes/1", "DELETE taxes/1", "GET api/export_saft",
        "GET clients", "POST clients", "GET clients/1", "PUT clients/1", "GET clients/find-by-name", "GET clients/find-by-code",
        "POST clients/1/invoices", "GET items", "POST items", "GET items/1", "PUT items/1", "DELETE items/1",
        "GET api/v3/clients/1/balance", "PUT api/v3/clients/1/initial_balance", "GET api/v3/clients/1/regularization",
        "POST api/v3/clients/1/regularization", "DELETE api/v3/clients/1/regularization/1", "POST api/v3/clients/1/treasury_movements",
        "DELETE api/v3/clients/1/treasury_movements/1");

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task EveryDocumentedOperationWantsAKeyAndIsThere(string operation)
    {
        using var server = new TestServer(o => o.InvoiceCount = 3);
        var (verb, path) = (operation.Split(' ')[0], operation.Split(' ')[1] + ".json");
        foreach (var query in new[] { "", "?api_key=", "?api_key=wrong", "?key=" + server.Server.ApiKey })
        {
            var refused = await server.RawAsync(verb, server.Server.BaseUri + path + query, null);
            Assert.Equal(401, refused.Status);
            Assert.Equal(operation.EndsWith("saft", System.StringComparison.Ordinal), refused.Json["errors"] is JObject);
        }

        var answer = await server.SendAsync(verb, path, null);
        Assert.Contains(answer.Status, new[] { 200, 404, 422 });

        // An unknown path is a page; of the known ones only a client's documents answer 404 with one.
        Assert.Equal(answer.Status == 404 && path == "clients/1/invoices.json", answer.ContentType == "text/html");
    }

    [Theory]
    [InlineData("GET", "clients")]
    [InlineData("GET", "clients.xml")]
    [InlineData("GET", "Clients.json")]
    [InlineData("GET", "")]
    [InlineData("DELETE", "invoices/1.json")]
    [InlineData("PATCH", "clients/1.json")]
    [InlineData("POST", "receipts.json")]
    [InlineData("GET", "invoices/1/pdf.json")]
    [InlineData("GET", "invoices/1/qr_code.json")]
    [InlineData("GET", "invoices/1/related_documents.json")]
    [InlineData("POST", "invoices/1/partial_payments.json")]
    [InlineData("GET", "clients/.json")]
    [InlineData("GET", "clients/1/2/3.json")]
    public async Task WrongGuessesArePages(string verb, string path)
    {
        using var server = new TestServer(o => o.InvoiceCount = 0);
        var answer = await server.SendAsync(verb, path, null);
        Assert.Equal((404, "text/html"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task TheKeyMayStandAnywhereInTheQueryAndHeadIsAProbe()
    {
        using var server = new TestServer();
        var url = $"{server.Server.BaseUri}clients.json?per_page=1&api%5Fkey={server.Server.ApiKey}&page=1";
        Assert.Equal(200, (await server.RawAsync("GET", url, null)).Status);
        Assert.Equal(200, (await server.RawAsync("HEAD", url, null)).Status);
        Assert.Equal(401, (await server.RawAsync("HEAD", server.Server.BaseUri + "clients.json", null)).Status);
    }

    [Fact]
    public async Task AnswersCarryASessionCookieThatMeansNothing()
    {
        using var server = new TestServer();
        var answer = await server.GetAsync("taxes.json");
        Assert.StartsWith("_session_id=", answer.Headers["Set-Cookie"]);
        Assert.Equal("no-cache", answer.Headers["Cache-Control"]);
        Assert.Equal("application/json", answer.ContentType);
        Assert.DoesNotContain(server.Server.ApiKey, answer.Headers["Set-Cookie"]);
    }
}
