using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>A bank entry and the payments that are proposed for it, with the reasons.</summary>
public sealed class PaymentProposal
{
    /// <summary>Beginning of the notes that a payment from a bank entry gets.</summary>
    internal const string NotesHead = "Bank entry ";

    internal PaymentProposal(BankEntry entry) => Entry = entry;

    /// <summary>The bank entry.</summary>
    public BankEntry Entry { get; }

    /// <summary>The result of the comparison.</summary>
    public ProposalState State { get; internal set; }

    /// <summary>The certainty.</summary>
    public PaymentConfidence Confidence { get; internal set; }

    /// <summary>The reasons for which the documents were found, or for which none was.</summary>
    public IReadOnlyList<string> Reasons { get; internal set; } = [];

    /// <summary>The proposed payments: one, or several where the entry pays several documents.</summary>
    public IReadOnlyList<ProposedPayment> Payments { get; internal set; } = [];

    /// <summary>Documents that fit as well, or that were named and do not fit.</summary>
    public IReadOnlyList<Invoice> Candidates { get; internal set; } = [];

    /// <summary>Day of the payment: that of the booking.</summary>
    public DateTime Date => Entry.Date;

    /// <summary>Amount of the entry.</summary>
    public decimal Amount => Entry.Amount;

    /// <summary>The part of the entry that no payment is proposed for, nor was entered before.</summary>
    public decimal Unallocated => Open - Payments.Sum(payment => payment.Amount);

    /// <summary>Name of the payer.</summary>
    public string? Counterparty => Entry.Counterparty;

    /// <summary>Remittance text.</summary>
    public string? Text => Entry.Text;

    /// <summary>The documents that are paid, or that are candidates.</summary>
    public string Documents => string.Join(", ", (Payments.Count > 0 ? Payments.Select(payment => payment.Invoice) : Candidates).Select(Name));

    /// <summary>The part of the entry that was not entered before.</summary>
    internal decimal Open { get; set; }

    /// <summary>Makes the payment of one of the documents, ready to be prepared.</summary>
    /// <param name="part">One of <see cref="Payments"/>.</param>
    /// <param name="repeat">True to enter it although the journal knows a payment of the entry for the document.</param>
    /// <returns>The payment, which the journal knows by the entry.</returns>
    public Payment ToPayment(ProposedPayment part, bool repeat = false) => new()
    {
        InvoiceId = part.Invoice.Id,
        Amount = part.Amount,
        Date = Entry.Date,
        Method = part.Invoice.Multibanco is not null && Entry.PaymentReference == part.Invoice.Multibanco.Reference ? PaymentMethod.Multibanco : PaymentMethod.BankTransfer,
        Notes = NotesHead + Entry.Id + (Entry.BankReference is { } reference ? $" ({reference})" : ""),
        BankEntryId = Entry.Id,
        RepeatsBankEntry = repeat,
    };

    /// <summary>Entry and documents.</summary>
    public override string ToString() => Documents.Length > 0 ? $"{Entry}: {Documents}" : Entry.ToString();

    internal static string Name(Invoice invoice) => invoice.Number ?? invoice.Reference ?? invoice.Id ?? "";
}
