using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Deletes taxes.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoiceTax", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceTaxCommand : RecordCmdlet<IRemover<Tax>, Tax>
{
    /// <summary>The record to delete: its object, identifier or name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Name", "Tax")]
    [RecordTransformation(Many = true)]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, Delete);
}
