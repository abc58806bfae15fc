using System;

namespace Invoicing;

/// <summary>Money that was received for an invoice. At InvoiceXpress each payment is a receipt.</summary>
public sealed class Payment : InvoiceRecord
{
    /// <summary>Identifier of the invoice that was paid; <c>null</c> where the provider does not say.</summary>
    public string? InvoiceId { get; set; }

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

    /// <summary>Number and amount.</summary>
    public override string ToString() => FormattableString.Invariant($"{Number ?? Id} {Amount:0.00}");
}
