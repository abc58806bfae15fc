using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// Totals as the ancestor computed them (docs/facts/facturagem.md#totals, seen): every line and every tax is rounded, what is withheld is
/// subtracted. The recargo, and rates for each line, are added to it [assumption]; half a cent goes away from zero [assumption].
/// </summary>
internal static class FacturagemTotals
{
    public static InvoiceTotals Of(Invoice invoice)
    {
        decimal sum = invoice.Lines.Sum(Net);
        decimal net = sum - Share(sum, invoice.GlobalDiscount);
        TaxShare[] taxes = [.. TaxesOf(invoice, sum, net).OrderByDescending(share => share.Rate)];
        decimal tax = taxes.Sum(share => share.Amount);
        decimal surcharge = Share(net, invoice.Surcharge);
        decimal withheld = Share(net, invoice.Withholding);
        return new InvoiceTotals(net, tax, net - withheld + tax + surcharge)
        {
            Taxes = taxes,
            Surcharge = surcharge,
            Withholding = withheld,
            IsEstimate = true,
        };
    }

    private static IEnumerable<TaxShare> TaxesOf(Invoice invoice, decimal sum, decimal net)
    {
        List<IGrouping<decimal?, InvoiceLine>> rates = [.. invoice.Lines.GroupBy(line => line.TaxRate ?? invoice.TaxRate)];
        return rates.Select(rate =>
        {
            decimal part = rates.Count == 1 ? net : sum == 0 ? 0 : rate.Sum(Net) * net / sum;
            return new TaxShare(rate.Key ?? 0, Arithmetic.Cents(part), Share(part, rate.Key));
        });
    }

    private static decimal Net(InvoiceLine line) => Arithmetic.Cents(Arithmetic.Gross(line));

    private static decimal Share(decimal amount, decimal? percent) => Arithmetic.Cents(amount * (percent ?? 0) / 100);
}
