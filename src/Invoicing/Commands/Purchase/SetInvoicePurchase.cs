using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes purchases. Fields that are not given stay as they are. -Line replaces all lines.</summary>
[Cmdlet(VerbsCommon.Set, "InvoicePurchase", SupportsShouldProcess = true)]
[OutputType(typeof(Purchase))]
public sealed class SetInvoicePurchaseCommand : PurchaseParameters<IUpdater<Purchase>>
{
    /// <summary>The record to change: its object, a row, or text that is looked for as code, number and name, and as an id last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Purchase")]
    [RecordTransformation(Many = true)]
    [Completes]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <summary>The provider's identifier.</summary>
    [Parameter]
    [RecordTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<RecordIdentity>? Id { get; set; }

    /// <summary>New number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Number { get; set; }

    /// <summary>Writes the changed record. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(record => Change(record, PassThru), InputObject, Id);
}
