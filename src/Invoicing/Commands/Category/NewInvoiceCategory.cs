using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Creates a category of expenses.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceCategory", SupportsShouldProcess = true)]
[OutputType(typeof(Category))]
public sealed class NewInvoiceCategoryCommand : CategoryParameters<ICreator<Category>>
{
    /// <summary>The name.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Needed]
    [TextTransformation]
    [Completes]
    public Input<string>? Name { get; set; }

    /// <summary>The row or object from the pipeline. Errors carry it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => Create(InputObject);
}
