using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a purchase as parameters, each named after its property.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class PurchaseParameters<TCapability> : RecordCmdlet<TCapability, Purchase>
    where TCapability : class, ICapability
{
    private protected PurchaseParameters()
    {
    }

    /// <summary>The company's internal number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? InternalNumber { get; set; }

    /// <summary>Date of the document, as a date or as text such as 2026-03-31. Default: the provider's today.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    [Completes]
    public Input<DateTime>? Date { get; set; }

    /// <summary>Day of booking. Default: the date of the document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    [Completes]
    public Input<DateTime>? TransactionDate { get; set; }

    /// <summary>Due date: the last day to pay.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    [Completes]
    public Input<DateTime>? DueDate { get; set; }

    /// <summary>Payment reference.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Reference { get; set; }

    /// <summary>ISO code of a foreign currency, such as USD.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Currency { get; set; }

    /// <summary>Exchange rate of the foreign currency, such as 1.10.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? ExchangeRate { get; set; }

    /// <summary>True if the sums of the lines include tax.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [Completes]
    public Input<bool>? PricesIncludeTax { get; set; }

    /// <summary>Total tax. Default: computed by the provider.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? TaxTotal { get; set; }

    /// <summary>Free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Notes { get; set; }

    /// <summary>
    /// The lines: from New-InvoiceLine, as hashtables, or as rows. Subtotal is the sum of a line. Default: quantity times price.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Lines")]
    [LineTransformation]
    public Input<InvoiceLine>? Line { get; set; }

    /// <summary>Path of a file to attach, such as the supplier's PDF.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation(IsPath = true)]
    public Input<string>? File { get; set; }

    private protected override void Apply(Purchase record)
    {
        base.Apply(record);
        if (Line is { Values.Length: > 0 })
        {
            record.Lines = [.. Line.Values];
        }

        if (File.Get() is { } file)
        {
            string path = PathOf(file);
            record.FileContent = InputFile.Read(path);
            record.FileType = System.IO.Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        }
    }
}
