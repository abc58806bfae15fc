using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes unbilled work. Fields that are not given stay as they are.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceTask", SupportsShouldProcess = true)]
[OutputType(typeof(InvoiceTask))]
public sealed class SetInvoiceTaskCommand : TaskParameters<IUpdater<InvoiceTask>>
{
    /// <summary>The record to change: its object, identifier or name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Task")]
    [RecordTransformation(Many = true)]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <summary>New name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Name { get; set; }

    /// <summary>Writes the changed record. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, record => Change(record, PassThru));
}
