using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>Payments at InvoiceXpress (docs/facts/invoicexpress.md#payments, #cancelled-payments, #related-documents).</summary>
public sealed class PaymentTests
{
    private static readonly Invoice Invoice = new() { Id = "71" };
    private static readonly string NoReceipt = Ix.Page("documents");

    [Fact]
    public async Task APaymentIsSentAsTheSheetSaysAndIsAReceipt()
    {
        using var rig = new Rig();
        rig.Server.Then(NoReceipt, Ix.Document("receipt", "Receipt", "settled", 5, total: 20.5m));
        var payment = new Payment
        {
            Amount = 20.50m, Method = PaymentMethod.BankTransfer, Notes = "Nota", Series = "2026", Date = new DateTime(2026, 2, 10),
        };

        Payment made = await rig.Use<IPaymentTaker>().AddAsync(Invoice, payment);

        Assert.Equal(["GET /document/71/related_documents.json", "POST /documents/71/partial_payments.json"], rig.Server.Lines);
        Assert.Equal(
            "{\"partial_payment\":{\"amount\":20.50,\"payment_mechanism\":\"TB\",\"note\":\"Nota\",\"serie\":\"2026\","
            + "\"payment_date\":\"10/02/2026\"}}",
            rig.Server.Calls[1].Body);
        Assert.Equal(("5", "71", "2026/14", 20.5m, InvoiceState.Settled), (made.Id, made.InvoiceId, made.Number, made.Amount, made.State));
        Assert.Equal("Padaria Exemplo", made.ClientName);
    }

    [Fact]
    public async Task WhatIsNotSaidIsNotSent()
    {
        using var rig = new Rig();
        rig.Server.Then(NoReceipt, Ix.Document("receipt", "Receipt"));

        await rig.Use<IPaymentTaker>().AddAsync(Invoice, new Payment { Amount = 1 });

        Assert.Equal("{\"partial_payment\":{\"amount\":1.0}}", rig.Server.Calls[1].Json.ToString(Formatting.None));
    }

    public static readonly TheoryData<PaymentMethod, string> Methods = new()
    {
        { PaymentMethod.CreditCard, "CC" },
        { PaymentMethod.DebitCard, "CD" },
        { PaymentMethod.Cheque, "CH" },
        { PaymentMethod.GiftCard, "CO" },
        { PaymentMethod.Compensation, "CS" },
        { PaymentMethod.ElectronicMoney, "DE" },
        { PaymentMethod.CommercialBill, "LC" },
        { PaymentMethod.Multibanco, "MB" },
        { PaymentMethod.Cash, "NU" },
        { PaymentMethod.Other, "OU" },
        { PaymentMethod.DocumentaryCredit, "CI" },
        { PaymentMethod.Barter, "PR" },
        { PaymentMethod.BankTransfer, "TB" },
        { PaymentMethod.MealVoucher, "TR" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task EachMethodHasItsTwoLetters(PaymentMethod method, string letters)
    {
        using var rig = new Rig();
        rig.Server.Then(NoReceipt, Ix.Document("receipt", "Receipt"));

        await rig.Use<IPaymentTaker>().AddAsync(Invoice, new Payment { Amount = 1, Method = method });

        Assert.Equal(letters, (string?)rig.Server.Calls[1].Json.SelectToken("partial_payment.payment_mechanism"));
    }

    [Fact]
    public void NoMethodWasForgotten() =>
        Assert.Equal(Enum.GetValues<PaymentMethod>().Order(), Methods.Select(row => (PaymentMethod)row[0]).Order());

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task AnAmountThatIsNoneIsNotSent(int? amount)
    {
        using var rig = new Rig();

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(
            () => rig.Use<IPaymentTaker>().AddAsync(Invoice, new Payment { Amount = amount }));

        Assert.Equal("Amount", Assert.Single(fault.FieldErrors).Field);
        Assert.Empty(rig.Server.Calls);
    }

    [Theory]
    [InlineData(422, "[\"payment_mechanism\",\"invalid\"]", ErrorKind.ValidationFailed, "payment_mechanism: invalid")]
    [InlineData(404, "{\"errors\":{\"error\":\"x\"}}", ErrorKind.NotFound, "x")]
    [InlineData(401, "{\"errors\":[{\"error\":\"x\"}]}", ErrorKind.AuthenticationFailed, "x")]
    public async Task ARefusalSaysWhy(int status, string body, ErrorKind kind, string why)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Json(NoReceipt), Answer.Json(body, status));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(
            () => rig.Use<IPaymentTaker>().AddAsync(Invoice, new Payment { Amount = 1 }));

        Assert.Equal((kind, why), (fault.Kind, Assert.Single(fault.FieldErrors).ToString()));
    }

    [Fact]
    public async Task APaymentIsNeverSentAgainBlindly()
    {
        using var rig = new Rig();
        rig.Server.Then(NoReceipt).Otherwise(call => call.Method == "POST" ? Answer.Reset() : Answer.Empty(503));

        await IsInDoubtAsync(rig);
    }

    [Fact]
    public async Task APaymentWhoseAnswerIsLostIsFoundAmongTheReceipts()
    {
        using var rig = new Rig();
        rig.Server.Then(
            Answer.Json(Receipts(3)),
            Answer.Reset(),
            Answer.Json(Receipts(3)),
            Answer.Json(Receipts(3, 4)));

        Payment made = await rig.Use<IPaymentTaker>().AddAsync(Invoice, Tenth);

        Assert.Equal(("4", "71"), (made.Id, made.InvoiceId));
        Assert.Equal([TimeSpan.FromSeconds(1)], rig.Clock.Delays);
    }

    [Theory]
    [InlineData(10, "10/03/2026", "settled", 3)]
    [InlineData(10, "11/03/2026", "settled", 4)]
    [InlineData(11, "10/03/2026", "settled", 4)]
    [InlineData(10, "10/03/2026", "canceled", 4)]
    public async Task AReceiptThatMayBeAnotherDoesNotCount(int amount, string date, string status, int id)
    {
        using var rig = new Rig();
        string other = Ix.Page("documents", Ix.Document("receipt", "Receipt", status, id, total: amount, date: date));
        rig.Server.Then(Receipts(3)).Otherwise(call => call.Method == "POST" ? Answer.Reset() : Answer.Json(other));

        await IsInDoubtAsync(rig);
    }

    [Fact]
    public async Task WhichOfTwoReceiptsItIsCannotBeKnown()
    {
        using var rig = new Rig();
        rig.Server.Then(Receipts(3)).Otherwise(call => call.Method == "POST" ? Answer.Reset() : Answer.Json(Receipts(3, 4, 5)));

        await IsInDoubtAsync(rig);
    }

    [Fact]
    public async Task APaymentIsCancelledByItsReceipt()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Document("receipt", "Receipt", "canceled", 5));

        Payment canceled = await rig.Use<IPaymentCanceler>().CancelAsync(new Payment { Id = "5" }, "engano");

        Assert.Equal(InvoiceState.Canceled, canceled.State);
        Assert.Equal("PUT /receipts/5/change-state.json", rig.Server.Only.Line);
        Assert.Equal("{\"receipt\":{\"state\":\"canceled\",\"message\":\"engano\"}}", rig.Server.Only.Json.ToString(Formatting.None));
    }

    [Fact]
    public async Task PaymentsOfAnInvoiceAreItsReceipts()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page(
            "documents",
            Ix.Document(type: "Receipt", status: "settled", id: 5),
            Ix.Document(type: "CreditNote", id: 6),
            Ix.Document(type: "Receipt", status: "canceled", id: 7)));

        IReadOnlyList<Payment> payments = await rig.Use<IPaymentReader>().GetForInvoiceAsync(Invoice);

        Assert.Equal("GET /document/71/related_documents.json", rig.Server.Only.Line);
        Assert.Equal(
            [("5", InvoiceState.Settled, "71"), ("7", InvoiceState.Canceled, "71")],
            payments.Select(row => (row.Id!, row.State, row.InvoiceId!)));
    }

    [Fact]
    public async Task PaymentsAreListedAndReadAsReceipts()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page("invoices", Ix.Document(type: "Receipt", id: 5)), Ix.Document("receipt", "Receipt", id: 5));

        Assert.Equal("5", Assert.Single(await rig.Use<IPaymentReader>().List(new ListQuery { PageSize = 20 }).ToListAsync()).Id);
        Assert.Equal("5", (await rig.Use<IPaymentReader>().GetAsync("5")).Id);

        Assert.Equal(("Receipt", "20"), (rig.Server.Calls[0].Value("type[]"), rig.Server.Calls[0].Value("per_page")));
        Assert.Equal("GET /receipts/5.json", rig.Server.Calls[1].Line);
    }

    private static Payment Tenth => new() { Amount = 10, Date = new DateTime(2026, 3, 10, 9, 30, 0) };

    private static string Receipts(params int[] ids) =>
        Ix.Page("documents", [.. ids.Select(id => Ix.Document("receipt", "Receipt", "settled", id, total: 10))]);

    private static async Task IsInDoubtAsync(Rig rig)
    {
        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IPaymentTaker>().AddAsync(Invoice, Tenth));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.NotNull(fault.Advice);
        Assert.Single(rig.Server.Calls, call => call.Method == "POST");
    }
}
