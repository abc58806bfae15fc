using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of unbilled work as parameters. Each has the name of the property that it sets.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class TaskParameters<TCapability> : RecordCmdlet<TCapability, InvoiceTask>
    where TCapability : class, ICapability
{
    private protected TaskParameters()
    {
    }

    /// <summary>Identifier of the client.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? ClientId { get; set; }

    /// <summary>Identifier of the article in the catalogue.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? ItemId { get; set; }

    /// <summary>Identifier of the warehouse that goods are taken from.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? WarehouseId { get; set; }

    /// <summary>Code of the article.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Code { get; set; }

    /// <summary>What was done, in words.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>How much of it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? Quantity { get; set; }

    /// <summary>Price of one unit without tax.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Price")]
    [AmountTransformation]
    public decimal? UnitPrice { get; set; }

    /// <summary>Unit, such as h.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Unit { get; set; }

    /// <summary>Day on which it was done.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    public DateTime? Date { get; set; }

    /// <summary>Who did it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Worker { get; set; }

    /// <summary>Tax: its name at the provider, or its rate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Tax { get; set; }

    /// <summary>Discount in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? Discount { get; set; }
}
