using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>The part of a document that is open, and the source of that number.</summary>
internal sealed class OpenAmount
{
    public required Invoice Invoice { get; init; }

    /// <summary>The amount, without the sign that the type of the document gives it.</summary>
    public required decimal Amount { get; init; }

    public required OutstandingBasis Basis { get; init; }

    /// <summary>The payments of the document, where they had to be read.</summary>
    public IReadOnlyList<Payment>? Payments { get; init; }
}

/// <summary>
/// Finds the open part of documents: as the provider tells it, else by the payments of the document, else by what the journal of this machine
/// knows.
/// </summary>
internal sealed class OpenAmounts
{
    private readonly AccountRecords _account;
    private readonly Lazy<ILookup<string?, decimal>> _entered;

    public OpenAmounts(AccountRecords account)
    {
        _account = account;
        _entered = new Lazy<ILookup<string?, decimal>>(() => account.Owner.GetJournal().Read()
            .Where(entry => entry.Kind == ChangeSubjects.Payment && entry.Outcome == JournalOutcome.Done)
            .ToLookup(entry => entry.DocumentId, entry => entry.Amount ?? 0));
    }

    /// <summary>The open amount by what is known without a request.</summary>
    public OpenAmount Known(Invoice invoice) => Told(invoice)
        ?? new OpenAmount { Invoice = invoice, Amount = (invoice.Total ?? 0) - _entered.Value[invoice.Id].Sum(), Basis = OutstandingBasis.AtMost };

    /// <summary>The open amount; the provider is asked where its list does not tell it.</summary>
    public async Task<OpenAmount> OfAsync(Invoice invoice, CancellationToken cancel)
    {
        Invoice whole = invoice.Total is null || invoice.IsPartial
            ? await _account.Use<IInvoiceReader>().GetAsync(invoice.Type, invoice.Id!, cancel).ConfigureAwait(false) : invoice;
        if (Told(whole) is { } told)
        {
            return told;
        }

        if (!_account.Owner.Provider.Can(typeof(IPaymentReader)))
        {
            return Known(whole);
        }

        IReadOnlyList<Payment> payments = await _account.Payments.GetForAsync(whole, cancel).ConfigureAwait(false);
        return new OpenAmount { Invoice = whole, Amount = Left(whole, whole.Total ?? 0, payments), Basis = OutstandingBasis.Payments, Payments = payments };
    }

    /// <summary>The total less the payments that count.</summary>
    public static decimal Left(InvoiceRecord document, decimal total, IEnumerable<Payment> payments) =>
        Arithmetic.OrRefuse(document.ToString()!, () => total - Sum(payments));

    /// <summary>The sum of the payments that count.</summary>
    public static decimal Sum(IEnumerable<Payment> payments) =>
        payments.Where(payment => payment.State != InvoiceState.Canceled).Sum(payment => payment.Amount ?? 0);

    /// <summary>
    /// The open amount that a document tells; <c>null</c> if it does not. Receipts are for what the client owes: where the provider tells no open amount,
    /// a credit note is open until it is settled.
    /// </summary>
    public static OpenAmount? Told(Invoice invoice) => (invoice.Outstanding ?? (invoice.IsCredit ? invoice.Total : null)) is { } told
        ? new OpenAmount { Invoice = invoice, Amount = told, Basis = OutstandingBasis.Provider }
        : null;
}
