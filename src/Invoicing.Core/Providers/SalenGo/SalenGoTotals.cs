using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// Totals of a document. How the provider rounds is not known: lines to cents, less the discount, and each tax once over the lines that bear
/// it is ours [assumption]. A rate below zero is tax that is withheld.
/// </summary>
internal static class SalenGoTotals
{
    public static InvoiceTotals Of(IList<InvoiceLine> lines, decimal? discount)
    {
        decimal kept = 1 - ((discount ?? 0) / 100);
        decimal net = Arithmetic.Cents(lines.Sum(Net) * kept);
        TaxShare[] taxes =
        [
            .. lines
                .SelectMany(line => new[]
                {
                    (Name: line.Tax, Rate: line.TaxRate, Net: Net(line)),
                    (Name: line.SecondTax, Rate: line.SecondTaxRate, Net: Net(line)),
                })
                .Where(part => part.Rate is not null)
                .GroupBy(part => (part.Name, part.Rate))
                .Select(same => Share(same.Key.Rate!.Value, same.Sum(part => part.Net) * kept))
                .OrderByDescending(share => share.Rate),
        ];
        decimal tax = taxes.Where(share => share.Rate >= 0).Sum(share => share.Amount);
        decimal withheld = -taxes.Where(share => share.Rate < 0).Sum(share => share.Amount);
        return new InvoiceTotals(net, tax, net + tax - withheld)
        {
            Taxes = [.. taxes.Where(share => share.Rate >= 0)],
            Withholding = withheld,
            IsEstimate = true,
        };
    }

    private static TaxShare Share(decimal rate, decimal net) => new(rate, Arithmetic.Cents(net), Arithmetic.Cents(net * rate / 100));

    private static decimal Net(InvoiceLine line) => Arithmetic.Cents(Arithmetic.Gross(line));
}
