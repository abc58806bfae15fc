using System.Management.Automation;
using Invoicing.Connectors;

namespace Invoicing.Commands;

/// <summary>Makes an expense.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceExpense", SupportsShouldProcess = true)]
[OutputType(typeof(Expense))]
public sealed class NewInvoiceExpenseCommand : ExpenseParameters<ICreator<Expense>>
{
    /// <summary>The row or object that the values come from; an error carries it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => Create(InputObject);
}
