namespace Invoicing;

/// <summary>An item of the provider's catalogue.</summary>
public sealed class Item : InvoiceRecord
{
    /// <summary>Your own code, at providers that keep one apart from the name.</summary>
    public string? Code { get; set; }

    /// <summary>Name. At InvoiceXpress it is unique, serves as the code, and cannot be changed once documents use it.</summary>
    public string? Name { get; set; }

    /// <summary>Description of the item.</summary>
    public string? Description { get; set; }

    /// <summary>Price of one unit without tax.</summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>Unit, such as <c>hour</c>.</summary>
    public string? Unit { get; set; }

    /// <summary>Name of the tax at the provider.</summary>
    public string? Tax { get; set; }

    /// <summary>Rate of the tax in percent; read only.</summary>
    public decimal? TaxRate { get; set; }

    /// <summary>The provider's identifier of the tax, if it has one; read only.</summary>
    public string? TaxId { get; set; }

    /// <summary>Bar code (EAN), at providers that store one.</summary>
    public string? Barcode { get; set; }

    /// <summary>True for a stock item, at providers that manage stock.</summary>
    public bool? IsStocked { get; set; }

    /// <summary>True if it is in use; <c>null</c> if the provider does not tell.</summary>
    public bool? Active { get; set; }

    /// <summary>True if the price includes tax, at providers that support it.</summary>
    public bool? PriceIncludesTax { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Code ?? Id ?? "";
}
