using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a category as parameters. Each has the name of the property that it sets.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class CategoryParameters<TCapability> : RecordCmdlet<TCapability, Category>
    where TCapability : class, ICapability
{
    private protected CategoryParameters()
    {
    }

    /// <summary>Identifier of the category that it is part of.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? ParentId { get; set; }
}
