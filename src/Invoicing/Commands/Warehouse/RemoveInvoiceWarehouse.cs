using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Deletes warehouses.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoiceWarehouse", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceWarehouseCommand : RecordCmdlet<IRemover<Warehouse>, Warehouse>
{
    /// <summary>The record to delete: its object, identifier or name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Name", "Warehouse")]
    [RecordTransformation(Many = true)]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, Delete);
}
