using System;

namespace Invoicing.Saft.Checks;

/// <summary>T06 and T07: the amounts of the lines and the side they stand on.</summary>
internal sealed class LineAmountCheck(CheckContext context) : SaftCheck(context)
{
    private const decimal Tolerance = 0.01m;

    protected override void Document(SaftDocument document)
    {
        var credit = 0m;
        var debit = 0m;
        foreach (var line in document.Lines)
        {
            credit += line.CreditAmount ?? 0;
            debit += line.DebitAmount ?? 0;
            CheckAmount(document, line);
        }

        if (document is SaftInvoice)
        {
            CheckSides(document, credit, debit);
        }
    }

    private static decimal PriceRounding(decimal price)
    {
        var decimals = Math.Max(2, (decimal.GetBits(price)[3] >> 16) & 0xFF);
        var half = 0.5m;
        for (var i = 0; i < decimals; i++)
        {
            half /= 10;
        }

        return half;
    }

    private void CheckAmount(SaftDocument document, SaftLine line)
    {
        if (line is not { Quantity: { } quantity, UnitPrice: { } price, TaxBase: null })
        {
            return;
        }

        var expected = quantity * price;
        var difference = Math.Abs(expected - Math.Abs(line.Amount));

        // Programs may compute with more decimals of the price than they write [seen].
        if (difference > Tolerance && difference > Tolerance + (quantity * PriceRounding(price)))
        {
            Report(
                "T06", document, "The amount of a line is not quantity times price.", SaftText.Of(expected),
                SaftText.Of(Math.Abs(line.Amount)), null, line);
        }
    }

    private void CheckSides(SaftDocument document, decimal credit, decimal debit)
    {
        var isSale = document.Type is "FT" or "FS" or "FR" or "ND" or "VD" or "TV" or "AA";
        var isReturn = document.Type is "NC" or "TD" or "DA";
        if (isSale && debit > credit)
        {
            Report("T07", document, "A sales document is on the debit side.", "credit", "debit " + SaftText.Of(debit));
        }
        else if (isReturn && credit > debit)
        {
            Report("T07", document, "A credit note or return is on the credit side.", "debit", "credit " + SaftText.Of(credit));
        }
        else if ((isSale || isReturn) && credit > 0 && debit > 0)
        {
            // Corrections inside one document may mix [official].
            var found = $"debit {SaftText.Of(debit)}, credit {SaftText.Of(credit)}";
            Report("T07", document, "A document has amounts on both sides.", null, found, SaftLevel.Information);
        }
    }
}
