using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a purchase as parameters. Each has the name of the property that it sets.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class PurchaseParameters<TCapability> : RecordCmdlet<TCapability, Purchase>
    where TCapability : class, ICapability
{
    private protected PurchaseParameters()
    {
    }

    /// <summary>The company's own number for it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? InternalNumber { get; set; }

    /// <summary>Date of the document; today where the provider is if it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    public DateTime? Date { get; set; }

    /// <summary>Day on which it is booked; else its date.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    public DateTime? TransactionDate { get; set; }

    /// <summary>Last day to pay.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    public DateTime? DueDate { get; set; }

    /// <summary>Payment reference.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Reference { get; set; }

    /// <summary>ISO code of a foreign currency.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Currency { get; set; }

    /// <summary>Exchange rate of the foreign currency.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? ExchangeRate { get; set; }

    /// <summary>Whether the sums of the lines include tax.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public bool? PricesIncludeTax { get; set; }

    /// <summary>Tax of all lines; else it is worked out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? TaxTotal { get; set; }

    /// <summary>Free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Notes { get; set; }

    /// <summary>
    /// The lines: from New-InvoiceLine, as hashtables, or as rows. Subtotal is the sum of one; else quantity times price.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Lines")]
    [LineTransformation]
    public InvoiceLine[]? Line { get; set; }

    /// <summary>A file to attach: the document as it came, such as a PDF.</summary>
    [Parameter]
    public string? File { get; set; }

    private protected override void Apply(Purchase record)
    {
        base.Apply(record);
        if (Line is { Length: > 0 })
        {
            record.Lines = [.. Line];
        }

        if (File is not null)
        {
            string path = PathOf(File);
            record.FileContent = InputFile.Read(path);
            record.FileType = System.IO.Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        }
    }
}
