using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>Creates documents so that none is made twice.</summary>
public interface IInvoiceCreator : ICreator<Invoice>
{
    /// <summary>Finds the document that carries the caller's own key.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="reference">The key.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The document, or <c>null</c>. Deleted and cancelled ones do not count.</returns>
    Task<Invoice?> FindByReferenceAsync(InvoiceType type, string reference, CancellationToken cancellationToken = default);
}

/// <summary>Copies documents by the provider's own means.</summary>
public interface IInvoiceCopier : ICapability
{
    /// <summary>Gets a copy that is not stored yet, without what each document has of its own. Creating it is another step.</summary>
    /// <param name="invoice">The document; its identifier counts.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>A new document, ready to be changed and created.</returns>
    Task<Invoice> CopyAsync(Invoice invoice, CancellationToken cancellationToken = default);
}

/// <summary>Reads documents of every type.</summary>
public interface IInvoiceReader : IReader<Invoice>
{
    /// <summary>The types that can be read.</summary>
    IReadOnlyCollection<InvoiceType> Types { get; }

    /// <summary>Gets one document whose type is known.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="id">The provider's identifier.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The document with everything that the provider tells of it.</returns>
    Task<Invoice> GetAsync(InvoiceType type, string id, CancellationToken cancellationToken = default);

    /// <summary>Finds a document by its number.</summary>
    /// <param name="number">The number with its series, such as <c>2026/14</c>.</param>
    /// <param name="types">Types to look among; all if empty.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Those that have it: each type counts for itself, so it can be several.</returns>
    Task<IReadOnlyList<Invoice>> FindByNumberAsync(string number, IReadOnlyCollection<InvoiceType> types, CancellationToken cancellationToken = default);
}

/// <summary>Moves documents from state to state.</summary>
public interface IStateChanger : ICapability
{
    /// <summary>Prepares a change of the state of a document. Nothing is changed yet.</summary>
    /// <param name="invoice">The document; its type and identifier count. It is not written to.</param>
    /// <param name="transition">The change.</param>
    /// <param name="reason">The reason; a cancellation needs it.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The change, ready to be sent. It returns the document in its new state.</returns>
    Task<PreparedChange<Invoice>> PrepareStateAsync(
        Invoice invoice, InvoiceTransition transition, string? reason = null, CancellationToken cancellationToken = default);
}

/// <summary>Sends documents by e-mail.</summary>
public interface IInvoiceMailer : ICapability
{
    /// <summary>Prepares an e-mail with a document. It is never sent again by itself: an e-mail cannot be taken back.</summary>
    /// <param name="invoice">The document. It is not written to.</param>
    /// <param name="message">Recipients and text. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests, such as that for the client's address.</param>
    /// <returns>The e-mail with its recipient, where the provider is told one, ready to be sent.</returns>
    Task<PreparedChange<EmailMessage>> PrepareMailAsync(Invoice invoice, EmailMessage message, CancellationToken cancellationToken = default);
}

/// <summary>Reads payments of invoices.</summary>
public interface IPaymentReader : IReader<Payment>
{
    /// <summary>Gets the payments of one invoice, cancelled ones too.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Its payments.</returns>
    Task<IReadOnlyList<Payment>> GetForInvoiceAsync(Invoice invoice, CancellationToken cancellationToken = default);
}

/// <summary>Takes payments for invoices.</summary>
public interface IPaymentTaker : ICapability
{
    /// <summary>Prepares a payment. Nothing is entered yet.</summary>
    /// <param name="invoice">The invoice that was paid. It is not written to.</param>
    /// <param name="payment">Amount, date, method. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The payment, ready to be sent.</returns>
    Task<PreparedChange<Payment>> PreparePaymentAsync(Invoice invoice, Payment payment, CancellationToken cancellationToken = default);
}

/// <summary>Takes payments back.</summary>
public interface IPaymentCanceler : ICapability
{
    /// <summary>Prepares the cancellation of a payment. Nothing is changed yet.</summary>
    /// <param name="payment">The payment; its identifier counts. It is not written to.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The cancellation, ready to be sent. It returns the payment as it stands then.</returns>
    Task<PreparedChange<Payment>> PrepareCancelAsync(Payment payment, string reason, CancellationToken cancellationToken = default);
}

/// <summary>Finds documents that belong to a document: receipts, credit and debit notes.</summary>
public interface IRelatedDocumentReader : ICapability
{
    /// <summary>Gets the documents that belong to a document.</summary>
    /// <param name="invoice">The document.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Its relatives.</returns>
    Task<IReadOnlyList<Invoice>> GetRelatedAsync(Invoice invoice, CancellationToken cancellationToken = default);
}

/// <summary>Prints documents.</summary>
public interface IPdfExporter : ICapability
{
    /// <summary>Asks for the PDF of a document.</summary>
    /// <param name="invoice">The document.</param>
    /// <param name="secondCopy">True if it is marked as a second copy.</param>
    /// <returns>An operation that has sent nothing yet.</returns>
    ProviderOperation StartPdf(Invoice invoice, bool secondCopy);
}

/// <summary>Makes the monthly file for the Portuguese tax authority.</summary>
public interface ISaftExporter : ICapability
{
    /// <summary>Asks for the SAF-T (PT) file of a month.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <returns>An operation that has sent nothing yet.</returns>
    ProviderOperation StartSaft(int year, int month);
}

/// <summary>Sends any request, for what has no cmdlet yet.</summary>
public interface IRawRequester : ICapability
{
    /// <summary>Sends a request that is signed, gated and redacted like every other.</summary>
    /// <param name="method">HTTP verb.</param>
    /// <param name="path">Path below the provider's base address.</param>
    /// <param name="query">Names and values.</param>
    /// <param name="body">JSON text, or <c>null</c>.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The JSON text of the answer; empty where there was none.</returns>
    Task<string> SendAsync(
        string method,
        string path,
        IEnumerable<KeyValuePair<string, string>> query,
        string? body,
        CancellationToken cancellationToken = default);
}
