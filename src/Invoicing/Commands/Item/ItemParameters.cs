using System.Management.Automation;
using Invoicing.Connectors;

namespace Invoicing.Commands;

/// <summary>The fields of an article as parameters. Each has the name of the property that it sets.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class ItemParameters<TCapability> : RecordCmdlet<TCapability, Item>
    where TCapability : class, ICapability
{
    private protected ItemParameters()
    {
    }

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

    /// <summary>Name of its tax at the provider.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Tax { get; set; }
}
