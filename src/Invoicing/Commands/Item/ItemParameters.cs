using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of an article as parameters. Each has the name of the property that it sets.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class ItemParameters<TCapability> : RecordCmdlet<TCapability, Item>
    where TCapability : class, ICapability
{
    private protected ItemParameters()
    {
    }

    /// <summary>The caller's own code, where the provider keeps one apart from the name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Sku")]
    public string? Code { get; set; }

    /// <summary>What it is, in words.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>Price of one unit without tax.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Price")]
    [AmountTransformation]
    public decimal? UnitPrice { get; set; }

    /// <summary>Unit, such as hour; the provider takes those of its own list.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Unit { get; set; }

    /// <summary>Bar code, where the provider keeps one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Ean")]
    public string? Barcode { get; set; }

    /// <summary>Whether stock is kept of it, where the provider keeps stock.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public bool? IsStocked { get; set; }

    /// <summary>Whether it is in use, where the provider says so; what is new is.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public bool? Active { get; set; }

    /// <summary>Whether the price includes tax, where the provider takes such.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public bool? PriceIncludesTax { get; set; }

    /// <summary>Name of its tax at the provider.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Tax { get; set; }
}
