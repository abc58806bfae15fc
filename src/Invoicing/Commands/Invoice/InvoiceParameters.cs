using System;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a document as parameters, each named after its property.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class InvoiceParameters<TCapability> : RowCmdlet<TCapability>
    where TCapability : class, ICapability
{
    private protected InvoiceParameters()
    {
    }

    /// <summary>Your own key, such as an order number. Documents are looked up by it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Reference { get; set; }

    /// <summary>Number, at providers where you choose it. Default: the provider's number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Number { get; set; }

    /// <summary>Date of the document, as a date or as text such as 2026-03-31. Default: the provider's today.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    [Completes]
    public Input<DateTime>? Date { get; set; }

    /// <summary>Due date, as a date or as text such as 2026-03-31. Default: the date plus the client's payment term.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    [Completes]
    public Input<DateTime>? DueDate { get; set; }

    /// <summary>Name of the series. Default: the account's default series.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Series")]
    [TextTransformation]
    [Completes]
    public Input<string>? Sequence { get; set; }

    /// <summary>The provider's identifier of the series for this type of document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? SequenceId { get; set; }

    /// <summary>ISO code of a foreign currency, such as USD. At InvoiceXpress prices are still in euro.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Currency { get; set; }

    /// <summary>Exchange rate of the foreign currency, such as 1.10.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? ExchangeRate { get; set; }

    /// <summary>True if the prices of the lines include tax, at providers that support it. Default: without tax.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [Completes]
    public Input<bool>? PricesIncludeTax { get; set; }

    /// <summary>Discount on the whole document, in the unit of -GlobalDiscountType.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation(Percent = true)]
    [Completes]
    public Input<decimal>? GlobalDiscount { get; set; }

    /// <summary>Unit of the discount on the whole document: percentage or absolute (an amount).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WordTransformation("percentage", "absolute")]
    [Completes]
    public Input<string>? GlobalDiscountType { get; set; }

    /// <summary>Withholding: tax that the client keeps back (IRS, IRPF), in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    [Completes]
    public Input<decimal>? Withholding { get; set; }

    /// <summary>Surcharge on the tax in percent, such as the Spanish recargo de equivalencia.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    [Completes]
    public Input<decimal>? Surcharge { get; set; }

    /// <summary>Tax exemption code for lines without tax, such as M07.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? TaxExemption { get; set; }

    /// <summary>Free text that is printed on the document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Observations")]
    [TextTransformation]
    [Completes]
    public Input<string>? Notes { get; set; }

    /// <summary>Requests a Multibanco payment reference.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [Completes]
    public Input<bool>? RequestMultibanco { get; set; }

    /// <summary>Quotes and proformas: links later documents to it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [Completes]
    public Input<bool>? LinkRelated { get; set; }

    /// <summary>Guides: moment of loading in Lisbon time, such as 2026-03-31 09:30. It must be in the future.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MomentTransformation]
    [Completes]
    public Input<DateTime>? LoadedAt { get; set; }

    /// <summary>Guides: address of loading, as an object or a hashtable with Street, City, PostalCode and Country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AddressTransformation]
    public Input<PostalAddress>? AddressFrom { get; set; }

    /// <summary>Guides: address of delivery, as an object or a hashtable with Street, City, PostalCode and Country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AddressTransformation]
    public Input<PostalAddress>? AddressTo { get; set; }

    /// <summary>Guides: name of the place of loading.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? LoadSite { get; set; }

    /// <summary>Guides: name of the place of delivery.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? DeliverySite { get; set; }

    /// <summary>Guides: licence plate of the vehicle.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? LicensePlate { get; set; }

    /// <summary>The lines: from New-InvoiceLine, as hashtables, or as rows.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Lines")]
    [LineTransformation]
    public Input<InvoiceLine>? Line { get; set; }

    /// <inheritdoc/>
    private protected override bool GivesValues(InvoiceRecord record) => record is Invoice;

    /// <summary>Copies the given parameters to a document.</summary>
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
            invoice.Lines = [.. Line.Values.Select(line => line.Copy())];
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
