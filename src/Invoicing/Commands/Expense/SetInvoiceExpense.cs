using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes expenses. Fields that are not given stay as they are.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceExpense", SupportsShouldProcess = true)]
[OutputType(typeof(Expense))]
public sealed class SetInvoiceExpenseCommand : ExpenseParameters<IUpdater<Expense>>
{
    private (decimal? Amount, decimal? Rate, decimal? SecondRate) _before;

    /// <summary>The record to change: its object or identifier.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Expense")]
    [RecordTransformation(Many = true)]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <summary>Tax included in the amount. Default: computed from the rate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public Input<decimal>? TaxAmount { get; set; }

    /// <summary>Second tax included in the amount. Default: computed from the rate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public Input<decimal>? SecondTaxAmount { get; set; }

    /// <summary>Writes the changed record. Costs one request.</summary>
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

        // Another amount or rate changes the tax.
        bool isNewTax = _before != (record.Amount, record.TaxRate, record.SecondTaxRate);
        record.TaxAmount = TaxAmount.Get() ?? (isNewTax ? null : record.TaxAmount);
        record.SecondTaxAmount = SecondTaxAmount.Get() ?? (isNewTax ? null : record.SecondTaxAmount);
    }
}
