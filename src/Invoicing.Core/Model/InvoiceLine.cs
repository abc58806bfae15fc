using System;

namespace Invoicing;

/// <summary>One line of a document.</summary>
public sealed class InvoiceLine
{
    private ExtraFields? _extra;

    /// <summary>
    /// Short name or article code. InvoiceXpress keeps it as the key of its catalogue and overwrites the catalogue item of that name.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// The provider's identifier of the article in its catalogue, for providers whose lines name articles so; <c>null</c> for free text.
    /// </summary>
    public string? ItemId { get; set; }

    /// <summary>Code of the article in the catalogue, for those providers; it is looked up where <see cref="ItemId"/> is not given.</summary>
    public string? ItemCode { get; set; }

    /// <summary>The provider's identifier of the warehouse that goods are taken from or brought to.</summary>
    public string? WarehouseId { get; set; }

    /// <summary>The provider's identifier of the ledger account that the line is booked on.</summary>
    public string? AccountId { get; set; }

    /// <summary>What was sold, in words.</summary>
    public string? Description { get; set; }

    /// <summary>Quantity, above zero.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>Price of one unit without tax, before the discount.</summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>Unit, such as <c>hour</c>; providers accept only those of their own list.</summary>
    public string? Unit { get; set; }

    /// <summary>Discount on this line in percent, 0 to 100.</summary>
    public decimal? Discount { get; set; }

    /// <summary>Name of the tax at the provider, such as <c>IVA23</c>, or its rate as text, such as <c>23</c>.</summary>
    public string? Tax { get; set; }

    /// <summary>Rate of the tax in percent.</summary>
    public decimal? TaxRate { get; set; }

    /// <summary>Name of a second tax on the line, such as <c>IRPF</c>, where the provider has two.</summary>
    public string? SecondTax { get; set; }

    /// <summary>Rate of the second tax in percent; below zero for one that is withheld.</summary>
    public decimal? SecondTaxRate { get; set; }

    /// <summary>The provider's identifier of the tax.</summary>
    public string? TaxId { get; set; }

    /// <summary>Amount without tax as the provider computed it; read only.</summary>
    public decimal? Subtotal { get; set; }

    /// <summary>Discount in money as the provider computed it; read only.</summary>
    public decimal? DiscountAmount { get; set; }

    /// <summary>Tax as the provider computed it, not rounded; read only.</summary>
    public decimal? TaxAmount { get; set; }

    /// <summary>Amount with tax as the provider computed it; read only.</summary>
    public decimal? Total { get; set; }

    /// <summary>Fields of the provider that this model does not know.</summary>
    public ExtraFields Extra => _extra ??= new ExtraFields();

    /// <summary>Copies the line with all of its fields: a change of the copy never reaches this one.</summary>
    /// <returns>The copy.</returns>
    public InvoiceLine Copy()
    {
        var copy = (InvoiceLine)MemberwiseClone();
        copy._extra = _extra?.Copy();
        return copy;
    }

    internal bool HasExtra => _extra is { Count: > 0 };

    /// <summary>Quantity, name and price.</summary>
    public override string ToString() => FormattableString.Invariant($"{Quantity:0.####} x {Name} @ {UnitPrice:0.00##}");
}
