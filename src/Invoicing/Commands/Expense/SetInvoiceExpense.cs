using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes expenses: what is given is changed, everything else stays.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceExpense", SupportsShouldProcess = true)]
[OutputType(typeof(Expense))]
public sealed class SetInvoiceExpenseCommand : ExpenseParameters<IUpdater<Expense>>
{
    private (decimal? Amount, decimal? Rate, decimal? SecondRate) _before;

    /// <summary>What shall be changed: the object or its identifier.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Expense")]
    [RecordTransformation]
    public RecordIdentity[] InputObject { get; set; } = [];

    /// <summary>The tax in the amount; computed from the rate if it is not given.</summary>
    [Parameter]
    [AmountTransformation]
    public decimal? TaxAmount { get; set; }

    /// <summary>The second tax in the amount; computed from the rate if it is not given.</summary>
    [Parameter]
    [AmountTransformation]
    public decimal? SecondTaxAmount { get; set; }

    /// <summary>Write the object as it is afterwards, which costs a request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, record =>
    {
        _before = (record.Amount, record.TaxRate, record.SecondTaxRate);
        Change(record, PassThru);
    });

    private protected override void Apply(Expense record)
    {
        base.Apply(record);

        // Another amount or rate has another tax in it.
        bool isNewTax = _before != (record.Amount, record.TaxRate, record.SecondTaxRate);
        record.TaxAmount = TaxAmount ?? (isNewTax ? null : record.TaxAmount);
        record.SecondTaxAmount = SecondTaxAmount ?? (isNewTax ? null : record.SecondTaxAmount);
    }
}
