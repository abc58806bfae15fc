using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Records work that is not invoiced yet.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceTask", SupportsShouldProcess = true)]
[OutputType(typeof(InvoiceTask))]
public sealed class NewInvoiceTaskCommand : TaskParameters<ICreator<InvoiceTask>>
{
    /// <summary>Short name of the work.</summary>
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
