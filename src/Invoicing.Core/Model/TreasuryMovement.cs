using System;

namespace Invoicing;

/// <summary>Money paid by or to a client without a document.</summary>
public sealed class TreasuryMovement : InvoiceRecord
{
    /// <summary>Identifier of the client.</summary>
    public string? ClientId { get; set; }

    /// <summary>Amount.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Direction of the money.</summary>
    public TreasuryMovementType Type { get; set; }

    /// <summary>Payment method.</summary>
    public PaymentMethod? Method { get; set; }

    /// <summary>Day.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Name of the series.</summary>
    public string? Series { get; set; }

    /// <summary>Free text.</summary>
    public string? Notes { get; set; }

    /// <summary>Type and amount.</summary>
    public override string ToString() => Amount is null ? Id ?? "" : FormattableString.Invariant($"{Type} {Amount:0.00}");
}

/// <summary>Directions of money.</summary>
public enum TreasuryMovementType
{
    /// <summary>From the client.</summary>
    Payment,

    /// <summary>Back to the client.</summary>
    Reimbursement,
}
