using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Creates a line for New-Invoice or Set-Invoice. It sends no request.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceLine")]
[OutputType(typeof(InvoiceLine))]
public sealed class NewInvoiceLineCommand : InvoicingCmdlet
{
    /// <summary>Item code or short name.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Item")]
    [TextTransformation]
    public string? Name { get; set; }

    /// <summary>Price of one unit, such as 20.00; without tax, unless prices include it.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Price")]
    [AmountTransformation]
    public decimal? UnitPrice { get; set; }

    /// <summary>Quantity, such as 2.5. Default: 1.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? Quantity { get; set; }

    /// <summary>
    /// Code of the item in the catalogue, at providers whose lines refer to items. Name, price, unit and tax default to the item's.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Sku")]
    [TextTransformation]
    public string? ItemCode { get; set; }

    /// <summary>The provider's identifier of the item.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? ItemId { get; set; }

    /// <summary>The provider's identifier of the warehouse for the goods.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? WarehouseId { get; set; }

    /// <summary>Description of the line.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Description { get; set; }

    /// <summary>Unit, such as hour.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Unit { get; set; }

    /// <summary>Tax: its name at the provider, such as IVA23, or its rate in percent. Default: the account's default tax.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Tax { get; set; }

    /// <summary>Rate of the tax in percent, at providers that accept any name with any rate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? TaxRate { get; set; }

    /// <summary>Name of a second tax, such as IRPF, at providers with two taxes a line.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? SecondTax { get; set; }

    /// <summary>Rate of the second tax in percent; negative for a withholding.</summary>
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
