using System;
using System.Linq;

namespace Invoicing.Saft.Checks;

/// <summary>C05: what was paid, withheld and deducted against the gross total.</summary>
internal sealed class PaymentCheck(CheckContext context) : SaftCheck(context)
{
    private const decimal Tolerance = 0.01m;

    protected override void Document(SaftDocument document)
    {
        if (document.IsCancelled || document.GrossTotal is not { } gross)
        {
            return;
        }

        var withheld = document.WithholdingTaxes.Sum(tax => tax.Amount ?? 0);
        var settled = document.Settlements.Sum(settlement => settlement.Amount ?? 0);
        CheckPart(document, "The withholding tax is more than the gross total.", withheld, gross);
        CheckPart(document, "The settlement discount is more than the gross total.", settled, gross);
        CheckMethods(document, gross, withheld, settled);
    }

    private void CheckPart(SaftDocument document, string description, decimal part, decimal gross)
    {
        if (part > gross + Tolerance)
        {
            Report("C05", document, description, "at most " + SaftText.Of(gross), SaftText.Of(part));
        }
    }

    private void CheckMethods(SaftDocument document, decimal gross, decimal withheld, decimal settled)
    {
        if (document.PaymentMethods.Count == 0)
        {
            return;
        }

        // An invoice can be paid in part when it is issued; a receipt and an invoice-receipt are paid in full. What is withheld or
        // deducted is not paid, and programs differ in which of the two they leave out.
        var paid = document.PaymentMethods.Sum(method => method.Amount ?? 0);
        var isFull = document is SaftPayment or SaftInvoice { Type: "FR" };
        var fits = isFull
            ? Array.Exists([gross, gross - withheld, gross - settled, gross - withheld - settled], sum => Math.Abs(paid - sum) <= Tolerance)
            : paid <= gross + Tolerance;
        if (!fits)
        {
            Report(
                "C05", document, "The payments do not add up to the gross total, less what is withheld and deducted.",
                (isFull ? "" : "at most ") + SaftText.Of(gross - withheld - settled), SaftText.Of(paid));
        }
    }
}
