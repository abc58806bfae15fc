using System;
using System.Management.Automation;
using Invoicing.Connectors;

namespace Invoicing.Commands;

/// <summary>The fields of a document as parameters. Each has the name of the property that it sets.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class InvoiceParameters<TCapability> : RowCmdlet<TCapability>
    where TCapability : class, ICapability
{
    private protected InvoiceParameters()
    {
    }

    /// <summary>The caller's own key, such as an order number. The document is found again by it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Reference { get; set; }

    /// <summary>Number, at providers that leave it to the caller; else what the provider gives or proposes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Number { get; set; }

    /// <summary>Date of the document, as a date or as year-month-day; today where the provider is if it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    public Input<DateTime>? Date { get; set; }

    /// <summary>Last day to pay, as a date or as year-month-day; else the date and the client's days to pay.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    public Input<DateTime>? DueDate { get; set; }

    /// <summary>Name of the series to number it in; else the default one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Series")]
    [TextTransformation]
    public Input<string>? Sequence { get; set; }

    /// <summary>The provider's identifier of the series for this type of document, where it is known already.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? SequenceId { get; set; }

    /// <summary>ISO code of a foreign currency. At InvoiceXpress the prices stay in euro.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Currency { get; set; }

    /// <summary>Exchange rate of the foreign currency.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public Input<decimal>? ExchangeRate { get; set; }

    /// <summary>Whether the prices of the lines include tax, where the provider takes such.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public Input<bool>? PricesIncludeTax { get; set; }

    /// <summary>Discount on the whole document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation(Percent = true)]
    public Input<decimal>? GlobalDiscount { get; set; }

    /// <summary>What the discount on the whole document is: percentage or absolute.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WordTransformation("percentage", "absolute")]
    [ArgumentCompleter(typeof(DiscountTypeCompleter))]
    public Input<string>? GlobalDiscountType { get; set; }

    /// <summary>Tax withheld at source, in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    public Input<decimal>? Withholding { get; set; }

    /// <summary>Surcharge on the tax in percent, such as the Spanish recargo de equivalencia.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    public Input<decimal>? Surcharge { get; set; }

    /// <summary>Code of the reason for lines without tax, such as M07.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? TaxExemption { get; set; }

    /// <summary>Free text that is printed on the document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Observations")]
    [TextTransformation]
    public Input<string>? Notes { get; set; }

    /// <summary>Ask for a Multibanco payment reference.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public Input<bool>? RequestMultibanco { get; set; }

    /// <summary>Quotes and proformas: link the documents that follow from it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public Input<bool>? LinkRelated { get; set; }

    /// <summary>Guides: when the goods are loaded, in Lisbon's time of day; it must be in the future.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MomentTransformation]
    public Input<DateTime>? LoadedAt { get; set; }

    /// <summary>Guides: where the goods are taken from: an address, or a hashtable with Street, City, PostalCode and Country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AddressTransformation]
    public Input<PostalAddress>? AddressFrom { get; set; }

    /// <summary>Guides: where the goods are taken to: an address, or a hashtable with Street, City, PostalCode and Country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AddressTransformation]
    public Input<PostalAddress>? AddressTo { get; set; }

    /// <summary>Guides: name of the place of loading.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? LoadSite { get; set; }

    /// <summary>Guides: name of the place of delivery.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? DeliverySite { get; set; }

    /// <summary>Guides: licence plate of the vehicle.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? LicensePlate { get; set; }

    /// <summary>The lines: from New-InvoiceLine, as hashtables, or as rows.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Lines")]
    [LineTransformation]
    public Input<InvoiceLine>? Line { get; set; }

    /// <inheritdoc/>
    private protected override bool GivesValues(InvoiceRecord record) => record is Invoice;

    /// <summary>Sets on a document what was given for it.</summary>
    private protected void Apply(Invoice invoice)
    {
        Fill(invoice);
        if (invoice.GlobalDiscount is not null)
        {
            invoice.GlobalDiscountType ??= "percentage";
            CheckDiscount(invoice);
        }

        if (Line is { Values.Length: > 0 })
        {
            invoice.Lines = [.. Line.Values];
        }
    }

    /// <summary>Half a euro is a discount; half a percent is probably meant as 50 %.</summary>
    private void CheckDiscount(Invoice invoice)
    {
        if (GlobalDiscount.Get() is > -1 and < 1 and not 0 and { } number && invoice.GlobalDiscountType != "absolute" && Row.Piped is not Invoice
            && !GlobalDiscount!.ToString().EndsWith("%", StringComparison.Ordinal))
        {
            throw InvoicingException.InvalidInput("document", [new FieldError(nameof(GlobalDiscount), InputNumber.Fraction(number, number).Message.TrimEnd('.'))]);
        }
    }
}
