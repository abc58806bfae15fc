using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Deletes items of the provider's catalogue.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoiceItem", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceItemCommand : RecordCmdlet<IRemover<Item>, Item>
{
    /// <summary>The record to delete: its object, identifier or name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Name", "Item")]
    [RecordTransformation(Many = true)]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, Delete);
}
