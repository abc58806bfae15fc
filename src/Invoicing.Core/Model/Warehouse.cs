namespace Invoicing;

/// <summary>A place where stock is kept.</summary>
public sealed class Warehouse : InvoiceRecord
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Where it is.</summary>
    public string? Address { get; set; }

    /// <summary>Code (not identifier) of the ledger account that its stock is booked on.</summary>
    public string? LedgerAccountCode { get; set; }

    /// <summary>Whether it is in use.</summary>
    public bool? Active { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
