using System.Linq;

namespace Invoicing.Saft.Checks;

/// <summary>L01, and T01, T02, N05 of the accounting part: transactions that balance, and the declared sums of the ledger.</summary>
internal sealed class LedgerCheck(CheckContext context) : SaftCheck(context)
{
    private const SaftTable Table = SaftTable.GeneralLedgerEntries;
    private const decimal Tolerance = 0.005m;

    protected override void Ledger(SaftRecord record)
    {
        if (record is not SaftTransaction transaction)
        {
            return;
        }

        var debit = transaction.Lines.Sum(line => line.DebitAmount ?? 0);
        var credit = transaction.Lines.Sum(line => line.CreditAmount ?? 0);
        var sums = Context.Table(Table);
        sums.Documents++;
        sums.Lines += transaction.Lines.Count;
        sums.Debit += debit;
        sums.Credit += credit;
        CheckSides(transaction, debit, credit);
        CheckDate(transaction);
    }

    private void CheckSides(SaftTransaction transaction, decimal debit, decimal credit)
    {
        if (transaction.Lines.Count > 0 && !transaction.Lines.Any(line => line.DebitAmount is not null))
        {
            Report("L01", Table, transaction, "A transaction has no debit.", "DebitLine");
        }
        else if (transaction.Lines.Count > 0 && !transaction.Lines.Any(line => line.CreditAmount is not null))
        {
            Report("L01", Table, transaction, "A transaction has no credit.", "CreditLine");
        }
        else if (debit - credit is > Tolerance or < -Tolerance)
        {
            Report("L01", Table, transaction, "The debits of a transaction are not its credits.", SaftText.Of(debit), SaftText.Of(credit));
        }
    }

    private void CheckDate(SaftTransaction transaction)
    {
        if (transaction.Date is { } date && Context.Header is { } header && (date < header.StartDate || date > header.EndDate))
        {
            Report(
                "N05", Table, transaction, "The date is outside the period of the file.",
                $"{SaftText.Of(header.StartDate)} to {SaftText.Of(header.EndDate)}", SaftText.Date(date), SaftLevel.Warning);
        }
    }
}
