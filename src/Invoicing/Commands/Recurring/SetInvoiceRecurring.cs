using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes recurring invoices. Fields that are not given stay as they are.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceRecurring", SupportsShouldProcess = true)]
[OutputType(typeof(Recurring))]
public sealed class SetInvoiceRecurringCommand : RecurringParameters<IUpdater<Recurring>>
{
    /// <summary>The record to change: its object or identifier.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Recurring")]
    [RecordTransformation(Many = true)]
    [Completes]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <summary>The provider's identifier.</summary>
    [Parameter]
    [RecordTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<RecordIdentity>? Id { get; set; }

    /// <summary>Writes the changed record. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(record => Change(record, PassThru), InputObject, Id);
}
