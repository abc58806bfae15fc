namespace Invoicing;

/// <summary>Something that is sold: an entry of the provider's catalogue.</summary>
public sealed class Item : InvoiceRecord
{
    /// <summary>The caller's own code, where the provider keeps one apart from the name.</summary>
    public string? Code { get; set; }

    /// <summary>Name; at InvoiceXpress it is unique, serves as the code, and cannot change once documents use it.</summary>
    public string? Name { get; set; }

    /// <summary>What it is, in words.</summary>
    public string? Description { get; set; }

    /// <summary>Price of one unit without tax.</summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>Unit, such as <c>hour</c>.</summary>
    public string? Unit { get; set; }

    /// <summary>Name of its tax at the provider.</summary>
    public string? Tax { get; set; }

    /// <summary>Rate of its tax in percent; read only.</summary>
    public decimal? TaxRate { get; set; }

    /// <summary>The provider's identifier of its tax, where it gives one; read only.</summary>
    public string? TaxId { get; set; }

    /// <summary>Bar code, where the provider keeps one.</summary>
    public string? Barcode { get; set; }

    /// <summary>Whether stock is kept of it, where the provider keeps stock.</summary>
    public bool? IsStocked { get; set; }

    /// <summary>Whether it is in use; <c>null</c> where the provider does not say.</summary>
    public bool? Active { get; set; }

    /// <summary>Whether the price includes tax, for providers that take such.</summary>
    public bool? PriceIncludesTax { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Code ?? Id ?? "";
}
