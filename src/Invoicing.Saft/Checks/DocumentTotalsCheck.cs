using System;
using System.Linq;

namespace Invoicing.Saft.Checks;

/// <summary>T03, T04 and T05: the totals of a document against each other and against its lines.</summary>
internal sealed class DocumentTotalsCheck(CheckContext context) : SaftCheck(context)
{
    private const decimal Tolerance = 0.01m;
    private const decimal GraveDifference = 0.05m;

    protected override void Document(SaftDocument document)
    {
        CheckGross(document);

        // A receipt with a discount need not follow the reduced amounts [seen].
        if (document is not SaftPayment || !HasSettlement(document))
        {
            CheckNet(document);
            CheckTax(document);
        }
    }

    private static bool HasSettlement(SaftDocument document)
        => document.Settlements.Count > 0 || document.Lines.Any(line => line.SettlementAmount > 0);

    private void CheckGross(SaftDocument document)
    {
        if (document is { GrossTotal: { } gross, NetTotal: { } net, TaxPayable: { } tax } && Math.Abs(gross - net - tax) > Tolerance)
        {
            Report("T03", document, "GrossTotal is not NetTotal plus TaxPayable.", SaftText.Of(net + tax), SaftText.Of(gross));
        }
    }

    private void CheckNet(SaftDocument document)
    {
        var sum = 0m;
        foreach (var line in document.Lines)
        {
            sum += line.Amount;
        }

        var difference = document.NetTotal is { } net ? Math.Abs(net - Math.Abs(sum)) : 0;
        if (difference > Tolerance)
        {
            var level = difference > GraveDifference ? SaftLevel.Error : SaftLevel.Warning;
            Report(
                "T04", document, "NetTotal is not the sum of the lines.", SaftText.Of(Math.Abs(sum)), SaftText.Of(document.NetTotal),
                level);
        }
    }

    private void CheckTax(SaftDocument document)
    {
        var tax = 0m;
        var taxWithQuantity = 0m;
        foreach (var line in document.Lines)
        {
            if (LineTax.Of(line, taxBaseTimesQuantity: false) is not { } one
                || LineTax.Of(line, taxBaseTimesQuantity: true) is not { } other)
            {
                return;
            }

            tax += one;
            taxWithQuantity += other;
        }

        // Whether TaxBase counts times the quantity is not settled [open], so that either is right.
        var tolerance = Tolerance * Math.Max(1, document.Lines.Count);
        if (document.TaxPayable is { } payable && Math.Abs(payable - Math.Abs(tax)) > tolerance
            && Math.Abs(payable - Math.Abs(taxWithQuantity)) > tolerance)
        {
            Report("T05", document, "TaxPayable is not the tax of the lines.", SaftText.Of(Math.Abs(tax)), SaftText.Of(payable));
        }
    }
}
