using System;

namespace Invoicing;

/// <summary>Money that came in for an invoice, or went out for a purchase. At InvoiceXpress each payment is a receipt.</summary>
public sealed class Payment : InvoiceRecord
{
    /// <summary>Identifier of the invoice that was paid; <c>null</c> where the provider does not say.</summary>
    public string? InvoiceId { get; set; }

    /// <summary>Identifier of the purchase that was paid, for money that went out.</summary>
    public string? PurchaseId { get; set; }

    /// <summary>Whether the money went out, to a supplier, rather than came in.</summary>
    public bool IsOutgoing { get; set; }

    /// <summary>Identifier of the bank account or cash register that it went through.</summary>
    public string? AccountId { get; set; }

    /// <summary>ISO code of the currency.</summary>
    public string? Currency { get; set; }

    /// <summary>Exchange rate to the account's currency.</summary>
    public decimal? ExchangeRate { get; set; }

    /// <summary>Number of the receipt.</summary>
    public string? Number { get; set; }

    /// <summary>Where the receipt stands: <see cref="InvoiceState.Canceled"/> once the payment was taken back.</summary>
    public InvoiceState State { get; set; }

    /// <summary>Day of the payment.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Amount, with tax.</summary>
    public decimal? Amount { get; set; }

    /// <summary>How it was paid; <c>null</c> where the provider does not say (InvoiceXpress does not repeat it).</summary>
    public PaymentMethod? Method { get; set; }

    /// <summary>The provider's own word for the method, where it takes any: it passes as it is, and goes before <see cref="Method"/>.</summary>
    public string? MethodName { get; set; }

    /// <summary>Name of the series for the receipt; the invoice's where it is <c>null</c>.</summary>
    public string? Series { get; set; }

    /// <summary>Who paid.</summary>
    public Client? Client { get; set; }

    /// <summary>Name of the client.</summary>
    public string? ClientName => Client?.Name;

    /// <summary>Free text.</summary>
    public string? Notes { get; set; }

    private protected override void CopyParts() => Client = Client?.Copy();

    /// <summary>Number and amount.</summary>
    public override string ToString() => FormattableString.Invariant($"{Number ?? Id} {Amount:0.00}");

    /// <summary>What it is called in an error before it has a number.</summary>
    internal string InWords(object document) => FormattableString.Invariant($"the payment of {Amount:0.00} for {document}");
}
