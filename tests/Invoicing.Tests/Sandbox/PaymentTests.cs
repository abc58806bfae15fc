using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class PaymentTests
{
    [Fact]
    public async Task PaymentsMakeReceiptsAndTheLastOneSettles()
    {
        using var server = new TestServer();
        var invoice = await server.IssueAsync();
        var first = await PayAsync(
            server, invoice, new { amount = 20.5, payment_mechanism = "TB", note = "Transferência", payment_date = "20/11/2026" });
        Assert.Equal(200, first.Status);
        var receipt = first.Json["receipt"]!;
        Assert.Equal(("Receipt", "final", 20.5m), ((string)receipt["type"]!, (string)receipt["status"]!, (decimal)receipt["total"]!));
        Assert.Equal("Transferência", receipt["observations"]);
        Assert.NotNull(receipt["atcud"]);
        Assert.Null(receipt["saft_hash"]);
        Assert.Equal("final", (await server.ReadAsync("invoices", invoice["id"]!))["status"]);

        Assert.Equal(200, (await PayAsync(server, invoice, new { amount = "28.70" })).Status);
        Assert.Equal("settled", (await server.ReadAsync("invoices", invoice["id"]!))["status"]);
        var related = (await server.GetAsync($"document/{invoice["id"]}/related_documents.json")).Json["documents"]!;
        Assert.Equal(new[] { 20.5m, 28.7m }, related.Select(d => (decimal)d["total"]!));
    }

    [Fact]
    public async Task CancellingAReceiptOpensTheInvoiceAgain()
    {
        using var server = new TestServer();
        var invoice = await server.IssueAsync("simplified_invoices");
        var receipt = (JObject)(await PayAsync(server, invoice, new { amount = 49.2 })).Json["receipt"]!;
        Assert.Equal("settled", (await server.ReadAsync("simplified_invoices", invoice["id"]!))["status"]);
        Assert.Equal(422, (await server.ChangeAsync("receipts", receipt, "canceled")).Status);
        var canceled = await server.ChangeAsync("receipts", receipt, "canceled", "devolvido");
        Assert.Equal(200, canceled.Status);
        Assert.Equal("canceled", canceled.Json["receipt"]!["status"]);
        Assert.Equal("final", (await server.ReadAsync("simplified_invoices", invoice["id"]!))["status"]);
        var related = (await server.GetAsync($"document/{invoice["id"]}/related_documents.json")).Json["documents"]!;
        Assert.Equal("canceled", Assert.Single(related)["status"]);
        Assert.Equal(200, (await PayAsync(server, invoice, new { amount = 49.2 })).Status);
    }

    [Fact]
    public async Task AnInvoiceThatWasSettledByHandStaysSettled()
    {
        using var server = new TestServer();
        var invoice = await server.IssueAsync();
        var receipt = (JObject)(await PayAsync(server, invoice, new { amount = 1 })).Json["receipt"]!;
        await server.ChangeAsync("invoices", invoice, "settled");
        await server.ChangeAsync("receipts", receipt, "canceled", "devolvido");
        Assert.Equal("settled", (await server.ReadAsync("invoices", invoice["id"]!))["status"]);
    }

    [Theory]
    [InlineData("""{"amount":1,"payment_mechanism":"XX"}""", "payment_mechanism")]
    [InlineData("""{"payment_mechanism":"TB"}""", "amount")]
    [InlineData("""{"amount":"x"}""", "amount")]
    [InlineData("""{"amount":0}""", "amount")]
    [InlineData("""{"amount":-1}""", "amount")]
    [InlineData("""{"amount":0.001}""", "amount")]
    [InlineData("""{"amount":49.21}""", "amount")]
    [InlineData("""{"amount":1,"payment_date":"2026-11-20"}""", "payment_date")]
    [InlineData("""{"amount":1,"serie":"none"}""", "serie")]
    public async Task ABadPaymentIsRefusedAsAPair(string body, string field)
    {
        using var server = new TestServer();
        var invoice = await server.IssueAsync();
        var answer = await PayAsync(server, invoice, JObject.Parse(body));
        Assert.Equal(422, answer.Status);
        Assert.Equal(field, answer.Token[0]);
        Assert.Equal(JTokenType.String, answer.Token[1]!.Type);
        Assert.Empty((await server.GetAsync($"document/{invoice["id"]}/related_documents.json")).Json["documents"]!);
    }

    [Theory]
    [InlineData("invoices", false)]
    [InlineData("invoice_receipts", true)]
    [InlineData("credit_notes", true)]
    [InlineData("quotes", true)]
    public async Task OnlyIssuedInvoicesCanBePaid(string plural, bool isIssued)
    {
        using var server = new TestServer();
        var document = isIssued ? await server.IssueAsync(plural) : await server.DraftAsync(plural);
        Assert.Equal(422, (await PayAsync(server, document, new { amount = 1 })).Status);
    }

    [Fact]
    public async Task AnUnknownDocumentCanNotBePaidNorRelated()
    {
        using var server = new TestServer();
        var pay = await server.PostAsync("documents/1/partial_payments.json", new { partial_payment = new { amount = 1 } });
        var related = await server.GetAsync("document/1/related_documents.json");
        Assert.Equal((404, 404), (pay.Status, related.Status));
        Assert.Equal(JTokenType.String, pay.Json["errors"]!["error"]!.Type);
        Assert.Equal(JTokenType.String, related.Json["errors"]!["error"]!.Type);

        // The one path is singular, the other plural.
        Assert.Equal("text/html", (await server.GetAsync("documents/1/related_documents.json")).ContentType);
        Assert.Equal("text/html", (await server.PostAsync("document/1/partial_payments.json", new { })).ContentType);
    }

    private static Task<Answer> PayAsync(TestServer server, JObject document, object payment) =>
        server.PostAsync($"documents/{document["id"]}/partial_payments.json", new { partial_payment = payment });
}
