using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Creates an expense.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceExpense", SupportsShouldProcess = true)]
[OutputType(typeof(Expense))]
public sealed class NewInvoiceExpenseCommand : ExpenseParameters<ICreator<Expense>>
{
    /// <summary>Tax included in the amount. Default: computed from the rate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? TaxAmount { get; set; }

    /// <summary>Second tax included in the amount. Default: computed from the rate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? SecondTaxAmount { get; set; }

    /// <summary>The row or object from the pipeline. Errors carry it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => Create(InputObject);
}
