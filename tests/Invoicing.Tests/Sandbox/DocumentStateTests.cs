using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class DocumentStateTests
{
    [Theory]
    [InlineData("invoices", "finalized", "final")]
    [InlineData("invoices", "deleted", "deleted")]
    [InlineData("invoices", "finalized settled", "settled")]
    [InlineData("invoices", "finalized canceled", "canceled")]
    [InlineData("invoice_receipts", "finalized", "settled")]
    [InlineData("invoice_receipts", "finalized canceled", "canceled")]
    [InlineData("credit_notes", "finalized settled unsettled", "final")]
    [InlineData("debit_notes", "finalized settled unsettled canceled", "canceled")]
    [InlineData("simplified_invoices", "finalized canceled", "canceled")]
    [InlineData("quotes", "finalized accept", "accepted")]
    [InlineData("quotes", "finalized refuse accept", "accepted")]
    [InlineData("proformas", "finalized accept refuse", "refused")]
    [InlineData("fees_notes", "finalized refuse canceled", "canceled")]
    [InlineData("quotes", "finalized accept canceled", "canceled")]
    [InlineData("quotes", "deleted", "deleted")]
    [InlineData("transports", "finalized canceled", "canceled")]
    [InlineData("shippings", "deleted", "deleted")]
    public async Task LegalEventsLeadTo(string plural, string events, string status)
    {
        using var server = new TestServer();
        var document = await server.DraftAsync(plural);
        foreach (var state in events.Split(' '))
        {
            var answer = await server.ChangeAsync(plural, document, state, "razão");
            Assert.Equal(200, answer.Status);
            document = (JObject)answer.Json.Properties().Single().Value;
        }

        Assert.Equal(status, document["status"]);
        Assert.Equal(status, (await server.ReadAsync(plural, document["id"]!))["status"]);
    }

    [Theory]
    [InlineData("invoices", "", "settled")]
    [InlineData("invoices", "", "canceled")]
    [InlineData("invoices", "finalized", "finalized")]
    [InlineData("invoices", "finalized", "deleted")]
    [InlineData("invoices", "finalized", "accepted")]
    [InlineData("invoices", "finalized", "unsettled")]
    [InlineData("invoices", "finalized settled", "unsettled")]
    [InlineData("invoices", "finalized settled", "canceled")]
    [InlineData("invoices", "finalized canceled", "settled")]
    [InlineData("invoices", "deleted", "finalized")]
    [InlineData("invoice_receipts", "finalized", "settled")]
    [InlineData("quotes", "finalized", "accepted")]
    [InlineData("quotes", "finalized", "refused")]
    [InlineData("quotes", "finalized", "settled")]
    [InlineData("quotes", "", "accept")]
    [InlineData("transports", "finalized", "deleted")]
    [InlineData("transports", "finalized", "settled")]
    public async Task IllegalEventsAreRefusedInTheNestedShape(string plural, string events, string state)
    {
        using var server = new TestServer();
        var document = await server.DraftAsync(plural);
        foreach (var earlier in events.Split(' ', System.StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Equal(200, (await server.ChangeAsync(plural, document, earlier, "razão")).Status);
        }

        var before = await server.ReadAsync(plural, document["id"]!);
        var answer = await server.ChangeAsync(plural, document, state, "razão");
        Assert.Equal(422, answer.Status);
        Assert.StartsWith("CantHandle: " + state, (string)answer.Json["errors"]![0]!["error"]![0]!);
        Assert.True(JToken.DeepEquals(before, await server.ReadAsync(plural, document["id"]!)));
    }

    [Theory]
    [InlineData("Finalized")]
    [InlineData("sent")]
    [InlineData("")]
    [InlineData(null)]
    public async Task AnUnknownEventIsRefusedInTheFlatShape(string? state)
    {
        using var server = new TestServer();
        var answer = await server.ChangeAsync("invoices", await server.DraftAsync(), state!);
        Assert.Equal(422, answer.Status);
        Assert.Equal(JTokenType.String, answer.Json["errors"]!["error"]!.Type);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task CancellingNeedsAMessage(string? message)
    {
        using var server = new TestServer();
        var invoice = await server.IssueAsync();
        var answer = await server.ChangeAsync("invoices", invoice, "canceled", message);
        Assert.Equal(422, answer.Status);
        Assert.Equal("final", (await server.ReadAsync("invoices", invoice["id"]!))["status"]);
        var canceled = await server.ChangeAsync("invoices", invoice, "canceled", "engano");
        Assert.Equal("engano", canceled.Json["invoice"]!["cancel_reason"]);
    }

    [Fact]
    public async Task IssuingGivesNumberCodeAndHash()
    {
        using var server = new TestServer(o => o.InvoiceCount = 0);
        var sequence = (await server.GetAsync("sequences.json")).Json["sequences"]![0]!;
        for (var number = 1; number <= 2; number++)
        {
            var invoice = await server.IssueAsync();
            Assert.Equal($"{number}/2026", invoice["sequence_number"]);
            Assert.Equal($"2026/{number}", invoice["inverted_sequence_number"]);
            Assert.Equal($"{sequence["current_invoice_validation_code"]}-{number}", invoice["atcud"]);
            Assert.Equal(4, ((string)invoice["saft_hash"]!).Length);
            Assert.Equal(sequence["current_invoice_sequence_id"]!.ToString(), invoice["sequence_id"]);
            Assert.Equal(JTokenType.String, invoice["sequence_id"]!.Type);
        }

        Assert.Equal("1/2026", (await server.IssueAsync("credit_notes"))["sequence_number"]);
        sequence = (await server.GetAsync("sequences.json")).Json["sequences"]![0]!;
        Assert.Equal((2, 1, 0), (
            (int)sequence["current_invoice_number"]!,
            (int)sequence["current_credit_note_number"]!,
            (int)sequence["current_quote_number"]!));
    }

    [Fact]
    public async Task ADocumentMayNotBeDatedBeforeTheLastOneOfItsSeries()
    {
        using var server = new TestServer(o => o.InvoiceCount = 0);
        await server.IssueAsync();
        var late = await server.DraftAsync(change: d => d["date"] = "19/11/2026");
        var answer = await server.ChangeAsync("invoices", late, "finalized");
        Assert.Equal(422, answer.Status);
        Assert.Contains("20/11/2026", answer.Text);
        Assert.Equal("rascunho", (await server.ReadAsync("invoices", late["id"]!))["sequence_number"]);

        // Another type in the same series, and the first document of a series, may be.
        Assert.Equal("1/2026", (await server.IssueAsync("credit_notes", d => d["date"] = "19/11/2026"))["sequence_number"]);
        Assert.Equal("2/2026", (await server.IssueAsync())["sequence_number"]);
    }

    [Fact]
    public async Task AnUnregisteredSeriesCanNotIssue()
    {
        using var server = new TestServer();
        var shop = (await server.GetAsync("sequences.json")).Json["sequences"]!.Single(s => (string)s["serie"]! == "LOJA");
        Assert.Equal("N/D", shop["current_invoice_validation_code"]);
        Assert.Equal("N/A", shop["current_vat_moss_invoice_validation_code"]);
        var draft = await server.DraftAsync(change: d => d["sequence_id"] = shop["current_invoice_sequence_id"]);
        Assert.Equal(422, (await server.ChangeAsync("invoices", draft, "finalized")).Status);
        Assert.Equal(200, (await server.PutAsync($"sequences/{shop["id"]}/register.json", null)).Status);
        var issued = (await server.ChangeAsync("invoices", draft, "finalized")).Json["invoice"]!;
        Assert.Equal("LOJA/1", issued["inverted_sequence_number"]);
        Assert.Matches("^J[A-Z0-9]{7}-1$", (string)issued["atcud"]!);
    }

    [Fact]
    public async Task AnUpdateReplacesTheDraftAndAnswersNothing()
    {
        using var server = new TestServer();
        var draft = await server.DraftAsync(change: d =>
        {
            d["items"] = new JArray { TestServer.Line("A", tax: "Isento"), TestServer.Line("B") };
            d["tax_exemption"] = "M07";
            d["reference"] = "ENC-1";
        });
        Assert.Equal("M07", draft["tax_exemption"]);
        var answer = await server.PutAsync(
            $"invoices/{draft["id"]}.json", server.Document(d => d["items"] = new JArray { TestServer.Line("A", tax: "Isento") }));
        Assert.Equal((200, 0), (answer.Status, answer.Bytes.Length));

        var changed = await server.ReadAsync("invoices", draft["id"]!);
        Assert.Single(changed["items"]!);
        Assert.Equal(("", JTokenType.Null), ((string)changed["tax_exemption"]!, changed["reference"]!.Type));
        Assert.Equal(40m, (decimal)changed["total"]!);

        // The lost code is stamped silently.
        var issued = (await server.ChangeAsync("invoices", draft, "finalized")).Json["invoice"]!;
        Assert.Equal("M99", issued["tax_exemption"]);
    }

    [Theory]
    [InlineData("finalized", 406)]
    [InlineData("finalized settled", 422)]
    [InlineData("deleted", 406)]
    public async Task OnlyDraftsCanBeEdited(string events, int status)
    {
        using var server = new TestServer();
        var document = await server.DraftAsync();
        foreach (var state in events.Split(' '))
        {
            await server.ChangeAsync("invoices", document, state);
        }

        var before = await server.ReadAsync("invoices", document["id"]!);
        var answer = await server.PutAsync($"invoices/{document["id"]}.json", server.Document(d => d["reference"] = "tarde"));
        Assert.Equal(status, answer.Status);
        Assert.Equal(JTokenType.String, answer.Json["errors"]!["error"]!.Type);
        Assert.True(JToken.DeepEquals(before, await server.ReadAsync("invoices", document["id"]!)));
    }

    [Fact]
    public async Task ABadUpdateIsRefusedAndChangesNothing()
    {
        using var server = new TestServer();
        var draft = await server.DraftAsync();
        var answer = await server.PutAsync($"invoices/{draft["id"]}.json", server.Document(d => d.Remove("client")));
        Assert.Equal(422, answer.Status);
        Assert.Equal(JTokenType.String, answer.Json["errors"]!["error"]!.Type);
        Assert.Equal("Sala de Chá", (await server.ReadAsync("invoices", draft["id"]!))["client"]!["name"]);
    }

    [Fact]
    public async Task ThePathMustNameTheTypeOfTheDocument()
    {
        using var server = new TestServer();
        var draft = await server.DraftAsync();
        foreach (var path in new[] { $"credit_notes/{draft["id"]}.json", "invoices/1.json", "invoices/abc.json" })
        {
            var answer = await server.GetAsync(path);
            Assert.Equal(404, answer.Status);
        }

        Assert.Equal(404, (await server.ChangeAsync("quotes", draft, "finalized")).Status);
        Assert.Equal(JTokenType.String, (await server.GetAsync($"credit_notes/{draft["id"]}.json")).Json["errors"]!["error"]!.Type);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    [InlineData(-1, 0)]
    public async Task ATransportsCodeIsThereAfterSomeReads(int polls, int reads)
    {
        using var server = new TestServer(o => o.PollsUntilReady = polls);
        var draft = await server.DraftAsync("transports", d => d["license_plate"] = "AA-11-BB");
        Assert.Equal(JTokenType.Null, draft["at_doc_code_id"]!.Type);
        Assert.Equal(("Braga", "AA-11-BB"), ((string)draft["address_from"]!["city"]!, (string)draft["license_plate"]!));
        Assert.Null(draft["loaded_at"]);
        var issued = (await server.ChangeAsync("transports", draft, "finalized")).Json["transport"]!;
        Assert.Equal(JTokenType.Null, issued["at_doc_code_id"]!.Type);
        var read = await server.ReadAsync("transports", draft["id"]!);
        for (var i = 1; i < 5; i++)
        {
            Assert.Equal(reads > 0 && i >= reads ? JTokenType.String : JTokenType.Null, read["at_doc_code_id"]!.Type);
            read = await server.ReadAsync("transports", draft["id"]!);
        }

        Assert.Equal("20.0", read["items"]![0]!["unit_price"]);
    }

    [Fact]
    public async Task ATransportWhoseTimeHasPassedCanNotBeIssued()
    {
        using var server = new TestServer();
        var draft = await server.DraftAsync("transports");
        server.Now = server.Now.AddMinutes(5);
        Assert.Equal(422, (await server.ChangeAsync("transports", draft, "finalized")).Status);
    }

    [Fact]
    public async Task ANoteBelongsToWhatItCorrects()
    {
        using var server = new TestServer();
        var invoice = await server.IssueAsync();
        var note = await server.IssueAsync("credit_notes", d => d["owner_invoice_id"] = invoice["id"]);
        var related = (await server.GetAsync($"document/{invoice["id"]}/related_documents.json")).Json["documents"]!;
        Assert.Equal(note["id"], Assert.Single(related)["id"]);
        Assert.Equal("final", (await server.ReadAsync("invoices", invoice["id"]!))["status"]);
        Assert.Equal(422, (await server.PostAsync("credit_notes.json", server.Document(d => d["owner_invoice_id"] = 5))).Status);
    }
}
