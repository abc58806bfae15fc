using System;
using System.ComponentModel;

namespace Invoicing;

/// <summary>
/// An open document: what a client owes, or what is owed to the client. Amounts have the sign that they have for the account, so that those of
/// credit notes are negative. <see cref="InvoiceRecord.Id"/> is that of the document.
/// </summary>
public sealed class Receivable : InvoiceRecord
{
    private Invoice? _invoice;

    /// <summary>Type of the document.</summary>
    public InvoiceType Type { get; set; }

    /// <summary>Number of the document with its series.</summary>
    public string? Number { get; set; }

    /// <summary>Your own key of the document, such as an order number.</summary>
    public string? Reference { get; set; }

    /// <summary>Identifier of the client.</summary>
    public string? ClientId { get; set; }

    /// <summary>Name of the client.</summary>
    public string? ClientName { get; set; }

    /// <summary>Date of the document.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Due date: the last day to pay. Where the provider keeps none, the payment term that was asked for gives it.</summary>
    public DateTime? DueDate { get; set; }

    /// <summary>Total with tax.</summary>
    public decimal Total { get; set; }

    /// <summary>Outstanding amount on the day of <see cref="AsOf"/>.</summary>
    public decimal Outstanding { get; set; }

    /// <summary>Currency of the amounts; <c>null</c> where the provider shows none: that of the account.</summary>
    public string? Currency { get; set; }

    /// <summary>Source of the outstanding amount, which says whether it is exact.</summary>
    public OutstandingBasis Basis { get; set; }

    /// <summary>The day for which the outstanding amount and the days are told.</summary>
    public DateTime AsOf { get; set; }

    /// <summary>Days since the due date; 0 if it has not passed, <c>null</c> without one.</summary>
    [ReadOnly(true)]
    public int? DaysOverdue => DueDate is { } due ? Math.Max(0, (AsOf.Date - due.Date).Days) : null;

    /// <summary>The state in a word.</summary>
    [ReadOnly(true)]
    public ReceivableState State => Outstanding < 0 ? ReceivableState.Credit : DaysOverdue switch
    {
        null => ReceivableState.NoDueDate,
        0 => ReceivableState.NotDue,
        _ => ReceivableState.Overdue,
    };

    /// <summary>Gives the document.</summary>
    /// <returns>The document, as far as it was read.</returns>
    public Invoice GetInvoice() => _invoice ??= new Invoice
    {
        Id = Id, Type = Type, Number = Number, Reference = Reference, Date = Date, DueDate = DueDate, Session = Session, IsPartial = true,
        Client = ClientId is null ? null : new Client { Id = ClientId, Name = ClientName, Session = Session, IsPartial = true },
    };

    private protected override void CopyParts() => _invoice = _invoice?.Copy();

    /// <summary>Makes the receivable of a document.</summary>
    /// <param name="invoice">The document.</param>
    /// <param name="outstanding">The outstanding amount, without the sign that the type of the document gives it.</param>
    /// <param name="basis">The source of that amount.</param>
    /// <param name="asOf">The day for which it is told.</param>
    /// <param name="paymentDays">Payment term for a document without a due date.</param>
    internal static Receivable Of(Invoice invoice, decimal outstanding, OutstandingBasis basis, DateTime asOf, int? paymentDays = null) => new()
    {
        _invoice = invoice,
        Session = invoice.Session,
        Id = invoice.Id,
        Type = invoice.Type,
        Number = invoice.Number,
        Reference = invoice.Reference,
        ClientId = invoice.ClientId,
        ClientName = invoice.ClientName,
        Date = invoice.Date,
        DueDate = DueOf(invoice, paymentDays),
        Total = invoice.SignedTotal ?? 0,
        Outstanding = invoice.Signed(outstanding),
        Currency = CurrencyNames.CodeOf(invoice.Currency),
        Basis = basis,
        AsOf = asOf,
    };

    /// <summary>Due date of a document, or the one that a payment term gives it.</summary>
    internal static DateTime? DueOf(Invoice invoice, int? paymentDays) => invoice.DueDate
        ?? (paymentDays is { } days && invoice.Date is { } date && (DateTime.MaxValue - date).Days >= days ? date.AddDays(days) : null);

    /// <summary>Document and outstanding amount.</summary>
    public override string ToString() => FormattableString.Invariant($"{Type} {Number ?? Id}: {Outstanding:0.00}");
}
