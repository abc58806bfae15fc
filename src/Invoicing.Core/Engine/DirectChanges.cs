using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>Prepares and sends a change in one step, for callers that show nothing in between.</summary>
public static class DirectChanges
{
    /// <summary>Creates a record.</summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <param name="creator">The connector.</param>
    /// <param name="item">The record; its identifier is ignored. It is not written to.</param>
    /// <param name="cancellationToken">Stops the request; the outcome is unknown then.</param>
    /// <returns>A new record, as the provider stored it.</returns>
    /// <exception cref="InvoicingException">The record is not fit to be sent (<see cref="ErrorKind.InvalidInput"/>); nothing was sent.</exception>
    /// <exception cref="ProviderException">The provider refused it, or the outcome is unknown.</exception>
    public static async Task<T> CreateAsync<T>(this ICreator<T> creator, T item, CancellationToken cancellationToken = default)
        where T : class =>
        await (await creator.PrepareAsync(item, cancellationToken).ConfigureAwait(false)).SendAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Stores the whole record in place of the one with its identifier.</summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <param name="updater">The connector.</param>
    /// <param name="item">The whole record: get it first, so that nothing is lost. It is not written to.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>A new record, as it was sent.</returns>
    public static async Task<T> UpdateAsync<T>(this IUpdater<T> updater, T item, CancellationToken cancellationToken = default)
        where T : class =>
        await (await updater.PrepareUpdateAsync(item, cancellationToken).ConfigureAwait(false))
            .SendAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Checks a document and computes its totals the way the provider will; stores nothing.</summary>
    /// <param name="creator">The connector.</param>
    /// <param name="item">The document. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests for taxes.</param>
    /// <returns>The totals.</returns>
    /// <exception cref="InvoicingException">The document is not fit to be sent (<see cref="ErrorKind.InvalidInput"/>).</exception>
    public static async Task<InvoiceTotals> PreviewAsync(
        this IInvoiceCreator creator, Invoice item, CancellationToken cancellationToken = default) =>
        (await creator.PrepareAsync(item, cancellationToken).ConfigureAwait(false)).Totals!;

    /// <summary>Changes the state of a document.</summary>
    /// <param name="changer">The connector.</param>
    /// <param name="invoice">The document; its type and identifier count. It is not written to.</param>
    /// <param name="transition">The change.</param>
    /// <param name="reason">The reason; a cancellation needs it.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The document in its new state.</returns>
    public static async Task<Invoice> ChangeStateAsync(
        this IStateChanger changer,
        Invoice invoice,
        InvoiceTransition transition,
        string? reason = null,
        CancellationToken cancellationToken = default) =>
        await (await changer.PrepareStateAsync(invoice, transition, reason, cancellationToken).ConfigureAwait(false))
            .SendAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Has the provider send a document by e-mail.</summary>
    /// <param name="mailer">The connector.</param>
    /// <param name="invoice">The document. It is not written to.</param>
    /// <param name="message">Recipients and text. It is not written to.</param>
    /// <param name="cancellationToken">Stops the request; the outcome is unknown then.</param>
    /// <returns>Completes when the provider has accepted it.</returns>
    public static async Task SendAsync(
        this IInvoiceMailer mailer, Invoice invoice, EmailMessage message, CancellationToken cancellationToken = default) =>
        await (await mailer.PrepareMailAsync(invoice, message, cancellationToken).ConfigureAwait(false))
            .SendAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Enters a payment for an invoice.</summary>
    /// <param name="taker">The connector.</param>
    /// <param name="invoice">The invoice that was paid. It is not written to.</param>
    /// <param name="payment">Amount, date, method. It is not written to.</param>
    /// <param name="cancellationToken">Stops the request; the outcome is unknown then.</param>
    /// <returns>A new record, as the provider stored it.</returns>
    public static async Task<Payment> AddAsync(
        this IPaymentTaker taker, Invoice invoice, Payment payment, CancellationToken cancellationToken = default) =>
        await (await taker.PreparePaymentAsync(invoice, payment, cancellationToken).ConfigureAwait(false))
            .SendAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Enters a payment for a purchase.</summary>
    /// <param name="payer">The connector.</param>
    /// <param name="purchase">The purchase that was paid. It is not written to.</param>
    /// <param name="payment">Amount, date, account. It is not written to.</param>
    /// <param name="cancellationToken">Stops the request; the outcome is unknown then.</param>
    /// <returns>The payment, as far as it is known.</returns>
    public static async Task<Payment> AddAsync(
        this IPurchasePayer payer, Purchase purchase, Payment payment, CancellationToken cancellationToken = default) =>
        await (await payer.PreparePaymentAsync(purchase, payment, cancellationToken).ConfigureAwait(false))
            .SendAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Takes a payment back.</summary>
    /// <param name="canceler">The connector.</param>
    /// <param name="payment">The payment; its identifier counts. It is not written to.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>A new record, as the payment stands then.</returns>
    public static async Task<Payment> CancelAsync(
        this IPaymentCanceler canceler, Payment payment, string reason, CancellationToken cancellationToken = default) =>
        await (await canceler.PrepareCancelAsync(payment, reason, cancellationToken).ConfigureAwait(false))
            .SendAsync(cancellationToken).ConfigureAwait(false);
}
