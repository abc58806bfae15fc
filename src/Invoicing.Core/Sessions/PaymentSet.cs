using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Payments of invoices and purchases.</summary>
public sealed class PaymentSet : RecordList<Payment>
{
    internal PaymentSet(AccountRecords account)
        : base(account)
    {
    }

    /// <summary>Gets the payments of an invoice, cancelled ones too.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The payments.</returns>
    public Task<IReadOnlyList<Payment>> GetForAsync(Invoice invoice, CancellationToken cancellationToken = default) =>
        Account.Use<IPaymentReader>().GetForInvoiceAsync(invoice, cancellationToken);

    /// <summary>Gets the payments of a purchase.</summary>
    /// <param name="purchase">The purchase.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The payments.</returns>
    public Task<IReadOnlyList<Payment>> GetForAsync(Purchase purchase, CancellationToken cancellationToken = default) =>
        Account.Use<IPurchasePayer>().GetForPurchaseAsync(purchase, cancellationToken);

    /// <summary>
    /// Proposes payments for bank entries. It costs one listing of open documents, or none where they are given; nothing is entered. What the
    /// journal knows to be entered is not proposed again.
    /// </summary>
    /// <param name="entries">The entries, as <see cref="BankStatementReader"/> reads them. One that comes twice counts once.</param>
    /// <param name="options">Options; <c>null</c> for the usual ones.</param>
    /// <param name="documents">The open documents; they are listed if it is <c>null</c>.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>A proposal for each entry, the oldest first. <see cref="PaymentProposal.ToPayment"/> gives what <see cref="PrepareAsync(Invoice, Payment, CancellationToken)"/> takes.</returns>
    public Task<IReadOnlyList<PaymentProposal>> ResolveAsync(
        IEnumerable<BankEntry> entries, PaymentMatchOptions? options = null, IReadOnlyList<Invoice>? documents = null, CancellationToken cancellationToken = default) =>
        new PaymentResolver(Account, options ?? new PaymentMatchOptions()).ResolveAsync(entries, documents, cancellationToken);

    /// <summary>Prepares a payment for an invoice. Nothing is entered yet.</summary>
    /// <param name="invoice">The invoice that was paid. It is not written to.</param>
    /// <param name="payment">Amount (all that is open if it is <c>null</c>), date, method. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the payment as the provider stored it.</returns>
    /// <exception cref="InvoicingException">Nothing is open (<see cref="ErrorKind.Conflict"/>), or a value is not fit to be sent.</exception>
    public async Task<ChangePlan<Payment>> PrepareAsync(Invoice invoice, Payment payment, CancellationToken cancellationToken = default)
    {
        IPaymentTaker taker = Account.Use<IPaymentTaker>();
        Invoice own = Account.Own(invoice);
        Payment wanted = payment.Copy();
        wanted.Amount ??= await OpenAmountAsync(own, cancellationToken).ConfigureAwait(false);
        return PlanOf(
            await taker.PreparePaymentAsync(own, wanted, cancellationToken).ConfigureAwait(false), Document(own, own.ClientName), wanted);
    }

    /// <summary>Prepares a payment for a purchase. Nothing is entered yet.</summary>
    /// <param name="purchase">The purchase that was paid. It is not written to.</param>
    /// <param name="payment">Amount (all that is open if it is <c>null</c>), date, account. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the payment, as far as it is known.</returns>
    /// <exception cref="InvoicingException">Nothing is open (<see cref="ErrorKind.Conflict"/>), or a value is not fit to be sent.</exception>
    public async Task<ChangePlan<Payment>> PrepareAsync(Purchase purchase, Payment payment, CancellationToken cancellationToken = default)
    {
        IPurchasePayer payer = Account.Use<IPurchasePayer>();
        Purchase own = Account.Own(purchase);
        Payment wanted = payment.Copy();
        wanted.Amount ??= await OpenAmountAsync(own, cancellationToken).ConfigureAwait(false);
        return PlanOf(
            await payer.PreparePaymentAsync(own, wanted, cancellationToken).ConfigureAwait(false), Document(own, own.SupplierName), wanted);
    }

    /// <summary>Prepares a change of a payment. Nothing is changed yet.</summary>
    /// <param name="payment">The whole payment as it shall be. It is not written to.</param>
    /// <param name="before">The payment as the provider has it; it is read, which costs a request, if it is <c>null</c>.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the payment as it was sent.</returns>
    public async Task<ChangePlan<Payment>> PrepareUpdateAsync(
        Payment payment, Payment? before = null, CancellationToken cancellationToken = default)
    {
        IUpdater<Payment> updater = Account.Use<IUpdater<Payment>>();
        Payment own = Account.Own(payment);
        Payment known = before ?? await (own.IsOutgoing
            ? Account.Use<IPurchasePayer>().GetOutgoingAsync(own.Id!, cancellationToken)
            : GetAsync(own.Id!, cancellationToken)).ConfigureAwait(false);
        PreparedChange<Payment> ready = await updater.PrepareUpdateAsync(own, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<FieldChange> changes = FieldChanges.Between(known, own);
        ready = Losses.Add(Account, updater, ready, own, changes);
        return new ChangePlan<Payment>(ChangeAction.Change, "Change", Account.Target(known), ready.SendAsync)
        {
            Changes = changes,
            LeftOut = ready.LeftOut,
        };
    }

    /// <summary>Prepares to take a payment back. Nothing is changed yet.</summary>
    /// <param name="payment">The payment; its identifier counts. It is not written to.</param>
    /// <param name="reason">The reason; some providers need it.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the payment as it stands then.</returns>
    public async Task<ChangePlan<Payment>> PrepareRemoveAsync(
        Payment payment, string reason = "", CancellationToken cancellationToken = default)
    {
        IPaymentCanceler canceler = Account.Use<IPaymentCanceler>();
        Payment own = Account.Own(payment);
        PreparedChange<Payment> ready = await canceler.PrepareCancelAsync(own, reason, cancellationToken).ConfigureAwait(false);
        return new ChangePlan<Payment>(ChangeAction.Cancel, "Cancel", Account.Target(own), ready.SendAsync) { IsBinding = ready.IsBinding };
    }

    /// <summary>Prepares to bind money that came in before to an invoice.</summary>
    /// <param name="paymentId">The provider's identifier of the payment.</param>
    /// <param name="invoice">The invoice. It is not written to.</param>
    /// <param name="fullCover">Tells whether the invoice counts as paid, whatever the sum.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives a payment with its two identifiers.</returns>
    public Task<ChangePlan<Payment>> PrepareBindAsync(
        string paymentId, Invoice invoice, bool fullCover = false, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IPaymentBinder binder = Account.Use<IPaymentBinder>();
        Invoice own = Account.Own(invoice);
        return Task.FromResult(Binding(
            paymentId, own, new Payment { Id = paymentId, InvoiceId = own.Id }, cancel => binder.BindAsync(paymentId, own, fullCover, cancel)));
    }

    /// <summary>Prepares to bind money that went out before to a purchase.</summary>
    /// <param name="paymentId">The provider's identifier of the payment.</param>
    /// <param name="purchase">The purchase. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives a payment with its two identifiers.</returns>
    public Task<ChangePlan<Payment>> PrepareBindAsync(string paymentId, Purchase purchase, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IPaymentBinder binder = Account.Use<IPaymentBinder>();
        Purchase own = Account.Own(purchase);
        return Task.FromResult(Binding(
            paymentId,
            own,
            new Payment { Id = paymentId, PurchaseId = own.Id, IsOutgoing = true },
            cancel => binder.BindAsync(paymentId, own, cancel)));
    }

    private static string Document(InvoiceRecord document, string? party) => party is null ? document.ToString()! : $"{document} of '{party}'";

    private ChangePlan<Payment> Binding(string paymentId, InvoiceRecord document, Payment payment, Func<CancellationToken, Task> bind) =>
        new(ChangeAction.Bind, "Bind", $"payment {paymentId} to {document} in session '{Account.Owner}'", async cancel =>
        {
            await bind(cancel).ConfigureAwait(false);
            payment.Session = Account.Owner;
            return payment;
        });

    private ChangePlan<Payment> PlanOf(PreparedChange<Payment> ready, string document, Payment payment) => new(
        ChangeAction.Pay,
        "Enter a payment",
        FormattableString.Invariant($"{document} in session '{Account.Owner}': {payment.Amount:0.00}"),
        async cancel =>
        {
            Payment made = await ready.SendAsync(cancel).ConfigureAwait(false);
            made.BankEntryId = payment.BankEntryId;
            return made;
        })
    {
        LeftOut = ready.LeftOut,
        IsBinding = ready.IsBinding,
    };

    private async Task<decimal> OpenAmountAsync(Invoice invoice, CancellationToken cancel)
    {
        OpenAmount open = await new OpenAmounts(Account).OfAsync(invoice, cancel).ConfigureAwait(false);
        return Open(open.Amount, open.Invoice);
    }

    private async Task<decimal> OpenAmountAsync(Purchase purchase, CancellationToken cancel)
    {
        Purchase whole = purchase.Total is null
            ? await Account.Purchases.GetAsync(purchase.Id!, cancel).ConfigureAwait(false) : purchase;
        return Open(OpenAmounts.Left(whole, whole.Total ?? 0, await GetForAsync(whole, cancel).ConfigureAwait(false)), whole);
    }

    private static decimal Open(decimal open, InvoiceRecord document) =>
        open > 0 ? open : throw new InvoicingException(ErrorKind.Conflict, $"Nothing is open on {document}.");
}
