using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// Totals as the ancestor computed them (docs/facts/facturagem.md#totals, seen): every line and every tax is rounded, what is withheld is
/// subtracted. The recargo, and rates for each line, are added to it [assumption]; half a cent goes away from zero [assumption].
/// </summary>
internal static class Totals
{
    public static InvoiceTotals Of(Invoice invoice)
    {
        decimal sum = invoice.Lines.Sum(Net);
        decimal net = sum - Share(sum, invoice.GlobalDiscount);
        decimal tax = TaxOf(invoice, sum, net) + Share(net, invoice.Surcharge);
        return new InvoiceTotals(net, tax, net - Share(net, invoice.Withholding) + tax);
    }

    private static decimal TaxOf(Invoice invoice, decimal sum, decimal net)
    {
        List<IGrouping<decimal?, InvoiceLine>> rates = [.. invoice.Lines.GroupBy(line => line.TaxRate ?? invoice.TaxRate)];
        return rates.Count == 1 ? Share(net, rates[0].Key)
            : sum == 0 ? 0
            : rates.Sum(rate => Share(rate.Sum(Net) * net / sum, rate.Key));
    }

    private static decimal Net(InvoiceLine line) => Round((line.Quantity ?? 0) * (line.UnitPrice ?? 0));

    private static decimal Share(decimal amount, decimal? percent) => Round(amount * (percent ?? 0) / 100);

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
