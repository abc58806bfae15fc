namespace Invoicing;

/// <summary>A place where stock is kept.</summary>
public sealed class Warehouse : InvoiceRecord
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Description of its purpose.</summary>
    public string? Description { get; set; }

    /// <summary>Address of the warehouse.</summary>
    public string? Address { get; set; }

    /// <summary>Code (not identifier) of the ledger account of the stock.</summary>
    public string? LedgerAccountCode { get; set; }

    /// <summary>True if it is in use.</summary>
    public bool? Active { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
