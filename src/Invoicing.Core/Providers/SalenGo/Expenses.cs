using System;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>Expenses (docs/facts/salengo.md#expenses).</summary>
internal sealed class Expenses(ConnectorContext context) :
    SalenGoResource<Expense>(context, "expense", "expenses", maps => maps.Expense),
    IReader<Expense>, ICreator<Expense>, IUpdater<Expense>, IRemover<Expense>
{
    /// <summary>Rounding of a supplier's own invoice can differ by so much from ours.</summary>
    private const decimal Tolerance = 0.01m;

    protected override ListFilter Filter(ListQuery query) => query is ExpenseQuery asked
        ? new ListFilter
        {
            ClientId = asked.ClientId,
            CategoryId = asked.CategoryId,
            ProjectId = asked.ProjectId,
            Supplier = asked.Supplier,
            DateFrom = asked.DateFrom,
            DateTo = asked.DateTo,
        }
        : base.Filter(query);

    protected override void Fill(Expense item, bool isNew)
    {
        if (isNew)
        {
            // Administrators must say whose it is, for staff it is ignored [official].
            item.StaffId ??= Context.Session.Setting(SalenGoChoices.StaffId) is { Length: > 0 } staff ? staff : null;
        }

        Complaints.Throw(
            "expense",
            [
                .. item.Amount is null ? new[] { new FieldError(nameof(Expense.Amount), "is missing") } : [],
                .. string.IsNullOrEmpty(item.CategoryId) ? new[] { new FieldError(nameof(Expense.CategoryId), "is missing") } : [],
            ]);
        if (isNew || item.TaxAmount is null)
        {
            item.TaxAmount = Checked(item, nameof(Expense.TaxAmount), item.TaxRate, item.TaxAmount);
            item.SecondTaxAmount = Checked(item, nameof(Expense.SecondTaxAmount), item.SecondTaxRate, item.SecondTaxAmount);
        }
    }

    /// <summary>A rate of 0 without a name is how no tax looks.</summary>
    protected override Expense Read(JObject row)
    {
        Expense expense = base.Read(row);
        if (expense.Tax is null && expense.TaxRate == 0)
        {
            (expense.TaxRate, expense.TaxAmount) = (null, null);
        }

        if (expense.SecondTax is null && expense.SecondTaxRate == 0)
        {
            (expense.SecondTaxRate, expense.SecondTaxAmount) = (null, null);
        }

        return expense;
    }

    /// <summary>
    /// The tax in an amount: tax = amount - amount / (1 + rate / 100), rounded to cents [official]. That two taxes are of the same net
    /// amount is ours [assumption].
    /// </summary>
    private static decimal? TaxIn(Expense item, decimal? rate) => rate is not { } percent
        ? null
        : Arithmetic.OrRefuse("expense", () => Math.Round(
            item.Amount!.Value * percent / (100 + (item.TaxRate ?? 0) + (item.SecondTaxRate ?? 0)), 2, MidpointRounding.AwayFromZero));

    private decimal? Checked(Expense item, string name, decimal? rate, decimal? given)
    {
        decimal? computed = TaxIn(item, rate);
        if (given is { } amount && computed is { } expected && Math.Abs(amount - expected) > Tolerance)
        {
            Context.Api.Observer?.OnWarning(FormattableString.Invariant(
                $"Expense '{item}': {name} is {amount:0.00}, where {expected:0.00} is in the amount at {rate:0.##} per cent. It is sent as it is."));
        }

        return given ?? computed;
    }
}
