using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class DocumentCreateTests
{
    [Theory]
    [InlineData("invoices", "invoice", "invoice", "Invoice")]
    [InlineData("invoice_receipts", "invoice", "invoice_receipt", "InvoiceReceipt")]
    [InlineData("invoice_receipts", "invoice_receipt", "invoice_receipt", "InvoiceReceipt")]
    [InlineData("simplified_invoices", "invoice", "simplified_invoice", "SimplifiedInvoice")]
    [InlineData("credit_notes", "invoice", "credit_note", "CreditNote")]
    [InlineData("debit_notes", "debit_note", "debit_note", "DebitNote")]
    [InlineData("vat_moss_invoices", "invoice", "vat_moss_invoice", "VatMossInvoice")]
    [InlineData("vat_moss_credit_notes", "invoice", "vat_moss_credit_note", "VatMossCreditNote")]
    [InlineData("vat_moss_receipts", "invoice", "vat_moss_receipt", "VatMossReceipt")]
    [InlineData("quotes", "quote", "quote", "Quote")]
    [InlineData("proformas", "quote", "proforma", "Proforma")]
    [InlineData("proformas", "proforma", "proforma", "Proforma")]
    [InlineData("fees_notes", "quote", "fees_note", "FeesNote")]
    [InlineData("shippings", "shipping", "shipping", "Shipping")]
    [InlineData("transports", "shipping", "transport", "Transport")]
    [InlineData("devolutions", "devolution", "devolution", "Devolution")]
    public async Task EveryTypeIsCreatedAsADraftUnderARootOfItsOwn(string plural, string wrapper, string root, string type)
    {
        using var server = new TestServer();
        var body = server.Document(wrapper: plural is "shippings" or "transports" or "devolutions" ? "shipping" : "invoice");
        var answer = await server.PostAsync(plural + ".json", new JObject { [wrapper] = body.Properties().Single().Value });
        Assert.Equal(201, answer.Status);
        var document = answer.Json[root]!;
        Assert.Equal(
            (type, "draft", "rascunho"), ((string)document["type"]!, (string)document["status"]!, (string)document["sequence_number"]!));
        foreach (var absent in new[] { "inverted_sequence_number", "atcud", "saft_hash", "sequence_id" })
        {
            Assert.Null(document[absent]);
        }

        Assert.Equal("20/11/2026", document["date"]);
        Assert.Equal("Euro", document["currency"]);
    }

    [Theory]
    [InlineData("Text", JTokenType.String)]
    [InlineData("Number", JTokenType.Float)]
    public async Task NumbersAreTextInRowsAndAsTheSettingSaysInASingleDocument(string form, JTokenType type)
    {
        using var server = new TestServer(o => o.Settings = new Dictionary<string, string> { ["SingleReads"] = form });
        var created = (await server.DraftAsync())["items"]![0]!;
        Assert.Equal("20.0", created["unit_price"]);
        Assert.Equal("2.0", created["quantity"]);
        var id = (await server.GetAsync("invoices.json?per_page=1")).Json["invoices"]![0]!["id"]!;
        var single = (await server.ReadAsync("invoices", id))["items"]![0]!;
        Assert.Equal(type, single["unit_price"]!.Type);
        Assert.Equal(20m, (decimal)single["unit_price"]!);
    }

    [Fact]
    public async Task TextAndNumbersAreTakenForOneAnother()
    {
        using var server = new TestServer();
        var document = await server.DraftAsync(change: d =>
        {
            d["items"]![0]!["unit_price"] = "10.5";
            d["items"]![0]!["quantity"] = "3";
            d["reference"] = 4711;
        });
        Assert.Equal((31.5m, "4711"), ((decimal)document["sum"]!, (string)document["reference"]!));
    }

    [Fact]
    public async Task AnUnknownClientIsMadeAndAKnownOneLeftAsItIs()
    {
        using var server = new TestServer();
        var known = (await server.GetAsync("clients.json")).Json["clients"]![0]!;
        var document = await server.DraftAsync(
            change: d => d["client"] = new JObject { ["name"] = known["name"], ["email"] = "novo@example.com" });
        Assert.Equal(known["id"], document["client"]!["id"]);
        Assert.Equal(known["email"], document["client"]!["email"]);
        Assert.Null(document["client"]!["fiscal_id"]);

        document = await server.DraftAsync(change: d =>
            d["client"] = new JObject { ["name"] = "Nova", ["code"] = "N-1", ["city"] = "Beja", ["fiscal_id"] = "123456789" });
        var client = (await server.GetAsync($"clients/{document["client"]!["id"]}.json")).Json["client"]!;
        Assert.Equal(
            ("Nova", "N-1", "Beja", "123456789"),
            ((string)client["name"]!, (string)client["code"]!, (string)client["city"]!, (string)client["fiscal_id"]!));
        Assert.False(((JObject)document["client"]!).ContainsKey("country"));
    }

    [Fact]
    public async Task ItemsAreAddedToTheCatalogueOrOverwritten()
    {
        using var server = new TestServer();
        await server.DraftAsync(
            change: d => d["items"] = new JArray { TestServer.Line("SRV-01", 99), TestServer.Line("Novo", 5, tax: "IVA6") });
        var items = await server.ListAsync("items.json", "items");
        Assert.Equal(99m, (decimal)items.Single(i => (string)i["name"]! == "SRV-01")["unit_price"]!);
        var added = items.Single(i => (string)i["name"]! == "Novo");
        Assert.Equal((5m, "IVA6"), ((decimal)added["unit_price"]!, (string)added["tax"]!["name"]!));
        Assert.Equal(13, items.Count);
    }

    [Theory]
    [InlineData("""{"name":"IVA6"}""", "IVA6")]
    [InlineData("""{"name":"iva6"}""", "IVA23")]
    [InlineData("""{"name":"IVA99"}""", "IVA23")]
    [InlineData("""{"name":"IVA13","id":1}""", "IVA13")]
    [InlineData("""{}""", "IVA23")]
    [InlineData("null", "IVA23")]
    public async Task AnUnknownTaxSilentlyTakesTheDefault(string sent, string taken)
    {
        using var server = new TestServer();
        var document = await server.DraftAsync(change: d => d["items"]![0]!["tax"] = JToken.Parse(sent));
        Assert.Equal(taken, document["items"]![0]!["tax"]!["name"]);
    }

    [Fact]
    public async Task ATaxMayBeGivenByItsIdAlone()
    {
        using var server = new TestServer();
        var tax = (await server.GetAsync("taxes.json")).Json["taxes"]![2]!;
        var document = await server.DraftAsync(change: d => d["items"]![0]!["tax"] = new JObject { ["id"] = tax["id"] });
        Assert.Equal(tax["name"], document["items"]![0]!["tax"]!["name"]);
    }

    [Fact]
    public async Task TotalsAreRoundedOnceAndLinesAreNot()
    {
        using var server = new TestServer();
        var document = await server.DraftAsync(change: d => d["items"] = new JArray
        {
            TestServer.Line("A", 0.333m, 1), TestServer.Line("B", 0.333m, 1), TestServer.Line("C", 0.333m, 1, discount: 10),
        });
        Assert.Equal(0.333m, (decimal)document["items"]![0]!["subtotal"]!);
        Assert.Equal(0.07659m, (decimal)document["items"]![0]!["tax_amount"]!);
        Assert.Equal(0.2997m, (decimal)document["items"]![2]!["subtotal"]!);
        Assert.Equal(0.0333m, (decimal)document["items"]![2]!["discount_amount"]!);

        // 0.9657 net and 1.187811 with tax; rounded lines would give 0.96 and 1.19.
        Assert.Equal(
            (1.00m, 0.03m, 0.97m, 0.22m, 1.19m),
            ((decimal)document["sum"]!,
                (decimal)document["discount"]!,
                (decimal)document["before_taxes"]!,
                (decimal)document["taxes"]!,
                (decimal)document["total"]!));
    }

    [Theory]
    [InlineData("percentage", 10, 36.00, 44.28)]
    [InlineData("absolute", 10, 30.00, 36.90)]
    [InlineData("absolute", 100, 0, 0)]
    public async Task ADiscountOnTheWholeDocumentCounts(string type, int value, decimal net, decimal total)
    {
        using var server = new TestServer();
        var document = await server.DraftAsync(
            change: d => d["global_discount"] = new JObject { ["value_type"] = type, ["value"] = value });
        Assert.Equal((net, total), ((decimal)document["before_taxes"]!, (decimal)document["total"]!));
        Assert.Equal(type, document["global_discount"]!["value_type"]);
    }

    [Fact]
    public async Task AForeignCurrencyIsConvertedAndPricesStayInEuro()
    {
        using var server = new TestServer();
        var document = await server.DraftAsync(change: d =>
        {
            d["currency_code"] = "USD";
            d["rate"] = "1.10";
        });
        Assert.Equal(("Euro", 49.20m), ((string)document["currency"]!, (decimal)document["total"]!));
        Assert.Equal(("USD", 54.12m), ((string)document["multicurrency"]!["currency"]!, (decimal)document["multicurrency"]!["total"]!));
    }

    [Theory]
    [InlineData("date", null)]
    [InlineData("date", "\"2026-11-20\"")]
    [InlineData("date", "\"31/02/2026\"")]
    [InlineData("date", "20112026")]
    [InlineData("due_date", null)]
    [InlineData("due_date", "\"19/11/2026\"")]
    [InlineData("client", null)]
    [InlineData("client", "1")]
    [InlineData("client", "\"Nova\"")]
    [InlineData("client", "{}")]
    [InlineData("client", """{"name":"Nova","code":"C0001"}""")]
    [InlineData("client", """{"name":"Nova","fiscal_id":"123456780"}""")]
    [InlineData("client", """{"name":"Nova","country":"PT"}""")]
    [InlineData("items", null)]
    [InlineData("items", "[]")]
    [InlineData("items", "[1]")]
    [InlineData("items", """{"item":[{"name":"A","unit_price":1}]}""")]
    [InlineData("items", """[{"unit_price":1}]""")]
    [InlineData("items", """[{"name":"A"}]""")]
    [InlineData("items", """[{"name":"A","unit_price":"x"}]""")]
    [InlineData("items", """[{"name":"A","unit_price":-1}]""")]
    [InlineData("items", """[{"name":"A","unit_price":1e20}]""")]
    [InlineData("items", """[{"name":"A","unit_price":"1,5"}]""")]
    [InlineData("items", """[{"name":"A","unit_price":[1]}]""")]
    [InlineData("items", """[{"name":"A","unit_price":1,"quantity":0}]""")]
    [InlineData("items", """[{"name":"A","unit_price":1,"quantity":-1}]""")]
    [InlineData("items", """[{"name":"A","unit_price":1,"discount":"x"}]""")]
    [InlineData("items", """[{"name":"A","unit_price":1,"discount":-1}]""")]
    [InlineData("items", """[{"name":"A","unit_price":1,"unit":"kg"}]""")]
    [InlineData("items", """[{"name":"A","unit_price":1,"tax":"IVA23"}]""")]
    [InlineData("items", """[{"name":"A","unit_price":1,"tax":{"name":"Isento"}}]""")]
    [InlineData("retention", "\"100\"")]
    [InlineData("retention", "\"-1\"")]
    [InlineData("tax_exemption", "\"X1\"")]
    [InlineData("mb_reference", "\"1\"")]
    [InlineData("sequence_id", "1")]
    [InlineData("currency_code", "\"XXX\"")]
    [InlineData("rate", "0")]
    [InlineData("owner_invoice_id", "1")]
    [InlineData("global_discount", """{"value_type":"other","value":1}""")]
    [InlineData("global_discount", """{"value_type":"percentage","value":101}""")]
    public async Task ABadInvoiceIsRefusedAndLeavesNothingBehind(string field, string? value)
    {
        using var server = new TestServer();
        var before = await CountAsync(server);
        var answer = await server.PostAsync("invoices.json", server.Document(d =>
        {
            d["client"] = new JObject { ["name"] = "Nova" };
            d.Remove(field);
            if (value != null)
            {
                d[field] = JToken.Parse(value);
            }
        }));
        Assert.Equal(422, answer.Status);
        Assert.Equal(JTokenType.String, answer.Json["errors"]![0]!["error"]!.Type);
        Assert.Equal(before, await CountAsync(server));
    }

    [Fact]
    public async Task TheIdOfAnotherTypesSequenceIsRefused()
    {
        using var server = new TestServer();
        var sequence = (await server.GetAsync("sequences.json")).Json["sequences"]![0]!;
        var answer = await server.PostAsync(
            "invoices.json", server.Document(d => d["sequence_id"] = sequence["current_credit_note_sequence_id"]));
        Assert.Equal(422, answer.Status);
        Assert.Contains("mismatch", answer.Text);
        var draft = await server.DraftAsync(change: d => d["sequence_id"] = sequence["current_invoice_sequence_id"]!.ToString());
        Assert.Equal(sequence["current_invoice_sequence_id"], draft["sequence_id"]);
    }

    [Theory]
    [InlineData("loaded_at", "20/11/2026 10:30:00")]
    [InlineData("loaded_at", "20/11/2026")]
    [InlineData("loaded_at", null)]
    [InlineData("address_from", null)]
    [InlineData("address_to", null)]
    public async Task AGuideNeedsATimeToComeAndTwoPlaces(string field, string? value)
    {
        using var server = new TestServer();
        var answer = await server.PostAsync("transports.json", server.Document(d => d[field] = value, "shipping"));
        Assert.Equal(422, answer.Status);
        Assert.Equal(JTokenType.String, answer.Json["errors"]![0]!["error"]!.Type);
    }

    [Fact]
    public async Task TimesOfGuidesAreLisbonTimes()
    {
        using var server = new TestServer { Now = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero) };
        foreach (var (second, status) in new[] { ("00", 422), ("01", 201) })
        {
            var body = server.Document(d => d["loaded_at"] = "01/07/2026 13:00:" + second, "shipping");
            Assert.Equal(status, (await server.PostAsync("transports.json", body)).Status);
        }
    }

    [Fact]
    public async Task AnEstimateMayLeaveItsDatesOut()
    {
        using var server = new TestServer();
        var quote = await server.DraftAsync("quotes", d =>
        {
            d.Remove("date");
            d.Remove("due_date");
        });
        Assert.Equal(("20/11/2026", "20/11/2026"), ((string)quote["date"]!, (string)quote["due_date"]!));
    }

    [Theory]
    [InlineData("{", "application/json", 500)]
    [InlineData("[]", "application/json", 500)]
    [InlineData("{\"invoice\":{}} x", "application/json", 500)]
    [InlineData("{\"invoice\":{}}", "text/plain", 500)]
    [InlineData("invoice=1", "application/x-www-form-urlencoded", 500)]
    [InlineData("{}", "application/json", 422)]
    [InlineData("{\"invoice\":null}", "application/json", 422)]
    public async Task ABodyThatIsNoDocumentIsRefused(string body, string type, int status)
    {
        using var server = new TestServer();
        using var content = new System.Net.Http.StringContent(body, System.Text.Encoding.UTF8, type);
        Assert.Equal(status, (await server.RawAsync("POST", server.Url("invoices.json"), content)).Status);
    }

    private static async Task<string> CountAsync(TestServer server)
    {
        var counts = new[] { "clients", "items", "invoices" }.Select(async root =>
            (int)(await server.GetAsync(root + ".json")).Json["pagination"]!["total_entries"]!);
        return string.Join(" ", await Task.WhenAll(counts));
    }
}
