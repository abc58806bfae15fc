using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes warehouses. Fields that are not given stay as they are.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceWarehouse", SupportsShouldProcess = true)]
[OutputType(typeof(Warehouse))]
public sealed class SetInvoiceWarehouseCommand : WarehouseParameters<IUpdater<Warehouse>>
{
    /// <summary>The record to change: its object, identifier or name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Warehouse")]
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
