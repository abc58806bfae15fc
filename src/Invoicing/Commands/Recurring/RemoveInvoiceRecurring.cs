using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Deletes recurring invoices.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoiceRecurring", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceRecurringCommand : RecordCmdlet<IRemover<Recurring>, Recurring>
{
    /// <summary>The record to delete: its object or identifier.</summary>
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

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(Delete, InputObject, Id);
}
