using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a category as parameters, each named after its property.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class CategoryParameters<TCapability> : RecordCmdlet<TCapability, Category>
    where TCapability : class, ICapability
{
    private protected CategoryParameters()
    {
    }

    /// <summary>Identifier of the parent category.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ParentId { get; set; }
}
