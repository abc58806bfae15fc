using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Payments, each of which is a receipt (docs/facts/invoicexpress.md#payments, #cancelled-payments, #related-documents).</summary>
internal sealed class InvoiceXpressPayments(ConnectorContext context) : IPaymentReader, IPaymentTaker, IPaymentCanceler
{
    private const string Receipt = "Receipt";

    public Listing<Payment> List(ListQuery query) => Paging.ByNumber((number, cancel) =>
        context.Api.SendAsync(
            InvoiceXpressDocuments.OfAllStates(InvoiceXpressEndpoints.ListInvoices.Request().With("type[]", Receipt), Family.Invoice)
                .With("non_archived", "true")
                .With("date[from]", InvoiceXpressDocuments.Day((query as RecordQuery)?.DateFrom))
                .With("date[to]", InvoiceXpressDocuments.Day((query as RecordQuery)?.DateTo))
                .WithPage(number, query),
            reader => InvoiceXpressEnvelope.ReadPage(reader, InvoiceXpressMaps.Receipt, context.Own),
            cancel));

    public async Task<Payment> GetAsync(string id, CancellationToken cancellationToken = default) => context.Asked(
        await context.Api.SendAsync(InvoiceXpressEndpoints.GetDocument.Request(null, DocumentType.PathOf(InvoiceType.Receipt), id), Read, cancellationToken).ConfigureAwait(false), id);

    public async Task<IReadOnlyList<Payment>> GetForInvoiceAsync(Invoice invoice, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Payment> related = await context.Api.SendAsync(
            InvoiceXpressEndpoints.GetRelatedDocuments.Request(null, invoice.Id ?? ""),
            reader => InvoiceXpressEnvelope.ReadPage(reader, InvoiceXpressMaps.Receipt, context.Own).Items,
            cancellationToken).ConfigureAwait(false);
        return [.. related.Where(document => document.Extra.TryGetValue("type", out object? type) && Receipt.Equals(type)).Select(payment => For(payment, invoice))];
    }

    /// <summary>
    /// A receipt carries no key of ours, and two payments may well be alike: only a receipt that was not there before is the one whose
    /// answer was lost. One that is not found may still be on its way, and the provider has nothing against a second one, so that stays in
    /// doubt and nothing is sent again.
    /// </summary>
    public Task<PreparedChange<Payment>> PreparePaymentAsync(
        Invoice invoice, Payment payment, CancellationToken cancellationToken = default)
    {
        InvoiceXpressRules.Check(payment);
        DocumentType.Of(invoice.Type);
        Invoice paid = invoice.Copy();
        return Task.FromResult(context.Prepared(
            payment.Copy(), context.LeftOut(payment, nameof(Payment.AccountId), nameof(Payment.MethodName)), (own, cancel) => SendAsync(paid, own, cancel), isBinding: true));
    }

    private async Task<Payment> SendAsync(Invoice invoice, Payment payment, CancellationToken cancel)
    {
        ApiRequest request = InvoiceXpressEndpoints.CreatePayment.Request(
            InvoiceXpressEnvelope.Wrap("partial_payment", InvoiceXpressMaps.PartialPayment.Write(payment)), invoice.Id ?? "");
        HashSet<string?> before = [.. (await GetForInvoiceAsync(invoice, cancel).ConfigureAwait(false)).Select(receipt => receipt.Id)];
        Payment made = await new IdempotentSender(context) { Lag = InvoiceXpressDocumentCreator.ListLag }.DoAsync(
            ChangeSubjects.Of(payment, invoice, invoice.Type.ToString(), before),
            async () => New(await context.Api.SendAsync(request, Read, cancel).ConfigureAwait(false), before),
            () => FindMadeAsync(invoice, payment, before, cancel),
            cancel).ConfigureAwait(false);
        return For(made, invoice);
    }

    public Task<PreparedChange<Payment>> PrepareCancelAsync(Payment payment, string reason, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw InvoicingException.InvalidInput("cancellation", [new FieldError("Reason", "a cancelled payment must say why")]);
        }

        return Task.FromResult(context.Prepared(
            payment.Copy(),
            [],
            (own, cancel) =>
            {
                var body = new JObject { ["state"] = "canceled", ["message"] = reason };
                return CancelAsync(InvoiceXpressEndpoints.CancelPayment.Request(InvoiceXpressEnvelope.Wrap("receipt", body), own.Id ?? ""), own.Id, cancel);
            },
            isBinding: true));
    }

    private async Task<Payment> CancelAsync(ApiRequest request, string? id, CancellationToken cancel) =>
        context.Asked(await context.Api.SendAsync(request, Read, cancel).ConfigureAwait(false), id, ErrorKind.OutcomeUnknown);

    private async Task<Payment?> FindMadeAsync(Invoice invoice, Payment payment, HashSet<string?> before, CancellationToken cancel)
    {
        IReadOnlyList<Payment> there = await GetForInvoiceAsync(invoice, cancel).ConfigureAwait(false);
        Payment[] found = [.. there.Where(receipt =>
            !before.Contains(receipt.Id) && receipt.State != InvoiceState.Canceled && receipt.Amount == payment.Amount
            && (payment.Date is not { } day || receipt.Date == day.Date))];
        return found.Length < 2 ? found.FirstOrDefault() : throw new InvoicingException(
            ErrorKind.Conflict, $"the receipts {string.Join(", ", found.Select(receipt => receipt.Number ?? receipt.Id))} are new and all of that amount");
    }

    /// <summary>A receipt that was there before is the answer to another request.</summary>
    private Payment New(Payment made, HashSet<string?> before) => !before.Contains(made.Id)
        ? made
        : throw new ProviderException(ErrorKind.OutcomeUnknown, $"InvoiceXpress answered about the receipt {made.Number ?? made.Id}, which was there before")
        {
            Provider = context.Session.Provider.Name,
        };

    private static Payment For(Payment payment, Invoice invoice)
    {
        payment.InvoiceId = invoice.Id;
        return payment;
    }

    private Payment Read(JsonReader reader) => context.Own(InvoiceXpressEnvelope.ReadObject(reader, InvoiceXpressMaps.Receipt));
}
