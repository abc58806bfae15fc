using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a document as parameters. Each has the name of the property that it sets.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class InvoiceParameters<TCapability> : ConnectorCmdlet<TCapability>
    where TCapability : class, ICapability
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private protected InvoiceParameters()
    {
    }

    /// <summary>The caller's own key, such as an order number. The document is found again by it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Reference { get; set; }

    /// <summary>Number, at providers that leave it to the caller; else what the provider gives or proposes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Number { get; set; }

    /// <summary>Date of the document, as a date or as year-month-day; today where the provider is if it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    public DateTime? Date { get; set; }

    /// <summary>Last day to pay, as a date or as year-month-day; else the date and the client's days to pay.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    public DateTime? DueDate { get; set; }

    /// <summary>Name of the series to number it in; else the default one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Series")]
    [TextTransformation]
    public string? Sequence { get; set; }

    /// <summary>The provider's identifier of the series for this type of document, where it is known already.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? SequenceId { get; set; }

    /// <summary>ISO code of a foreign currency. At InvoiceXpress the prices stay in euro.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Currency { get; set; }

    /// <summary>Exchange rate of the foreign currency.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? ExchangeRate { get; set; }

    /// <summary>Whether the prices of the lines include tax, where the provider takes such.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public bool? PricesIncludeTax { get; set; }

    /// <summary>Discount on the whole document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? GlobalDiscount { get; set; }

    /// <summary>What the discount on the whole document is: percentage or absolute.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WordTransformation("percentage", "absolute")]
    [ArgumentCompleter(typeof(DiscountTypeCompleter))]
    public string? GlobalDiscountType { get; set; }

    /// <summary>Tax withheld at source, in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? Withholding { get; set; }

    /// <summary>Surcharge on the tax in percent, such as the Spanish recargo de equivalencia.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? Surcharge { get; set; }

    /// <summary>Code of the reason for lines without tax, such as M07.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? TaxExemption { get; set; }

    /// <summary>Free text that is printed on the document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Observations")]
    [TextTransformation]
    public string? Notes { get; set; }

    /// <summary>Ask for a Multibanco payment reference.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public bool? RequestMultibanco { get; set; }

    /// <summary>Quotes and proformas: link the documents that follow from it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public bool? LinkRelated { get; set; }

    /// <summary>Guides: when the goods are loaded, in Lisbon's time of day; it must be in the future.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MomentTransformation]
    public DateTime? LoadedAt { get; set; }

    /// <summary>Guides: where the goods are taken from: an address, or a hashtable with Street, City, PostalCode and Country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AddressTransformation]
    public PostalAddress? AddressFrom { get; set; }

    /// <summary>Guides: where the goods are taken to: an address, or a hashtable with Street, City, PostalCode and Country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AddressTransformation]
    public PostalAddress? AddressTo { get; set; }

    /// <summary>Guides: name of the place of loading.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? LoadSite { get; set; }

    /// <summary>Guides: name of the place of delivery.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? DeliverySite { get; set; }

    /// <summary>Guides: licence plate of the vehicle.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? LicensePlate { get; set; }

    /// <summary>The lines: from New-InvoiceLine, as hashtables, or as rows.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Lines")]
    [LineTransformation]
    public InvoiceLine[]? Line { get; set; }

    /// <summary>Sets on a document what was given for it.</summary>
    private protected void Apply(Invoice invoice)
    {
        foreach (KeyValuePair<string, object> given in MyInvocation.BoundParameters)
        {
            // The parameters of this class; what a cmdlet adds has a meaning of its own.
            if (given.Value is { } value
                && typeof(InvoiceParameters<TCapability>).GetProperty(given.Key, Own) is not null
                && typeof(Invoice).GetProperty(given.Key) is { } property)
            {
                property.SetValue(invoice, value);
            }
        }

        if (invoice.GlobalDiscount is not null)
        {
            invoice.GlobalDiscountType ??= "percentage";
        }

        if (Line is { Length: > 0 })
        {
            invoice.Lines = [.. Line.Select(line => line.Copy())];
        }
    }
}
