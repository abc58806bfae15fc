using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Deletes purchases.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoicePurchase", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoicePurchaseCommand : RecordCmdlet<IRemover<Purchase>, Purchase>
{
    /// <summary>The record to delete: its object, identifier or name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Purchase")]
    [RecordTransformation(Many = true)]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, Delete);
}
