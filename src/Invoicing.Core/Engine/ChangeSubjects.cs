using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Journal;

namespace Invoicing.Engine;

/// <summary>The identification of the changes that bind: documents, payments, e-mails.</summary>
internal static class ChangeSubjects
{
    public const string Document = "document";
    public const string Payment = "payment";
    public const string Email = "email";

    /// <summary>A new document. Its reference identifies it, where the caller gave one.</summary>
    public static ChangeSubject Of(Invoice item, string words, decimal? total) => new(Document, words)
    {
        Type = item.Type.ToString(),
        Reference = item.Reference,
        Key = KeyOf(item),
        IsUnique = item.ReferenceIsKey,
        Amount = total,
        Currency = item.Currency,
    };

    /// <summary>The key of a document: its type and its reference; <c>null</c> without a reference.</summary>
    public static string? KeyOf(Invoice item) => item.Reference is { } reference ? ChangeSubject.KeyOf(Document, item.Type, reference) : null;

    /// <summary>
    /// A payment. Its document, day and amount identify it: equal payments wait for each other, and none is repeated in doubt. One out of a bank
    /// entry is identified by that: an entry pays a document once.
    /// </summary>
    /// <param name="payment">The payment.</param>
    /// <param name="document">The invoice or purchase.</param>
    /// <param name="type">Type of the document.</param>
    /// <param name="known">Payments of the document that are there before.</param>
    public static ChangeSubject Of(Payment payment, InvoiceRecord document, string? type, IEnumerable<string?>? known = null)
    {
        string reference = (document as Invoice)?.Number ?? (document as Invoice)?.Reference ?? document.Id ?? "";
        return new ChangeSubject(Payment, payment.InWords(document))
        {
            Type = type,
            Reference = reference,
            Key = payment.BankEntryId is { } entry
                ? ChangeSubject.KeyOf(Payment, document.Id, "bank", entry)
                : ChangeSubject.KeyOf(Payment, document.Id, payment.Amount, payment.Date?.Date, payment.Notes),
            DocumentId = document.Id,
            BankEntryId = payment.BankEntryId,
            IsOnce = payment is { BankEntryId: not null, RepeatsBankEntry: false },
            Known = [.. (known ?? []).OfType<string>()],
            Amount = payment.Amount,
            Currency = payment.Currency,
        };
    }

    /// <summary>An e-mail with a document. The same one is that with the same recipients and text.</summary>
    public static ChangeSubject Of(EmailMessage message, Invoice invoice) =>
        new(Email, $"the e-mail with {invoice}")
        {
            Type = invoice.Type.ToString(),
            Reference = invoice.Number ?? invoice.Reference ?? invoice.Id,
            Key = KeyOf(message, invoice),
            DocumentId = invoice.Id,
        };

    /// <summary>The key of an e-mail. It holds no address.</summary>
    public static string KeyOf(EmailMessage message, Invoice invoice) => ChangeSubject.KeyOf(
        Email, invoice.Type, invoice.Id, message.To?.Trim().ToUpperInvariant(), message.Cc?.Trim().ToUpperInvariant(), message.Bcc?.Trim().ToUpperInvariant(),
        message.Subject, message.Body);

    /// <summary>Gets a document that was made before; <c>null</c> if it is gone.</summary>
    public static Func<string, Task<Invoice?>> Getter(Func<string, Task<Invoice>> get) => async id =>
        await FirstFound.OrNullAsync(() => get(id)).ConfigureAwait(false) is { State: not (InvoiceState.Canceled or InvoiceState.Deleted) } there ? there : null;

    /// <summary>
    /// Refuses to believe an answer about another document: a cache or another server between us and the provider may have swapped it.
    /// </summary>
    /// <exception cref="ProviderException">The outcome is not known.</exception>
    public static Invoice Own(Invoice made, Invoice sent, ConnectorContext context) =>
        made.Reference is null || sent.Reference is null || made.Reference == sent.Reference
            ? made
            : throw new ProviderException(
                ErrorKind.OutcomeUnknown, $"{context.Session.Provider.Name} answered about a document with the reference '{made.Reference}'")
            {
                Provider = context.Session.Provider.Name,
            };
}
