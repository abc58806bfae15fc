using System.Globalization;
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
    public Input<string>? Name { get; set; }

    /// <summary>Price of one unit without tax.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Price")]
    [AmountTransformation]
    public Input<decimal>? UnitPrice { get; set; }

    /// <summary>Quantity; 1 if it is not given.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public Input<decimal>? Quantity { get; set; }

    /// <summary>Code of the article in the catalogue, where lines name articles; its name, price, unit and tax are taken from there.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Sku")]
    [TextTransformation]
    public Input<string>? ItemCode { get; set; }

    /// <summary>The provider's identifier of the article, where it is known already.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? ItemId { get; set; }

    /// <summary>The provider's identifier of the warehouse that goods are taken from.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? WarehouseId { get; set; }

    /// <summary>What the line is for, in words.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Description { get; set; }

    /// <summary>Unit, such as hour.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Unit { get; set; }

    /// <summary>Tax: its name at the provider, such as IVA23, or its rate; else the account's default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TaxTransformation]
    public Input<string>? Tax { get; set; }

    /// <summary>Rate of the tax in percent, for providers that take any name with any rate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    public Input<decimal>? TaxRate { get; set; }

    /// <summary>Name of a second tax, such as IRPF, where the provider has two.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TaxTransformation]
    public Input<string>? SecondTax { get; set; }

    /// <summary>Rate of the second tax in percent; below zero for one that is withheld.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    public Input<decimal>? SecondTaxRate { get; set; }

    /// <summary>Discount in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    public Input<decimal>? Discount { get; set; }

    /// <summary>The culture in which the numbers are written, such as pt-PT; else they are written as 1234.50.</summary>
    [Parameter]
    [CultureTransformation]
    [ArgumentCompleter(typeof(CultureCompleter))]
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
