using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes items of the provider's catalogue. Fields that are not given stay as they are.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceItem", SupportsShouldProcess = true)]
[OutputType(typeof(Item))]
public sealed class SetInvoiceItemCommand : ItemParameters<IUpdater<Item>>
{
    /// <summary>The record to change: its object, a row, or text that is looked for as code, number and name, and as an id last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Item")]
    [RecordTransformation(Many = true)]
    [Completes]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <summary>The provider's identifier.</summary>
    [Parameter]
    [RecordTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<RecordIdentity>? Id { get; set; }

    /// <summary>New name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Name { get; set; }

    /// <summary>Writes the changed record. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(record => Change(record, PassThru), InputObject, Id);
}
