using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Makes an expense.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceExpense", SupportsShouldProcess = true)]
[OutputType(typeof(Expense))]
public sealed class NewInvoiceExpenseCommand : ExpenseParameters<ICreator<Expense>>
{
    /// <summary>The tax in the amount; computed from the rate if it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? TaxAmount { get; set; }

    /// <summary>The second tax in the amount; computed from the rate if it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? SecondTaxAmount { get; set; }

    /// <summary>The row or object that the values come from; an error carries it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => Create(InputObject);
}
