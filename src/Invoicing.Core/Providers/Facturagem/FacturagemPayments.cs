using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// Partial payments (docs/facts/facturagem.md#operations, #payments). They can be entered, and neither listed nor taken back.
/// </summary>
internal sealed class FacturagemPayments(Caller caller) : IPaymentTaker
{
    public Task<PreparedChange<Payment>> PreparePaymentAsync(
        Invoice invoice, Payment payment, CancellationToken cancellationToken = default)
    {
        FacturagemRules.Check(payment);
        Invoice paid = invoice.Copy();
        return Task.FromResult(caller.Context.Prepared(payment.Copy(), caller.Context.LeftOut(payment, nameof(Payment.AccountId), nameof(Payment.Series)), (own, cancel) => SendOnceAsync(paid, own, cancel)));
    }

    private async Task<Payment> SendOnceAsync(Invoice invoice, Payment payment, CancellationToken cancel)
    {
        Payment made = await new IdempotentSender(caller.Context).DoAsync(
            ChangeSubjects.Of(payment, invoice, invoice.Type.ToString()),
            () => SendAsync(invoice, payment, cancel),
            null,
            cancel).ConfigureAwait(false);
        made.InvoiceId = invoice.Id;
        made.Client = invoice.Client;
        made.State = InvoiceState.Settled;
        return made;
    }

    private Task<Payment> SendAsync(Invoice invoice, Payment payment, CancellationToken cancel) => caller.ChangeAsync(
        FieldOwner.Payment,
        FieldOperation.Create,
        () => caller.FollowAsync(FacturagemEndpoints.CreatePayment, invoice, "payments", cancel, invoice.Id ?? ""),
        () => Task.FromResult(caller.Maps.Payment.Write(payment)),
        answer => Read(answer, payment),
        cancel);

    /// <summary>
    /// A payment answers with itself or with its invoice: the provider does not say which (docs/facts/facturagem.md#operations); the latter tells nothing of the
    /// payment.
    /// </summary>
    private Payment Read(JToken answer, Payment sent)
    {
        bool isInvoice = answer is JObject { First: JProperty { Name: "invoice", Value: JObject } };
        JObject source = FacturagemEnvelope.Object(answer, "payment", "invoice");
        if (!isInvoice && source[FacturagemMaps.ClientId] is null && source[caller.Maps.Invoice.NameOf(nameof(Invoice.Lines))!] is null)
        {
            return caller.Context.Own(FacturagemEnvelope.Read(source, caller.Maps.Payment));
        }

        return caller.Context.Own(new Payment { Amount = sent.Amount, Date = sent.Date, Method = sent.Method, MethodName = sent.MethodName, Notes = sent.Notes });
    }
}
