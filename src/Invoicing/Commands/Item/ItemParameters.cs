using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of an item as parameters, each named after its property.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class ItemParameters<TCapability> : RecordCmdlet<TCapability, Item>
    where TCapability : class, ICapability
{
    private protected ItemParameters()
    {
    }

    /// <summary>Your own code, at providers that keep one apart from the name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Sku")]
    [TextTransformation]
    [Completes]
    public Input<string>? Code { get; set; }

    /// <summary>Description of the item.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Description { get; set; }

    /// <summary>Price of one unit, such as 20.00; without tax, unless prices include it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Price")]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? UnitPrice { get; set; }

    /// <summary>Unit, such as hour. Providers accept only units of their own list.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Unit { get; set; }

    /// <summary>Bar code (EAN), at providers that store one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Ean")]
    [TextTransformation]
    [Completes]
    public Input<string>? Barcode { get; set; }

    /// <summary>True for a stock item, at providers that manage stock.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [Completes]
    public Input<bool>? IsStocked { get; set; }

    /// <summary>True if it is in use, at providers that tell. Default for a new item: true.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [Completes]
    public Input<bool>? Active { get; set; }

    /// <summary>True if the price includes tax, at providers that support it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [Completes]
    public Input<bool>? PriceIncludesTax { get; set; }

    /// <summary>Name of the tax at the provider, such as IVA23.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TaxTransformation]
    [Completes]
    public Input<string>? Tax { get; set; }
}
