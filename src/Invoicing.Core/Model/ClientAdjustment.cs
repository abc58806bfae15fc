using System;

namespace Invoicing;

/// <summary>A correction of a client's balance. InvoiceXpress calls it a regularization.</summary>
public sealed class ClientAdjustment : InvoiceRecord
{
    /// <summary>Identifier of the client.</summary>
    public string? ClientId { get; set; }

    /// <summary>Number of the correction, such as <c>NR00000001</c>.</summary>
    public string? Number { get; set; }

    /// <summary>Amount.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Day.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Free text.</summary>
    public string? Notes { get; set; }

    /// <summary>Number and amount.</summary>
    public override string ToString() => FormattableString.Invariant($"{Number ?? Id} {Amount:0.00}").Trim();
}
