using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>
/// Single documents at InvoiceXpress (docs/facts/invoicexpress.md#documents, #updates, #states, #email, #related-documents).
/// </summary>
public sealed class DocumentTests
{
    public static readonly TheoryData<InvoiceType, string, string> Types = new()
    {
        { InvoiceType.Invoice, "invoices", "invoice" },
        { InvoiceType.InvoiceReceipt, "invoice_receipts", "invoice_receipt" },
        { InvoiceType.SimplifiedInvoice, "simplified_invoices", "simplified_invoice" },
        { InvoiceType.CreditNote, "credit_notes", "credit_note" },
        { InvoiceType.DebitNote, "debit_notes", "debit_note" },
        { InvoiceType.VatMossInvoice, "vat_moss_invoices", "vat_moss_invoice" },
        { InvoiceType.VatMossCreditNote, "vat_moss_credit_notes", "vat_moss_credit_note" },
        { InvoiceType.VatMossReceipt, "vat_moss_receipts", "vat_moss_receipt" },
        { InvoiceType.Receipt, "receipts", "receipt" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task EachTypeHasItsOwnPathAndItsOwnNameAroundTheAnswer(InvoiceType type, string path, string root)
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Document(root, type.ToString(), "final"));

        Invoice invoice = await rig.Use<IInvoiceReader>().GetAsync(type, "71");

        Assert.Equal((type, "71", "2026/14", "JF7K9Q2H-14"), (invoice.Type, invoice.Id, invoice.Number, invoice.Atcud));
        Assert.Equal($"GET /{path}/71.json", rig.Server.Only.Line);
        Assert.Same(rig.Session, invoice.Session);
    }

    [Fact]
    public async Task AnIdentifierAloneIsLookedForTypeByType()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(404), Answer.Json(Ix.Document("invoice_receipt", "InvoiceReceipt")));

        Assert.Equal(InvoiceType.InvoiceReceipt, (await rig.Use<IInvoiceReader>().GetAsync("71")).Type);
        Assert.Equal(["GET /invoices/71.json", "GET /invoice_receipts/71.json"], rig.Server.Lines);
    }

    [Fact]
    public async Task AnIdentifierThatNoTypeHasIsNotFound()
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Json("{\"errors\":{\"error\":\"x\"}}", 404));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IInvoiceReader>().GetAsync("71"));

        Assert.Equal((ErrorKind.NotFound, "GET /invoices/71.json"), (fault.Kind, fault.Request));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    public async Task ATextThatIsNoIdentifierIsNotSent(string id)
    {
        using var rig = new Rig();

        await Assert.ThrowsAnyAsync<InvoicingException>(() => rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, id));

        Assert.Empty(rig.Server.Calls);
    }

    [Fact]
    public async Task AnIdentifierStaysOnePartOfThePath()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(404));

        await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "1/../../clients?x=#"));

        Assert.Equal("/invoices/1%2F..%2F..%2Fclients%3Fx%3D%23.json", rig.Server.Only.Path);
    }

    [Theory]
    [InlineData(InvoiceTransition.Finalized, "final", "{\"invoice\":{\"state\":\"finalized\"}}", null)]
    [InlineData(InvoiceTransition.Settled, "settled", "{\"invoice\":{\"state\":\"settled\"}}", null)]
    [InlineData(InvoiceTransition.Unsettled, "final", "{\"invoice\":{\"state\":\"unsettled\"}}", null)]
    [InlineData(InvoiceTransition.Deleted, "deleted", "{\"invoice\":{\"state\":\"deleted\"}}", null)]
    [InlineData(InvoiceTransition.Canceled, "canceled", "{\"invoice\":{\"state\":\"canceled\",\"message\":\"engano\"}}", "engano")]
    public async Task AChangeOfStateSendsItsEvent(InvoiceTransition transition, string status, string body, string? reason)
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Document("credit_note", "CreditNote", status));

        Invoice changed = await ChangeAsync(rig, transition, reason, InvoiceType.CreditNote);

        Assert.Equal("PUT /credit_notes/71/change-state.json", rig.Server.Only.Line);
        Assert.Equal(body, rig.Server.Only.Json.ToString(Formatting.None));
        Assert.Equal(status, changed.State.ToString().ToLowerInvariant());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task ACancellationWithoutAReasonIsNotSent(string? reason)
    {
        using var rig = new Rig();

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(
            () => ChangeAsync(rig, InvoiceTransition.Canceled, reason));

        Assert.Equal("Reason", Assert.Single(fault.FieldErrors).Field);
        Assert.Empty(rig.Server.Calls);
    }

    [Theory]
    [InlineData(InvoiceType.Invoice, "settled")]
    [InlineData(InvoiceType.Invoice, "final")]
    [InlineData(InvoiceType.InvoiceReceipt, "settled")]
    public async Task AFinalizationWhoseAnswerIsLostIsLookedUp(InvoiceType type, string status)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Reset(), Answer.Json(Ix.Document(status: status, type: type.ToString())));

        Invoice changed = await ChangeAsync(rig, InvoiceTransition.Finalized, null, type);

        Assert.Equal("2026/14", changed.Number);
        Assert.Equal(["PUT", "GET"], rig.Server.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task AFinalizationThatDidNotHappenIsSentAgain()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(500), Answer.Json(Ix.Document()), Answer.Json(Ix.Document(status: "final")));

        Assert.Equal(InvoiceState.Final, (await ChangeAsync(rig, InvoiceTransition.Finalized)).State);
        Assert.Equal(["PUT", "GET", "PUT"], rig.Server.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task AChangeThatNeverHappensEndsAsADoubt()
    {
        using var rig = new Rig();
        rig.Server.Otherwise(call => call.Method == "PUT" ? Answer.Reset() : Answer.Json(Ix.Document()));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => ChangeAsync(rig, InvoiceTransition.Finalized));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Equal(5, rig.Server.Calls.Count(call => call.Method == "PUT"));
    }

    [Theory]
    [InlineData(401, ErrorKind.AuthenticationFailed)]
    [InlineData(404, ErrorKind.NotFound)]
    [InlineData(422, ErrorKind.ValidationFailed)]
    public async Task ARefusedChangeIsRefusedAtOnce(int status, ErrorKind kind)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Json("{\"errors\":[{\"error\":[\"CantHandle: settled for Invoice\"]}]}", status));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => ChangeAsync(rig, InvoiceTransition.Settled));

        Assert.Equal((kind, "CantHandle: settled for Invoice"), (fault.Kind, Assert.Single(fault.FieldErrors).Message));
        Assert.Single(rig.Server.Calls);
    }

    [Fact]
    public async Task AStateThatDoesNotAllowItIsAConflictUnlessItIsThereAlready()
    {
        using var rig = new Rig();
        rig.Server.Then(
            Answer.Empty(406), Answer.Json(Ix.Document(status: "canceled")), Answer.Empty(406), Answer.Json(Ix.Document(status: "final")));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => ChangeAsync(rig, InvoiceTransition.Finalized));
        Assert.Equal(ErrorKind.Conflict, fault.Kind);
        Assert.Equal(InvoiceState.Final, (await ChangeAsync(rig, InvoiceTransition.Finalized)).State);
    }

    [Fact]
    public async Task AnEmailIsSentAsTold()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(200));
        var message = new EmailMessage
        {
            To = "a@example.com",
            Cc = "c@example.com",
            Bcc = "b@example.com",
            Subject = "S",
            Body = "B",
            SaveAddress = true,
            IncludeLogo = false,
        };

        await rig.Use<IInvoiceMailer>().SendAsync(Draft(InvoiceType.InvoiceReceipt), message);

        Assert.Equal("PUT /invoice_receipts/71/email-document.json", rig.Server.Only.Line);
        Assert.Equal(
            "{\"message\":{\"client\":{\"email\":\"a@example.com\",\"save\":\"1\"},\"logo\":\"0\",\"subject\":\"S\",\"body\":\"B\","
            + "\"cc\":\"c@example.com\",\"bcc\":\"b@example.com\"}}",
            rig.Server.Only.Json.ToString(Formatting.None));
    }

    [Fact]
    public async Task AnEmailGoesToTheClientWhoseAddressIsLookedUp()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Json(Ix.Client), Answer.Empty(200));

        await rig.Use<IInvoiceMailer>().SendAsync(Draft(), new EmailMessage());

        Assert.Equal(["GET /clients/8812.json", "PUT /invoices/71/email-document.json"], rig.Server.Lines);
        Assert.Equal("conta@example.pt", (string?)rig.Server.Calls[1].Json.SelectToken("message.client.email"));
    }

    [Fact]
    public async Task AnEmailToNobodyIsNotSent()
    {
        using var rig = new Rig();

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(
            () => rig.Use<IInvoiceMailer>().SendAsync(new Invoice { Id = "71" }, new EmailMessage()));

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
    }

    [Fact]
    public async Task AnEmailIsNeverSentAgain()
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Empty(500));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(
            () => rig.Use<IInvoiceMailer>().SendAsync(Draft(), new EmailMessage { To = "a@example.com" }));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Single(rig.Server.Calls);
    }

    [Fact]
    public async Task RelatedDocumentsAreRead()
    {
        using var rig = new Rig();
        rig.Server.Then(
            Ix.Page("documents", Ix.Document(type: "Receipt", status: "settled", id: 5), Ix.Document(type: "CreditNote", id: 6)));

        IReadOnlyList<Invoice> related = await rig.Use<IRelatedDocumentReader>().GetRelatedAsync(Draft());

        Assert.Equal("GET /document/71/related_documents.json", rig.Server.Only.Line);
        Assert.Equal([InvoiceType.Receipt, InvoiceType.CreditNote], related.Select(document => document.Type));
    }

    [Fact]
    public async Task WhatTheProviderDoesNotKnowIsNotSupported()
    {
        using var rig = new Rig();

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(
            () => ChangeAsync(rig, InvoiceTransition.Finalized, null, InvoiceType.CashInvoice));

        Assert.Equal(ErrorKind.NotSupported, fault.Kind);
        Assert.Empty(rig.Server.Calls);
    }

    private static Invoice Draft(InvoiceType type = InvoiceType.Invoice) =>
        new() { Id = "71", Type = type, Client = new Client { Id = "8812", Name = "n" } };

    private static Task<Invoice> ChangeAsync(
        Rig rig, InvoiceTransition transition, string? reason = null, InvoiceType type = InvoiceType.Invoice) =>
        rig.Use<IStateChanger>().ChangeStateAsync(Draft(type), transition, reason);
}
