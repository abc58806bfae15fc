using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// Payments (docs/facts/salengo.md#payments). Two equal ones cannot be told apart, so one whose answer was lost stays in doubt.
/// </summary>
internal sealed class SalenGoPayments(ConnectorContext context) :
    SalenGoResource<Payment>(context, "payment", "payments", maps => maps.Payment), IPaymentReader, IPaymentTaker, IPaymentCanceler, IUpdater<Payment>
{
    public async Task<IReadOnlyList<Payment>> GetForInvoiceAsync(Invoice invoice, CancellationToken cancellationToken = default) =>
        await List(new ListFilter { InvoiceId = invoice.Id }).ToListAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>With the invoice alone it is a payment of that invoice; with the client too it would be paid out of his credit.</summary>
    public async Task<PreparedChange<Payment>> PreparePaymentAsync(
        Invoice invoice, Payment payment, CancellationToken cancellationToken = default)
    {
        Payment own = payment.Copy();
        own.InvoiceId = invoice.Id;
        Invoice paid = invoice.Copy();
        await FillAsync(own, isNew: true, cancellationToken).ConfigureAwait(false);
        return Context.Prepared(
            own, LeftOut(own, isNew: true), (prepared, cancel) =>
                SendNewAsync(prepared, ChangeSubjects.Of(prepared, paid, paid.Type.ToString()), cancel));
    }

    /// <summary>A payment is deleted; the provider asks for no reason and keeps none.</summary>
    public Task<PreparedChange<Payment>> PrepareCancelAsync(Payment payment, string reason, CancellationToken cancellationToken = default) =>
        Task.FromResult(Context.Prepared(payment.Copy(), [], async (own, cancel) =>
        {
            await RemoveAsync(own, cancel).ConfigureAwait(false);
            Payment canceled = own.Copy();
            canceled.State = InvoiceState.Canceled;
            return canceled;
        }));

    public override IReadOnlyList<LeftOutValue> LeftOut(Payment item, bool isNew) => Context.LeftOut(item, nameof(Payment.Series), nameof(Payment.AccountId));

    protected override void Fill(Payment item, bool isNew)
    {
        // Left out, it would be 0 (docs/facts/salengo.md#payments).
        Complaints.Throw("payment", item.Amount is > 0 ? [] : [new FieldError(nameof(Payment.Amount), "must be above 0")]);
        if (item.Method is { } method && (item.MethodName is null || SalenGoVocabulary.PaymentMethods.Parse(item.MethodName) is { } known && known != method))
        {
            item.MethodName = SalenGoVocabulary.PaymentMethods.Format(method);
        }
    }

    protected override Payment Read(JObject row)
    {
        Payment payment = base.Read(row);
        payment.Client = Calls.Maps.PartyOf(row, payment);
        payment.Method = payment.MethodName is { } name ? SalenGoVocabulary.PaymentMethods.Parse(name) : null;
        return payment;
    }
}
