using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Deletes expenses.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoiceExpense", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceExpenseCommand : RecordCmdlet<IRemover<Expense>, Expense>
{
    /// <summary>The record to delete: its object or identifier.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Expense")]
    [RecordTransformation(Many = true)]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, Delete);
}
