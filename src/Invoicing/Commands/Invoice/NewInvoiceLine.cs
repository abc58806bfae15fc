using System.Globalization;
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
    [Completes]
    public Input<string>? Name { get; set; }

    /// <summary>Price of one unit, such as 20.00; without tax, unless prices include it.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Price")]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? UnitPrice { get; set; }

    /// <summary>Quantity, such as 2.5. Default: 1.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? Quantity { get; set; }

    /// <summary>
    /// Code of the item in the catalogue, at providers whose lines refer to items. Name, price, unit and tax default to the item's.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Sku")]
    [TextTransformation]
    [Completes]
    public Input<string>? ItemCode { get; set; }

    /// <summary>The provider's identifier of the item.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ItemId { get; set; }

    /// <summary>The provider's identifier of the warehouse for the goods.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? WarehouseId { get; set; }

    /// <summary>Description of the line.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Description { get; set; }

    /// <summary>Unit, such as hour.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Unit { get; set; }

    /// <summary>Tax: its name at the provider, such as IVA23, or its rate in percent. Default: the account's default tax.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TaxTransformation]
    [Completes]
    public Input<string>? Tax { get; set; }

    /// <summary>Rate of the tax in percent, at providers that accept any name with any rate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    [Completes]
    public Input<decimal>? TaxRate { get; set; }

    /// <summary>Name of a second tax, such as IRPF, at providers with two taxes a line.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TaxTransformation]
    [Completes]
    public Input<string>? SecondTax { get; set; }

    /// <summary>Rate of the second tax in percent; negative for a withholding.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    [Completes]
    public Input<decimal>? SecondTaxRate { get; set; }

    /// <summary>Discount in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    [Completes]
    public Input<decimal>? Discount { get; set; }

    /// <summary>The culture in which the numbers are written, such as pt-PT; else they are written as 1234.50.</summary>
    [Parameter]
    [CultureTransformation]
    [Completes]
    public CultureInfo? Culture { get; set; }

    /// <summary>The row that the values come from; an error carries it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override InputForm Form => Culture is null ? InputForm.Plain : InputForm.Of(Culture);

    /// <inheritdoc/>
    protected override void Execute()
    {
        InvoiceLine line = Fill(new InvoiceLine());
        line.Quantity ??= 1;
        WriteObject(line);
    }
}
