using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// Totals of a document. How the provider rounds is not known: lines to cents, less the discount, and each tax once over the lines that bear
/// it is ours [assumption].
/// </summary>
internal static class Totals
{
    public static InvoiceTotals Of(IList<InvoiceLine> lines, decimal? discount)
    {
        decimal kept = 1 - ((discount ?? 0) / 100);
        decimal net = Round(lines.Sum(Net) * kept);
        decimal tax = lines
            .SelectMany(line => new[]
            {
                (Name: line.Tax, Rate: line.TaxRate, Net: Net(line)),
                (Name: line.SecondTax, Rate: line.SecondTaxRate, Net: Net(line)),
            })
            .GroupBy(part => (part.Name, part.Rate))
            .Sum(same => Round(same.Sum(part => part.Net) * kept * (same.Key.Rate ?? 0) / 100));
        return new InvoiceTotals(net, tax, net + tax);
    }

    private static decimal Net(InvoiceLine line) => Round((line.Quantity ?? 0) * (line.UnitPrice ?? 0));

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
