using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.Saft;

// Amounts of a document under one tax.
internal sealed class SaftTaxGroup
{
    public required SaftTax Tax { get; init; }

    public required decimal Base { get; init; }

    public required decimal Due { get; init; }

    /// <summary>
    /// One group for each tax of the lines. The sum is rounded once and the groups share it, so they always add up to it: each takes
    /// the increase of the rounded running sum.
    /// </summary>
    public static IReadOnlyList<SaftTaxGroup> Of(IReadOnlyList<SaftLine> lines)
    {
        var side = SaftTotals.Side(lines);
        var groups = new List<SaftTaxGroup>();
        var (exact, shared) = (0m, 0m);
        foreach (var group in lines.Where(l => l.Tax != null).GroupBy(l => l.Tax!.Key))
        {
            exact += side * group.Sum(l => l.IsDebit ? -l.TaxDue : l.TaxDue);
            var due = SaftText.Round(exact) - shared;
            shared += due;
            groups.Add(new SaftTaxGroup
            {
                Tax = group.First().Tax!,
                Base = SaftText.Round(side * group.Sum(l => l.IsDebit ? -l.TaxedAmount : l.TaxedAmount)),
                Due = due,
            });
        }

        return groups;
    }
}
