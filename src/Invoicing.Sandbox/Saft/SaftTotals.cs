using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.Saft;

// The totals of a document, in euro, none of them negative; withholding is not part of them [official].
internal sealed class SaftTotals
{
    public required decimal NetTotal { get; init; }

    public required decimal TaxPayable { get; init; }

    public required decimal GrossTotal { get; init; }

    /// <summary>The totals that follow from lines: rounded once each, so gross is net and tax to the cent.</summary>
    public static SaftTotals Of(IReadOnlyList<SaftLine> lines)
    {
        var net = SaftText.Round(Math.Abs(lines.Sum(Signed)));
        var tax = SaftTaxGroup.Of(lines).Sum(g => g.Due);
        if (tax < 0)
        {
            throw new InvalidOperationException("The lines have net amount and tax on different sides, which no document can say.");
        }

        return new SaftTotals { NetTotal = net, TaxPayable = tax, GrossTotal = net + tax };
    }

    /// <summary>1 for a document that is a sale as a whole, -1 for one that gives back.</summary>
    internal static int Side(IReadOnlyList<SaftLine> lines)
    {
        var net = lines.Sum(Signed);
        return net < 0 || (net == 0 && lines.All(l => l.IsDebit)) ? -1 : 1;
    }

    private static decimal Signed(SaftLine line) => line.IsDebit ? -line.Amount : line.Amount;
}
