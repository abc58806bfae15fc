using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// Payments both ways. A new one names its document at once. Whether one was entered cannot be told from another of the same sum, so one
/// whose answer was lost stays in doubt.
/// </summary>
internal sealed class SimplBooksPayments(ConnectorContext context) : IPaymentReader, IPaymentTaker, IPaymentCanceler, IPurchasePayer, IPaymentBinder, IUpdater<Payment>,
    ILossTeller<Payment>
{
    private readonly Receipts _receipts = new(context);
    private readonly OutgoingPayments _outgoing = new(context);

    /// <summary>A day can be asked for, a period cannot (docs/facts/simplbooks.md#receipts).</summary>
    public static IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query, string day) =>
    [
        (day, query.DateFrom == query.DateTo ? Lists.Day(query.DateFrom, Lists.Iso) : null),
        ("description", Lists.Text(query.Text)),
        ("income_account_id", Lists.Number(query.AccountId)),
    ];

    public Listing<Payment> List(ListQuery query) => _receipts.List(query);

    public Task<Payment> GetAsync(string id, CancellationToken cancellationToken = default) => _receipts.GetAsync(id, cancellationToken);

    public async Task<IReadOnlyList<Payment>> GetForInvoiceAsync(Invoice invoice, CancellationToken cancellationToken = default) => await GetAllAsync(
        _receipts,
        await Receipts.OfAsync(context, invoice, cancellationToken).ConfigureAwait(false),
        payment => payment.InvoiceId = invoice.Id,
        cancellationToken).ConfigureAwait(false);

    public Listing<Payment> ListOutgoing(ListQuery query) => _outgoing.List(query);

    public Task<Payment> GetOutgoingAsync(string id, CancellationToken cancellationToken = default) => _outgoing.GetAsync(id,
        cancellationToken);

    public async Task<IReadOnlyList<Payment>> GetForPurchaseAsync(Purchase purchase, CancellationToken cancellationToken = default) => await GetAllAsync(
        _outgoing,
        await OutgoingPayments.OfAsync(context, purchase, cancellationToken).ConfigureAwait(false),
        payment => payment.PurchaseId = purchase.Id,
        cancellationToken).ConfigureAwait(false);

    public Task<PreparedChange<Payment>> PreparePaymentAsync(
        Invoice invoice, Payment payment, CancellationToken cancellationToken = default)
    {
        Payment own = payment.Copy();
        own.InvoiceId = invoice.Id;
        return PrepareAsync(_receipts, own, invoice.Copy(), invoice.Client, cancellationToken);
    }

    public Task<PreparedChange<Payment>> PreparePaymentAsync(
        Purchase purchase, Payment payment, CancellationToken cancellationToken = default)
    {
        Payment own = payment.Copy();
        own.PurchaseId = purchase.Id;
        return PrepareAsync(_outgoing, own, purchase.Copy(), purchase.Supplier, cancellationToken);
    }

    /// <summary>A document that is bound already is not named again: nobody knows whether it would be bound once more (docs/facts/simplbooks.md#open-questions).</summary>
    public Task<PreparedChange<Payment>> PrepareUpdateAsync(Payment item, CancellationToken cancellationToken = default)
    {
        Payment unbound = item.Copy();
        unbound.InvoiceId = null;
        unbound.PurchaseId = null;
        return Task.FromResult(context.Prepared(unbound, LeftOut(unbound, isNew: false), async (own, cancel) =>
        {
            Payment changed = await SideOf(own).SendUpdateAsync(own, cancel).ConfigureAwait(false);
            changed.InvoiceId = item.InvoiceId;
            changed.PurchaseId = item.PurchaseId;
            return changed;
        }));
    }

    public IReadOnlyList<LeftOutValue> LeftOut(Payment item, bool isNew) => SideOf(item).LeftOut(item, isNew);

    /// <summary>A payment is deleted, and nobody is told why: there is no place for the reason.</summary>
    public Task<PreparedChange<Payment>> PrepareCancelAsync(Payment payment, string reason, CancellationToken cancellationToken = default) =>
        Task.FromResult(context.Prepared(payment.Copy(), [], async (own, cancel) =>
        {
            await SideOf(own).RemoveAsync(own, cancel).ConfigureAwait(false);
            Payment canceled = own.Copy();
            canceled.State = InvoiceState.Canceled;
            return context.Own(canceled);
        }));

    public Task BindAsync(string paymentId, Invoice invoice, bool fullCover, CancellationToken cancellationToken = default) => SendAsync(
        SimplBooksEndpoints.BindReceipt.Request(new JObject
        {
            ["incoming_id"] = Lists.Number(paymentId),
            ["invoice_id"] = Lists.Number(invoice.Id),
            ["full_cover"] = fullCover,
        }),
        cancellationToken);

    public Task BindAsync(string paymentId, Purchase purchase, CancellationToken cancellationToken = default) => SendAsync(
        SimplBooksEndpoints.BindPayment.Request(new JObject { ["payment_id"] = Lists.Number(paymentId), ["purchase_id"] = Lists.Number(purchase.Id) }),
        cancellationToken);

    private static async Task<IReadOnlyList<Payment>> GetAllAsync(
        SimplBooksResource<Payment> side, List<string> ids, Action<Payment> bind, CancellationToken cancel)
    {
        var payments = new List<Payment>();
        foreach (string id in ids)
        {
            payments.Add(await side.GetAsync(id, cancel).ConfigureAwait(false));
        }

        payments.ForEach(bind);
        return payments;
    }

    private SimplBooksResource<Payment> SideOf(Payment payment) => payment.IsOutgoing ? _outgoing : _receipts;

    private async Task<PreparedChange<Payment>> PrepareAsync(
        SimplBooksResource<Payment> side, Payment own, InvoiceRecord document, Client? client, CancellationToken cancel)
    {
        own.Date ??= context.Today;
        if (own is { BankEntryId: not null, Method: PaymentMethod.BankTransfer or PaymentMethod.Multibanco })
        {
            // It came through the bank, which the bank account says here: there is no field for the method, and nothing is lost.
            own.Method = null;
        }

        own.Client ??= client?.Id is { } id ? new Client { Id = id, Name = client.Name } : null;
        Payment filled = await side.FillCopyAsync(own, isNew: true, cancel).ConfigureAwait(false);
        side.Check(filled);
        string type = (document as Invoice)?.Type.ToString() ?? nameof(Purchase);
        return context.Prepared(filled, side.LeftOut(filled, isNew: true), (ready, sending) =>
            side.SendNewAsync(ready, ChangeSubjects.Of(ready, document, type), sending));
    }

    private Task SendAsync(ApiRequest request, CancellationToken cancel) =>
        context.Api.SendAsync(request, reader => SimplBooksEnvelope.Read(reader), cancel);
}
