using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes recurring invoices. Fields that are not given stay as they are.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceRecurring", SupportsShouldProcess = true)]
[OutputType(typeof(Recurring))]
public sealed class SetInvoiceRecurringCommand : RecurringParameters<IUpdater<Recurring>>
{
    /// <summary>The record to change: its object or identifier.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Recurring")]
    [RecordTransformation(Many = true)]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <summary>Writes the changed record. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, record => Change(record, PassThru));
}
