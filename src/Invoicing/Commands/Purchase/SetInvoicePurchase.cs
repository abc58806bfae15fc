using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes purchases. Fields that are not given stay as they are. -Line replaces all lines.</summary>
[Cmdlet(VerbsCommon.Set, "InvoicePurchase", SupportsShouldProcess = true)]
[OutputType(typeof(Purchase))]
public sealed class SetInvoicePurchaseCommand : PurchaseParameters<IUpdater<Purchase>>
{
    /// <summary>The record to change: its object, identifier or name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Purchase")]
    [RecordTransformation(Many = true)]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <summary>New number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Number { get; set; }

    /// <summary>Writes the changed record. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, record => Change(record, PassThru));
}
