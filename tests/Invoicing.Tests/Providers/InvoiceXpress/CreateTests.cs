using System;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>
/// Making documents at InvoiceXpress, each once (docs/facts/invoicexpress.md#creation, #side-effects, #repeats, #updates).
/// </summary>
public sealed class CreateTests
{
    [Fact]
    public async Task ADocumentIsSentAsTheSheetSays()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json(Ix.Document("credit_note", "CreditNote"), 201));
        Invoice invoice = Ix.Invoice(type: InvoiceType.CreditNote);
        invoice.DueDate = new DateTime(2026, 4, 9);
        invoice.SequenceId = "55512";
        invoice.CorrectedInvoiceId = "70";
        invoice.Withholding = 11.5m;
        invoice.TaxExemption = "M07";
        invoice.Currency = "USD";
        invoice.ExchangeRate = 1.10m;
        invoice.GlobalDiscount = 5;
        invoice.GlobalDiscountType = "percentage";
        invoice.Notes = "Obrigado";
        invoice.Extra["mb_reference"] = "1";
        invoice.Client!.Email = "not.sent@example.com";
        invoice.Lines.Add(new InvoiceLine
        {
            Name = "P", Description = "Pão", Quantity = 2.5m, UnitPrice = 24.3902m, Unit = "unit", Discount = 10, TaxRate = 0,
        });

        await CreateAsync(rig, invoice);

        Call call = rig.Server.Calls[1];
        Assert.Equal("POST /credit_notes.json", call.Line);
        Assert.True(Guid.TryParse((string?)call.Json["proprietary_uid"], out _));
        Assert.Equal(
            "{\"sequence_id\":\"55512\",\"reference\":\"ENC-1\",\"date\":\"10/03/2026\",\"due_date\":\"09/04/2026\","
            + "\"client\":{\"name\":\"Padaria Exemplo\",\"code\":\"PE-01\"},"
            + "\"items\":[{\"name\":\"SRV\",\"description\":\"SRV\",\"unit_price\":10.0,\"quantity\":1.0,\"tax\":{\"name\":\"IVA23\"}},"
            + "{\"name\":\"P\",\"description\":\"Pão\",\"unit_price\":24.3902,\"quantity\":2.5,\"unit\":\"unit\","
            + "\"discount\":10.0,\"tax\":{\"name\":\"Isento\"}}],"
            + "\"currency_code\":\"USD\",\"rate\":\"1.10\",\"global_discount\":{\"value_type\":\"percentage\",\"value\":5.0},"
            + "\"retention\":\"11.5\",\"tax_exemption\":\"M07\",\"owner_invoice_id\":70,\"observations\":\"Obrigado\","
            + "\"mb_reference\":\"1\"}",
            call.Json["invoice"]!.ToString(Formatting.None));
    }

    [Theory]
    [InlineData("EUR")]
    [InlineData("Euro")]
    [InlineData(null)]
    public async Task TheAccountsOwnCurrencyIsNotAskedFor(string? currency)
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json(Ix.Document(), 201));
        Invoice invoice = Ix.Invoice();
        invoice.Currency = currency;

        await CreateAsync(rig, invoice);

        Assert.Null(rig.Server.Calls[1].Json.SelectToken("invoice.currency_code"));
    }

    [Fact]
    public async Task WhatIsMissingIsFilledIn()
    {
        using var rig = new Rig(now: new DateTimeOffset(2026, 7, 31, 23, 30, 0, TimeSpan.Zero));
        rig.Server.WithTaxes(_ => Answer.Json(Ix.Document(), 201));
        Invoice invoice = Ix.Invoice(reference: null);
        invoice.Date = null;
        invoice.Client!.PaymentDays = 30;
        invoice.Lines[0].Tax = null;

        PreparedChange<Invoice> ready = await rig.Use<IInvoiceCreator>().PrepareAsync(invoice);
        await ready.SendAsync();
        invoice = ready.Record;

        // In Lisbon it is half past midnight, summer time.
        Assert.Equal((new DateTime(2026, 8, 1), new DateTime(2026, 8, 31)), (invoice.Date, invoice.DueDate));
        Assert.Equal(("IVA23", 23m), (invoice.Lines[0].Tax, invoice.Lines[0].TaxRate));
        Assert.False(string.IsNullOrEmpty(invoice.Reference));
        Assert.Equal(invoice.Reference, (string?)rig.Server.Calls[1].Json.SelectToken("invoice.reference"));
    }

    [Fact]
    public async Task TheTimeOfDayIsOfNoImportance()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(
            call => call.Method == "POST" ? Answer.Reset() : Answer.Json(Ix.Page("invoices", Ix.Document(reference: "ENC-1"))));
        Invoice invoice = Ix.Invoice();
        invoice.Date = new DateTime(2026, 3, 10, 15, 30, 0);
        invoice.DueDate = new DateTime(2026, 3, 10);

        Assert.Equal("71", (await CreateAsync(rig, invoice)).Id);
    }

    [Fact]
    public async Task AnEmptyReferenceIsNone()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json(Ix.Document(), 201));
        Invoice invoice = Ix.Invoice(reference: " ");

        await CreateAsync(rig, invoice);

        Assert.False(string.IsNullOrWhiteSpace((string?)rig.Server.Calls[1].Json.SelectToken("invoice.reference")));
    }

    [Fact]
    public async Task ADocumentWhoseAnswerIsLostIsFoundByItsReference()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(
            call => call.Method == "POST" ? Answer.Reset() : Answer.Json(Ix.Page("invoices", Ix.Document(reference: "ENC-1"))));

        Invoice made = await CreateAsync(rig, Ix.Invoice());

        Assert.Equal("71", made.Id);
        Assert.Equal(
            [
                "GET /taxes.json",
                "POST /invoices.json",
                "GET /invoices.json?type[]=Invoice&status[]=draft&non_archived=true&reference=ENC-1&page=1&per_page=30",
            ],
            rig.Server.Lines);
    }

    [Fact]
    public async Task ItIsLookedForTwiceBecauseListsLag()
    {
        using var rig = new Rig();
        rig.Server.Then(
            Answer.Json(Ix.Taxes),
            Answer.Reset(),
            Answer.Json(Ix.Page("invoices")),
            Answer.Json(Ix.Page("invoices", Ix.Document(reference: "ENC-1"))));

        Assert.Equal("71", (await CreateAsync(rig, Ix.Invoice())).Id);
        Assert.True(Assert.Single(rig.Clock.Delays) >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task WhatIsNotFoundIsSentAgainUnderTheSameKey()
    {
        using var rig = new Rig();
        int posts = 0;
        rig.Server.WithTaxes(call => call.Method != "POST" ? Answer.Json(Ix.Page("invoices"))
            : ++posts < 3 ? Answer.Empty(502) : Answer.Json(Ix.Document(reference: "ENC-1"), 201));

        Assert.Equal("71", (await CreateAsync(rig, Ix.Invoice())).Id);

        string[] bodies = [.. rig.Server.Calls.Where(call => call.Method == "POST").Select(call => call.Body)];
        Assert.Equal(3, bodies.Length);
        Assert.Single(bodies.Distinct());
        Assert.Equal("ENC-1", (string?)rig.Server.Calls[^1].Json.SelectToken("invoice.reference"));
    }

    public static readonly TheoryData<string> Strangers = new(
        Ix.Document(reference: "ENC-10"),
        Ix.Document(reference: "ENC-1", date: "09/03/2026"),
        Ix.Document(reference: "ENC-1", total: 12.31m),
        Ix.Document(reference: "ENC-1", client: "Outra"));

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task AnotherDocumentIsNotTakenForTheLostOne(string stranger)
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(call => call.Method == "POST" ? Answer.Reset() : Answer.Json(Ix.Page("invoices", stranger)));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => CreateAsync(rig, Ix.Invoice()));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Contains("ENC-1", fault.Message);
        Assert.Contains("ENC-1", fault.Advice);
        Assert.Equal(5, rig.Server.Calls.Count(call => call.Method == "POST"));
        NoKey.In(fault);
    }

    [Fact]
    public async Task WhatCannotBeLookedUpIsADoubt()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(call => call.Method == "POST" ? Answer.Reset() : Answer.Empty(503));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => CreateAsync(rig, Ix.Invoice()));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Single(rig.Server.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task ALookUpThatTheGateRefusesIsADoubtToo()
    {
        using var rig = new Rig(limits: new RateLimit(2, TimeSpan.FromDays(1)));
        rig.Server.WithTaxes(_ => Answer.Reset());

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => CreateAsync(rig, Ix.Invoice()));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Equal(2, rig.Server.Calls.Count);
    }

    [Fact]
    public async Task ADocumentThatIsBeingMadeIsWaitedFor()
    {
        using var rig = new Rig();
        rig.Server.Then(
            Answer.Json(Ix.Taxes),
            Answer.Json("{\"reason\":\"in progress\"}", 409),
            Answer.Json(Ix.Page("invoices")),
            Answer.Json(Ix.Page("invoices", Ix.Document(reference: "ENC-1"))));

        Assert.Equal("71", (await CreateAsync(rig, Ix.Invoice())).Id);
    }

    [Theory]
    [InlineData("ENC-1", InvoiceType.Invoice, true)]
    [InlineData("ENC-2", InvoiceType.Invoice, false)]
    [InlineData("ENC-1", InvoiceType.CreditNote, false)]
    public async Task AReferenceThatIsAKeyMakesTheProvidersKey(string reference, InvoiceType type, bool same)
    {
        // Each has a journal of its own, as on two machines.
        using var rig = new Rig();
        using var other = new Rig();
        foreach (Rig one in new[] { rig, other })
        {
            one.Server.WithTaxes(call => Answer.Json(Ix.Document(reference: (string?)(call.Json.First!.First!["reference"])), 201));
        }

        await CreateAsync(rig, Keyed("ENC-1", InvoiceType.Invoice));
        await CreateAsync(other, Keyed(reference, type));

        string[] keys = [.. rig.Server.Calls.Concat(other.Server.Calls).Where(call => call.Method == "POST").Select(call => (string)call.Json["proprietary_uid"]!)];
        Assert.Equal(same, keys[0] == keys[1]);
        Assert.All(keys, key => Assert.True(Guid.TryParse(key, out _)));
    }

    [Theory]
    [InlineData("canceled", "ENC-1")]
    [InlineData("deleted", "ENC-1")]
    [InlineData("draft", "ENC-9")]
    public async Task AKeyThatBelongsToAnotherDocumentIsGivenUp(string status, string reference)
    {
        using var rig = new Rig();
        string? first = null;
        rig.Server.WithTaxes(call => call.Method == "GET" ? Answer.Json(Ix.Page("invoices"))
            : (string?)call.Json["proprietary_uid"] == (first ??= (string?)call.Json["proprietary_uid"])
            ? Answer.Json(Ix.Document(status: status, reference: reference, id: 1))
            : Answer.Json(Ix.Document(reference: "ENC-1", id: 2), 201));

        Assert.Equal("2", (await CreateAsync(rig, Keyed("ENC-1", InvoiceType.Invoice))).Id);

        Assert.Equal(2, rig.Server.Calls.Where(call => call.Method == "POST").Select(call => (string?)call.Json["proprietary_uid"]).Distinct().Count());
    }

    [Fact]
    public async Task AConflictThatLeavesNothingIsAConflict()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(
            call => call.Method == "POST" ? Answer.Json("{\"reason\":\"in progress\"}", 409) : Answer.Json(Ix.Page("invoices")));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => CreateAsync(rig, Ix.Invoice()));

        Assert.Equal((ErrorKind.Conflict, "in progress"), (fault.Kind, Assert.Single(fault.FieldErrors).Message));
    }

    [Fact]
    public async Task ARefusalIsNotSentAgain()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json("{\"errors\":{\"error\":\"Limite do plano\"}}", 422));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => CreateAsync(rig, Ix.Invoice()));

        Assert.Equal((ErrorKind.ValidationFailed, "Limite do plano"), (fault.Kind, Assert.Single(fault.FieldErrors).Message));
        Assert.Equal(2, rig.Server.Calls.Count);
    }

    [Theory]
    [InlineData(12.3, 0)]
    [InlineData(10.6, 1)]
    public async Task ATotalThatIsNotOursIsPointedOut(double total, int warnings)
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json(Ix.Document(total: (decimal)total), 201));

        await CreateAsync(rig, Ix.Invoice());

        Assert.Equal(warnings, rig.Observer.Warnings.Count);
        Assert.All(rig.Observer.Warnings, warning => Assert.Contains("ENC-1", warning));
    }

    [Fact]
    public async Task APreviewStoresNothing()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Empty(500));

        InvoiceTotals totals = await rig.Use<IInvoiceCreator>().PreviewAsync(Ix.Invoice());

        Assert.Equal((10m, 2.3m, 12.3m), (totals.Net, totals.Tax, totals.Total));
        Assert.Equal("GET /taxes.json", rig.Server.Only.Line);
    }

    [Fact]
    public async Task AnUpdateReplacesTheDraftWithEverythingThatWasRead()
    {
        using var rig = new Rig();
        string read = Ix.Document(reference: "ENC-1").Replace(
            "\"tax_exemption\": \"\"", "\"tax_exemption\": \"M07\", \"tax_exemption_reason\": \"M07\"");
        rig.Server.WithTaxes(call => call.Method == "GET" ? Answer.Json(read) : Answer.Empty(200));
        Invoice invoice = await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71");
        invoice.Notes = "Novo";

        await rig.Use<IUpdater<Invoice>>().UpdateAsync(invoice);

        Call call = rig.Server.Calls[^1];
        Assert.Equal("PUT /invoices/71.json", call.Line);
        Assert.Equal(
            "{\"invoice\":{\"reference\":\"ENC-1\",\"date\":\"10/03/2026\",\"due_date\":\"10/03/2026\","
            + "\"client\":{\"name\":\"Padaria Exemplo\"},"
            + "\"items\":[{\"name\":\"SRV\",\"description\":\"SRV\",\"unit_price\":10.0,\"quantity\":1.0,\"tax\":{\"name\":\"IVA23\"}}],"
            + "\"tax_exemption\":\"M07\",\"observations\":\"Novo\",\"tax_exemption_reason\":\"M07\"}}",
            call.Json.ToString(Formatting.None));
    }

    [Fact]
    public async Task AnUpdateThatIsLostIsSentAgain()
    {
        using var rig = new Rig();
        int puts = 0;
        rig.Server.WithTaxes(_ => ++puts == 1 ? Answer.Reset() : Answer.Empty(200));
        Invoice invoice = Ix.Invoice();
        invoice.Id = "71";

        await rig.Use<IUpdater<Invoice>>().UpdateAsync(invoice);

        Assert.Equal(2, puts);
    }

    [Theory]
    [InlineData("draft", true)]
    [InlineData("final", true)]
    [InlineData("settled", true)]
    [InlineData("canceled", false)]
    [InlineData("deleted", false)]
    public async Task AReferenceIsFoundUnlessItsDocumentIsGone(string status, bool found)
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page("invoices", Ix.Document(reference: "ENC-10"), Ix.Document(status: status, reference: "ENC-1", id: 9)));

        Invoice? invoice = await rig.Use<IInvoiceCreator>().FindByReferenceAsync(InvoiceType.Invoice, "ENC-1");

        Assert.Equal(found ? "9" : null, invoice?.Id);
        Assert.Equal(("ENC-1", "true"), (rig.Server.Only.Value("reference"), rig.Server.Only.Value("archived")));
    }

    [Fact]
    public async Task ADocumentThatCanOnlyBeListedIsNotMade()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json("{}"));

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(
            () => CreateAsync(rig, Ix.Invoice(type: InvoiceType.CashInvoice)));

        Assert.Equal(ErrorKind.NotSupported, fault.Kind);
        Assert.DoesNotContain(rig.Server.Calls, call => call.Method == "POST");
    }

    private static Invoice Keyed(string reference, InvoiceType type)
    {
        Invoice invoice = Ix.Invoice(reference, type);
        invoice.ReferenceIsKey = true;
        return invoice;
    }

    private static Task<Invoice> CreateAsync(Rig rig, Invoice invoice) => rig.Use<ICreator<Invoice>>().CreateAsync(invoice);
}
