using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Money that came in (docs/facts/simplbooks.md#receipts).</summary>
internal sealed class Receipts(ConnectorContext context) :
    SimplBooksResource<Payment>(context, SimplBooksEndpoints.Receipts, Frames.Receipt)
{
    /// <summary>Identifiers of the receipts that are bound to an invoice.</summary>
    public static Task<List<string>> OfAsync(ConnectorContext context, Invoice invoice, CancellationToken cancel) => context.Api.SendAsync(
        SimplBooksEndpoints.GetInvoiceReceipts.Request(null, invoice.Id ?? ""), SimplBooksEnvelope.ReadIds, cancel);

    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) => SimplBooksPayments.Filters(query, "income_date");

    public override void Check(Payment item) => SimplBooksRules.Check(item);

    protected override void Finish(Payment record) => record.State = InvoiceState.Settled;
}

/// <summary>Money that went out (docs/facts/simplbooks.md#payments).</summary>
internal sealed class OutgoingPayments(ConnectorContext context) :
    SimplBooksResource<Payment>(context, SimplBooksEndpoints.Payments, Frames.Payment)
{
    /// <summary>Identifiers of the payments that are bound to a purchase.</summary>
    public static Task<List<string>> OfAsync(ConnectorContext context, Purchase purchase, CancellationToken cancel) =>
        context.Api.SendAsync(
        SimplBooksEndpoints.GetPurchasePayments.Request(null, purchase.Id ?? ""), SimplBooksEnvelope.ReadIds, cancel);

    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) => SimplBooksPayments.Filters(query, "payment_date");

    public override void Check(Payment item) => SimplBooksRules.Check(item);

    protected override void Finish(Payment record)
    {
        record.State = InvoiceState.Settled;
        record.IsOutgoing = true;
    }
}
