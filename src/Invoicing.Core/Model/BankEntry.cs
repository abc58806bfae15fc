using System;

namespace Invoicing;

/// <summary>One movement of a bank account, as its statement shows it.</summary>
public sealed class BankEntry
{
    /// <summary>
    /// Identification of the entry: the same entry has the same one in every file, and equal entries of a day have different ones. The journal
    /// knows payments by it.
    /// </summary>
    public string Id { get; set; } = "";

    /// <summary>Day on which the bank booked it.</summary>
    public DateTime Date { get; set; }

    /// <summary>Day from which it counts for interest.</summary>
    public DateTime? ValueDate { get; set; }

    /// <summary>Amount: positive for money that came in, negative for money that went out.</summary>
    public decimal Amount { get; set; }

    /// <summary>ISO code of the currency; <c>null</c> if the file does not tell.</summary>
    public string? Currency { get; set; }

    /// <summary>Name of the payer, or of the payee of an outgoing entry.</summary>
    public string? Counterparty { get; set; }

    /// <summary>IBAN or account number of the counterparty.</summary>
    public string? Iban { get; set; }

    /// <summary>Remittance text.</summary>
    public string? Text { get; set; }

    /// <summary>Structured reference of the payee, such as an Estonian reference number or an ISO 11649 reference (RF).</summary>
    public string? PaymentReference { get; set; }

    /// <summary>The payer's own reference, which banks hand through.</summary>
    public string? EndToEndId { get; set; }

    /// <summary>The bank's reference.</summary>
    public string? BankReference { get; set; }

    /// <summary>The account of the statement.</summary>
    public string? Account { get; set; }

    /// <summary>True if the bank took back an earlier entry.</summary>
    public bool IsReversal { get; set; }

    /// <summary>Format of the file.</summary>
    public BankFormat Format { get; set; }

    /// <summary>Full path of the file.</summary>
    public string Path { get; set; } = "";

    /// <summary>Line of the file on which the entry begins; the first is 1.</summary>
    public int Line { get; set; }

    /// <summary>Day, amount and counterparty.</summary>
    public override string ToString() => FormattableString.Invariant($"{Date:yyyy-MM-dd} {Amount:0.00} {Currency} {Counterparty ?? Text}").Trim();

    internal BankEntry Copy() => (BankEntry)MemberwiseClone();
}
