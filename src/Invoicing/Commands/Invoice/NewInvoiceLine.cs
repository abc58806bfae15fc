using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Builds a line for New-Invoice or Set-Invoice. It talks to nobody.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceLine")]
[OutputType(typeof(InvoiceLine))]
public sealed class NewInvoiceLineCommand : InvoicingCmdlet
{
    /// <summary>Article code or short name.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Item")]
    [TextTransformation]
    public string? Name { get; set; }

    /// <summary>Price of one unit without tax.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Price")]
    [AmountTransformation]
    public decimal? UnitPrice { get; set; }

    /// <summary>Quantity; 1 if it is not given.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? Quantity { get; set; }

    /// <summary>Code of the article in the catalogue, where lines name articles; its name, price, unit and tax are taken from there.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Sku")]
    [TextTransformation]
    public string? ItemCode { get; set; }

    /// <summary>The provider's identifier of the article, where it is known already.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? ItemId { get; set; }

    /// <summary>The provider's identifier of the warehouse that goods are taken from.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? WarehouseId { get; set; }

    /// <summary>What the line is for, in words.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Description { get; set; }

    /// <summary>Unit, such as hour.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Unit { get; set; }

    /// <summary>Tax: its name at the provider, such as IVA23, or its rate; else the account's default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Tax { get; set; }

    /// <summary>Rate of the tax in percent, for providers that take any name with any rate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? TaxRate { get; set; }

    /// <summary>Name of a second tax, such as IRPF, where the provider has two.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? SecondTax { get; set; }

    /// <summary>Rate of the second tax in percent; below zero for one that is withheld.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? SecondTaxRate { get; set; }

    /// <summary>Discount in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? Discount { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => WriteObject(new InvoiceLine
    {
        Name = Name,
        Description = Description,
        Quantity = Quantity ?? 1,
        UnitPrice = UnitPrice,
        Unit = Unit,
        Tax = Tax,
        TaxRate = TaxRate,
        SecondTax = SecondTax,
        SecondTaxRate = SecondTaxRate,
        Discount = Discount,
        ItemCode = ItemCode,
        ItemId = ItemId,
        WarehouseId = WarehouseId,
    });
}
