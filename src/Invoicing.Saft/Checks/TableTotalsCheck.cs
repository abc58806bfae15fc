using System;

namespace Invoicing.Saft.Checks;

/// <summary>T01 and T02: what a table declares against what it holds. Also fills the summary.</summary>
internal sealed class TableTotalsCheck(CheckContext context) : SaftCheck(context)
{
    private const decimal Tolerance = 0.01m;

    protected override void Document(SaftDocument document)
    {
        var sums = Context.Table(document.Table);
        sums.Documents++;
        sums.Lines += document.Lines.Count;

        // Everything is counted, but cancelled documents are not summed; of sales documents billed ones neither [official, seen].
        if (document.IsCancelled || (document is SaftInvoice && document.Status == "F"))
        {
            return;
        }

        foreach (var line in document.Lines)
        {
            sums.Debit += line.DebitAmount ?? 0;
            sums.Credit += line.CreditAmount ?? 0;
            sums.Quantity += document is SaftStockMovement ? line.Quantity ?? 0 : 0;
        }
    }

    protected override void TableEnd(SaftTableTotals totals)
    {
        var sums = Context.Table(totals.Table);
        sums.DeclaredEntries = totals.Entries;
        sums.DeclaredDebit = totals.Debit;
        sums.DeclaredCredit = totals.Credit;
        sums.DeclaredQuantity = totals.Quantity;

        var isMovement = totals.Table == SaftTable.MovementOfGoods;
        var entries = isMovement ? sums.Lines : sums.Documents;
        if (totals.Entries is { } declared && declared != entries)
        {
            var name = isMovement ? "NumberOfMovementLines" : "NumberOfEntries";
            Report("T01", totals.Table, totals, name + " is not what the table holds.", SaftText.Of(entries), SaftText.Of(declared));
        }

        Compare(totals, "TotalDebit", sums.Debit, totals.Debit);
        Compare(totals, "TotalCredit", sums.Credit, totals.Credit);
        Compare(totals, "TotalQuantityIssued", sums.Quantity, totals.Quantity);
    }

    private void Compare(SaftTableTotals totals, string name, decimal sum, decimal? declared)
    {
        if (declared is { } value && Math.Abs(value - sum) > Tolerance)
        {
            Report("T02", totals.Table, totals, name + " is not the sum of the lines.", SaftText.Of(sum), SaftText.Of(value));
        }
    }
}
