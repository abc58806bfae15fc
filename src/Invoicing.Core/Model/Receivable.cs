using System;

namespace Invoicing;

/// <summary>
/// An open document: what a client owes, or what is owed to the client. Amounts have the sign that they have for the account, so that those of
/// credit notes are negative. <see cref="InvoiceRecord.Id"/> is that of the document.
/// </summary>
public sealed class Receivable : InvoiceRecord
{
    private readonly Invoice _invoice;

    internal Receivable(Invoice invoice, decimal outstanding, OutstandingBasis basis, DateTime asOf, int? paymentDays = null)
    {
        _invoice = invoice;
        Id = invoice.Id;
        Outstanding = invoice.Signed(outstanding);
        Basis = basis;
        AsOf = asOf;
        DueDate = DueOf(invoice, paymentDays);
        Session = invoice.Session;
    }

    /// <summary>Type of the document.</summary>
    public InvoiceType Type => _invoice.Type;

    /// <summary>Number of the document with its series.</summary>
    public string? Number => _invoice.Number;

    /// <summary>Your own key of the document, such as an order number.</summary>
    public string? Reference => _invoice.Reference;

    /// <summary>Identifier of the client.</summary>
    public string? ClientId => _invoice.ClientId;

    /// <summary>Name of the client.</summary>
    public string? ClientName => _invoice.ClientName;

    /// <summary>Date of the document.</summary>
    public DateTime? Date => _invoice.Date;

    /// <summary>Due date: the last day to pay. Where the provider keeps none, the payment term that was asked for gives it.</summary>
    public DateTime? DueDate { get; }

    /// <summary>Total with tax.</summary>
    public decimal Total => _invoice.SignedTotal ?? 0;

    /// <summary>Outstanding amount on the day of <see cref="AsOf"/>.</summary>
    public decimal Outstanding { get; }

    /// <summary>Currency of the amounts; <c>null</c> where the provider shows none: that of the account.</summary>
    public string? Currency => CurrencyNames.CodeOf(_invoice.Currency);

    /// <summary>Days since the due date; 0 if it has not passed, <c>null</c> without one.</summary>
    public int? DaysOverdue => DueDate is { } due ? Math.Max(0, (AsOf - due.Date).Days) : null;

    /// <summary>The state in a word.</summary>
    public ReceivableState State => Outstanding < 0 ? ReceivableState.Credit : DaysOverdue switch
    {
        null => ReceivableState.NoDueDate,
        0 => ReceivableState.NotDue,
        _ => ReceivableState.Overdue,
    };

    /// <summary>Source of the outstanding amount: whether it is exact.</summary>
    public OutstandingBasis Basis { get; }

    /// <summary>The day for which the outstanding amount and the days are told.</summary>
    public DateTime AsOf { get; }

    /// <summary>Gives the document.</summary>
    /// <returns>The document, as far as it was read.</returns>
    public Invoice GetInvoice() => _invoice;

    /// <summary>Due date of a document, or the one that a payment term gives it.</summary>
    internal static DateTime? DueOf(Invoice invoice, int? paymentDays) => invoice.DueDate
        ?? (paymentDays is { } days && invoice.Date is { } date && (DateTime.MaxValue - date).Days >= days ? date.AddDays(days) : null);

    /// <summary>Document and outstanding amount.</summary>
    public override string ToString() => FormattableString.Invariant($"{_invoice}: {Outstanding:0.00}");
}
