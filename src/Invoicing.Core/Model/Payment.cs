using System;
using System.ComponentModel;

namespace Invoicing;

/// <summary>A payment of an invoice or, outgoing, of a purchase. At InvoiceXpress each payment is a receipt.</summary>
public sealed class Payment : InvoiceRecord
{
    /// <summary>Identifier of the paid invoice; <c>null</c> if the provider does not tell.</summary>
    public string? InvoiceId { get; set; }

    /// <summary>Identifier of the paid purchase, for an outgoing payment.</summary>
    public string? PurchaseId { get; set; }

    /// <summary>True for an outgoing payment to a supplier.</summary>
    public bool IsOutgoing { get; set; }

    /// <summary>Identifier of the bank account or cash register.</summary>
    public string? AccountId { get; set; }

    /// <summary>ISO code of the currency.</summary>
    public string? Currency { get; set; }

    /// <summary>Exchange rate to the account's currency.</summary>
    public decimal? ExchangeRate { get; set; }

    /// <summary>Number of the receipt.</summary>
    public string? Number { get; set; }

    /// <summary>State of the receipt: <see cref="InvoiceState.Canceled"/> once the payment was cancelled.</summary>
    [ReadOnly(true)]
    public InvoiceState State { get; set; }

    /// <summary>Day of the payment.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Amount, with tax.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Payment method; <c>null</c> if the provider does not tell (InvoiceXpress does not repeat it).</summary>
    public PaymentMethod? Method { get; set; }

    /// <summary>The provider's own name of the method, sent unchanged. It takes precedence over <see cref="Method"/>.</summary>
    public string? MethodName { get; set; }

    /// <summary>Name of the series of the receipt; the invoice's series if <c>null</c>.</summary>
    public string? Series { get; set; }

    /// <summary>The client who paid.</summary>
    public Client? Client { get; set; }

    /// <summary>Name of the client.</summary>
    public string? ClientName => Client?.Name;

    /// <summary>Free text.</summary>
    public string? Notes { get; set; }

    /// <summary>Identification of the bank entry that it comes from (<see cref="BankEntry.Id"/>); <c>null</c> if it comes from none, or was read.</summary>
    [ReadOnly(true)]
    public string? BankEntryId { get; internal set; }

    /// <summary>True if it is entered although the journal knows a payment of the same bank entry for the same document.</summary>
    internal bool RepeatsBankEntry { get; set; }

    private protected override void CopyParts() => Client = Client?.Copy();

    /// <summary>Number and amount.</summary>
    public override string ToString() => FormattableString.Invariant($"{Number ?? Id} {Amount:0.00}");
}
