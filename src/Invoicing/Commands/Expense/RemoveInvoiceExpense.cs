using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Deletes expenses.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoiceExpense", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceExpenseCommand : RecordCmdlet<IRemover<Expense>, Expense>
{
    /// <summary>The record to delete: its object or identifier.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Expense")]
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
