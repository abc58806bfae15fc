using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// Totals before a document is stored: rounded once a rate, halves away from zero. How the provider rounds is not documented
/// [assumption].
/// </summary>
internal static class SimplBooksTotals
{
    public static InvoiceTotals Of(Invoice invoice)
    {
        decimal net = 0;
        var taxes = new List<TaxShare>();
        foreach (var rate in invoice.Lines.GroupBy(line => line.TaxRate ?? 0))
        {
            decimal sum = rate.Sum(Arithmetic.Net);
            decimal part = Arithmetic.Cents(invoice.PricesIncludeTax == true ? sum * rate.Key / (100 + rate.Key) : sum * rate.Key / 100);
            decimal without = Arithmetic.Cents(sum) - (invoice.PricesIncludeTax == true ? part : 0);
            net += without;
            taxes.Add(new TaxShare(rate.Key, without, part));
        }

        decimal tax = taxes.Sum(share => share.Amount);
        return new InvoiceTotals(net, tax, net + tax) { Taxes = [.. taxes.OrderByDescending(share => share.Rate)], IsEstimate = true };
    }
}
