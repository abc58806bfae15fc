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

    /// <summary>Writes the changed record. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(record =>
    {
        _before = (record.Amount, record.TaxRate, record.SecondTaxRate);
        Change(record, PassThru);
    }, InputObject, Id);

    private protected override void Apply(Expense record)
    {
        base.Apply(record);

        // Another amount or rate changes the tax.
        bool isNewTax = _before != (record.Amount, record.TaxRate, record.SecondTaxRate);
        record.TaxAmount = TaxAmount.Get() ?? (isNewTax ? null : record.TaxAmount);
        record.SecondTaxAmount = SecondTaxAmount.Get() ?? (isNewTax ? null : record.SecondTaxAmount);
    }
}
