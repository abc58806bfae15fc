using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Providers.InvoiceXpress;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>
/// What only some documents have, and what series answer (docs/facts/invoicexpress.md#estimates, #guides, #payments, #series).
/// </summary>
public sealed class InvoiceXpressFieldTests
{
    private const string Counters =
        "{\"sequences\":[{\"id\":7,\"serie\":\"B\",\"current_invoice_sequence_id\":70,\"current_quote_sequence_id\":71,\"current_transport_sequence_id\":72}]}";

    private const string NoCounters = "{\"sequence\":{\"id\":7,\"serie\":\"B\",\"default_sequence\":0}}";

    /// <summary>The table of docs/facts/invoicexpress.md#series-errors.</summary>
    public static readonly TheoryData<bool, int, string> Codes = new()
    {
        { true, 409, "006" }, { true, 422, "001" }, { true, 422, "002" }, { true, 422, "003" }, { true, 422, "004" }, { true, 422, "005" },
        { true, 422, "000" }, { false, 404, "006" }, { false, 409, "005" }, { false, 409, "008" }, { false, 422, "001" }, { false, 422, "002" },
        { false, 422, "003" }, { false, 422, "004" }, { false, 422, "007" }, { false, 422, "000" },
    };

    [Fact]
    public async Task AGuideSaysWhereAndWhenGoodsAreMoved()
    {
        using var rig = new Rig();
        string answer = Ix.Document("transport", "Transport").Replace(
            "\"id\": 71,",
            "\"id\": 71, \"address_from\": {\"detail\":\"Rua do Forno 3\",\"city\":\"Braga\",\"postal_code\":\"4700-000\",\"country\":\"Portugal\"},"
            + "\"address_to\": {\"detail\":\"High Street 1\",\"city\":\"Leeds\",\"postal_code\":\"LS1 0AA\",\"country\":\"UK\"},"
            + "\"license_plate\":\"AA-00-AA\",\"at_doc_code_id\":\"55\",");
        rig.Server.WithTaxes(_ => Answer.Json(answer, 201));
        Invoice guide = Ix.Of(InvoiceType.Transport, isNew: true);
        (guide.LicensePlate, guide.LoadSite, guide.DeliverySite) = ("AA-00-AA", "Cais 1", "Cais 2");

        Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(guide);

        JToken sent = rig.Server.Calls[^1].Json["transport"]!;
        Assert.Null(rig.Server.Calls[^1].Json["proprietary_uid"]);
        Assert.Equal("11/03/2026 09:05:00", (string?)sent["loaded_at"]);
        Assert.Equal(
            "{\"detail\":\"High Street 1\",\"city\":\"Leeds\",\"postal_code\":\"LS1 0AA\",\"country\":\"UK\"}", sent["address_to"]!.ToString(Formatting.None));
        Assert.Equal(("AA-00-AA", "Cais 1", "Cais 2"), ((string?)sent["license_plate"], (string?)sent["load_site"], (string?)sent["delivery_site"]));
        Assert.Equal(("55", "AA-00-AA", "Braga", "United Kingdom"), (made.TransportCode, made.LicensePlate, made.AddressFrom!.City, made.AddressTo!.Country));

        // No answer has these, and the next change must not lose them.
        Assert.Equal((guide.LoadedAt, "Cais 1", "Cais 2"), (made.LoadedAt, made.LoadSite, made.DeliverySite));
    }

    [Fact]
    public async Task AnEstimateAsksForItsRelativesAndHasNoKeyAgainstRepetition()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json(Ix.Document("fees_note", "FeesNote"), 201));
        Invoice note = Ix.Of(InvoiceType.FeesNote, isNew: true);
        note.LinkRelated = true;

        await rig.Use<IInvoiceCreator>().CreateAsync(note);

        JObject sent = rig.Server.Calls[^1].Json;
        Assert.Equal(["quote"], sent.Properties().Select(property => property.Name));
        Assert.Equal("1", (string?)sent["quote"]!["auto_add_related_document"]);
    }

    [Theory]
    [InlineData(InvoiceType.CreditNote)]
    [InlineData(InvoiceType.DebitNote)]
    [InlineData(InvoiceType.VatMossCreditNote)]
    public async Task ANoteSaysWhatItCorrectsAndIsNotChangedWithoutIt(InvoiceType type)
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(call => call.Method == "PUT" ? Answer.Empty(200) : Answer.Json(Ix.Document(type: type.ToString()), call.Method == "POST" ? 201 : 200));

        Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(Ix.Of(type, isNew: true));
        await rig.Use<IUpdater<Invoice>>().UpdateAsync(made);
        Assert.All(rig.Server.Calls.Where(call => call.Method != "GET"), call => Assert.Equal(70, (int?)call.Json["invoice"]!["owner_invoice_id"]));

        Invoice read = await rig.Use<IInvoiceReader>().GetAsync(type, "71");
        int before = rig.Server.Calls.Count;
        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => rig.Use<IUpdater<Invoice>>().UpdateAsync(read));
        Assert.Equal((ErrorKind.InvalidInput, "CorrectedInvoiceId"), (fault.Kind, Assert.Single(fault.FieldErrors).Field));
        Assert.Equal(before, rig.Server.Calls.Count);

        read.CorrectedInvoiceId = "";
        await rig.Use<IUpdater<Invoice>>().UpdateAsync(read);
        Assert.Null(rig.Server.Calls[^1].Json["invoice"]!["owner_invoice_id"]);
    }

    [Fact]
    public async Task AGuideThatWasReadIsNotChangedWithoutItsTimeOfLoading()
    {
        using var rig = new Rig();
        Invoice guide = Ix.Of(InvoiceType.Shipping);
        guide.LoadedAt = null;

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => rig.Use<IUpdater<Invoice>>().UpdateAsync(guide));

        Assert.Equal((ErrorKind.InvalidInput, "LoadedAt"), (fault.Kind, Assert.Single(fault.FieldErrors).Field));
        Assert.Empty(rig.Server.Calls);
    }

    [Fact]
    public async Task AForeignCurrencyAndAPaymentReferenceOutliveAChange()
    {
        using var rig = new Rig();
        string read = Ix.Document().Replace(
            "\"currency\": \"Euro\",",
            "\"currency\": \"Euro\", \"multicurrency\": {\"rate\":\"1.10\",\"currency\":\"USD\",\"total\":13.53},"
            + "\"mb_reference\": {\"entity\":\"1\",\"value\":12.3,\"reference\":\"2\"},");
        rig.Server.WithTaxes(call => call.Method == "GET" ? Answer.Json(read) : Answer.Empty(200));
        Invoice invoice = await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71");

        await rig.Use<IUpdater<Invoice>>().UpdateAsync(invoice);

        JToken sent = rig.Server.Calls[^1].Json["invoice"]!;
        Assert.Equal(("USD", "1.10", "1"), ((string?)sent["currency_code"], (string?)sent["rate"], (string?)sent["mb_reference"]));
        Assert.Null(sent["multicurrency"]);
    }

    [Theory]
    [InlineData(InvoiceTransition.Accepted, "accept", "accepted")]
    [InlineData(InvoiceTransition.Refused, "refuse", "refused")]
    public async Task AnswersToQuotesAreSentInTheOtherWordWhenTheFirstIsRefused(InvoiceTransition transition, string first, string second)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Json("{\"errors\":[{\"error\":[\"CantHandle\"]}]}", 422), Answer.Json(Ix.Document("quote", "Quote", second)));

        Invoice changed = await rig.Use<IStateChanger>().ChangeStateAsync(Ix.Of(InvoiceType.Quote), transition);

        Assert.Equal(second, changed.State.ToString().ToLowerInvariant());
        Assert.Equal([first, second], rig.Server.Calls.Select(call => (string?)call.Json["quote"]!["state"]));
    }

    [Theory]
    [InlineData(InvoiceType.Invoice, "invoice", 70)]
    [InlineData(InvoiceType.Proforma, "quote", null)]
    [InlineData(InvoiceType.Quote, "quote", 71)]
    [InlineData(InvoiceType.Transport, "transport", 72)]
    public async Task ASeriesIsSentAsItsCounterForTheTypeOfDocument(InvoiceType type, string root, int? counter)
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(call => Answer.Json(call.Path == "/sequences.json" ? Counters : Ix.Document(root, type.ToString())));
        Invoice invoice = Ix.Of(type, isNew: true);
        invoice.Sequence = "b";

        Exception? fault = await Record.ExceptionAsync(() => rig.Use<IInvoiceCreator>().CreateAsync(invoice));

        Assert.Equal(counter is null, fault is InvoicingException { Kind: ErrorKind.InvalidInput });
        Assert.Equal(counter, (int?)rig.Server.Calls.SingleOrDefault(call => call.Method == "POST")?.Json[root]!["sequence_id"]);
    }

    [Fact]
    public async Task ANewSeriesIsWaitedForUntilItHasItsCounters()
    {
        using var rig = new Rig();
        rig.Server.Then(NoCounters, NoCounters.Replace("{\"sequence\":{", "{\"sequences\":[{").Replace("}}", "}]}"), Counters);

        Sequence made = await rig.Use<ICreator<Sequence>>().CreateAsync(new Sequence { Name = "B" });

        Assert.Equal("71", made.For(InvoiceType.Quote)?.Id);
        Assert.Equal(3, rig.Server.Calls.Count);
        Assert.All(rig.Clock.Delays, wait => Assert.Equal(TimeSpan.FromSeconds(1), wait));
    }

    [Fact]
    public async Task ASeriesThatNeverHasCountersIsNotWaitedForForEver()
    {
        using var rig = new Rig();
        rig.Server.Then(NoCounters).Otherwise(_ => Answer.Json("{\"sequences\":[]}"));

        Sequence made = await rig.Use<ICreator<Sequence>>().CreateAsync(new Sequence { Name = "B" });

        Assert.Empty(made.Counters);
        Assert.Equal(TimeSpan.FromSeconds(5), rig.Clock.Elapsed);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task ANumberOfARefusalMeansWhatItMeansForTheOperation(bool creating, int status, string code)
    {
        using var rig = new Rig();
        rig.Server.Otherwise(call => call.Method == "GET"
            ? Answer.Json("{\"sequences\":[]}")
            : Answer.Json($"{{\"errors\":{{\"code\":\"{code}\",\"message\":\"x\"}}}}", status));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => creating
            ? rig.Use<ICreator<Sequence>>().CreateAsync(new Sequence { Name = "B" })
            : rig.Use<ISequenceKeeper>().RegisterAsync(new Sequence { Id = "7" }));

        IReadOnlyDictionary<(int, string), string> meanings = creating ? SequenceFaults.OfCreate : SequenceFaults.OfRegister;
        Assert.Equal((code, status, meanings[(status, code)]), (fault.Code, (int)fault.StatusCode!, fault.Advice));
    }

    [Fact]
    public void TheTableOfNumbersIsWhole()
    {
        Assert.Equal(Codes.Count, SequenceFaults.OfCreate.Count + SequenceFaults.OfRegister.Count);
        Assert.NotEqual(SequenceFaults.OfCreate[(422, "002")], SequenceFaults.OfRegister[(422, "002")]);
    }

    [Fact]
    public async Task AQrCodeIsAskedForUntilItIsThere()
    {
        using var rig = new Rig();
        rig.Server.Then(
            Answer.Json("{\"qr_code\":{\"status\":\"In progress\"}}", 202), Answer.Empty(202), Answer.Json("{\"qr_code\":{\"url\":\"https://example.com/1.png\"}}"));
        ProviderOperation operation = rig.Use<IQrCodeExporter>().StartQrCode(Ix.Of(InvoiceType.Invoice));

        Assert.Equal((false, false, true), (await operation.PollAsync(), await operation.PollAsync(), await operation.PollAsync()));
        Assert.All(rig.Server.Lines, line => Assert.Equal("GET /api/qr_codes/71.json", line));
    }

    [Fact]
    public async Task WhatTheListOfGuidesCannotFilterIsFilteredHere()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page(
            "guides",
            Ix.Document(type: "Transport", id: 1, reference: "A"),
            Ix.Document(type: "Transport", id: 2, reference: "B"),
            Ix.Document(type: "Transport", id: 3, reference: "A", date: "09/03/2026")));
        var query = new InvoiceQuery { Types = [InvoiceType.Transport], Reference = "A", DateFrom = new DateTime(2026, 3, 10) };

        List<Invoice> found = await rig.Use<IInvoiceReader>().List(query).ToListAsync();

        Assert.Equal("1", Assert.Single(found).Id);
    }
}
