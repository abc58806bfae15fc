using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of unbilled work as parameters, each named after its property.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class TaskParameters<TCapability> : RecordCmdlet<TCapability, InvoiceTask>
    where TCapability : class, ICapability
{
    private protected TaskParameters()
    {
    }

    /// <summary>Identifier of the client.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ClientId { get; set; }

    /// <summary>Identifier of the item in the catalogue.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ItemId { get; set; }

    /// <summary>Identifier of the warehouse for the goods.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? WarehouseId { get; set; }

    /// <summary>Code of the item.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Code { get; set; }

    /// <summary>Description of the work.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Description { get; set; }

    /// <summary>Quantity, such as 2.5.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? Quantity { get; set; }

    /// <summary>Price of one unit, such as 20.00; without tax, unless prices include it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Price")]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? UnitPrice { get; set; }

    /// <summary>Unit, such as h.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Unit { get; set; }

    /// <summary>Day of the work, as a date or as text such as 2026-03-31.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    [Completes]
    public Input<DateTime>? Date { get; set; }

    /// <summary>Name of the worker.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Worker { get; set; }

    /// <summary>Tax: its name at the provider, or its rate in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TaxTransformation]
    [Completes]
    public Input<string>? Tax { get; set; }

    /// <summary>Discount in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    [Completes]
    public Input<decimal>? Discount { get; set; }
}
