using System.Linq;
using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// Totals the way the provider computes them (docs/facts/invoicexpress.md#totals): lines are not rounded, the total is rounded once. How it
/// rounds half a cent is not known; away from zero is our reading. Tax that is withheld is told and not subtracted.
/// </summary>
internal static class InvoiceXpressTotals
{
    public static InvoiceTotals Of(Invoice invoice)
    {
        decimal net = invoice.Lines.Sum(Arithmetic.Net);
        decimal tax = invoice.Lines.Sum(line => Arithmetic.Net(line) * (line.TaxRate ?? 0) / 100);
        decimal kept = invoice.GlobalDiscount is not { } discount || net == 0 ? 1
            : invoice.GlobalDiscountType == "absolute" ? 1 - (discount / net)
            : 1 - (discount / 100);
        (decimal shownNet, decimal total) = (Arithmetic.Cents(net * kept), Arithmetic.Cents((net + tax) * kept));

        // The tax is the difference, or the three would not add up.
        return new InvoiceTotals(shownNet, total - shownNet, total)
        {
            Taxes =
            [
                .. invoice.Lines.GroupBy(line => line.TaxRate ?? 0).OrderByDescending(rate => rate.Key).Select(rate => new TaxShare(
                    rate.Key, Arithmetic.Cents(rate.Sum(Arithmetic.Net) * kept), Arithmetic.Cents(rate.Sum(Arithmetic.Net) * kept * rate.Key / 100))),
            ],
            Withholding = Arithmetic.Cents(net * kept * (invoice.Withholding ?? 0) / 100),
        };
    }
}
