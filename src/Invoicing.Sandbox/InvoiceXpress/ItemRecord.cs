namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>An item of the catalogue.</summary>
internal sealed class ItemRecord
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public decimal UnitPrice { get; set; }

    public string? Unit { get; set; }

    public required TaxRecord Tax { get; set; }
}
