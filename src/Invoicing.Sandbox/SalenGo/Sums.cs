using System;
using System.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>
/// The sums of a document: net lines less the discount, and each tax rounded once over all lines that bear it. The provider's
/// own way of rounding is not known. [assumption]
/// </summary>
internal static class Sums
{
    private static readonly string[] Taxes = { "tax1", "tax2" };

    /// <summary>A line before tax and discount. [inferred]</summary>
    public static decimal Line(Record line) => Round(line.Number("unit_cost") * line.Number("quantity"));

    public static decimal Total(Record document)
    {
        var lines = document.Rows(Names.Lines);
        var factor = 1 - (document.Number("discount") / 100);
        var taxes = lines
            .SelectMany(line => Taxes.Select(tax =>
                (Name: line.Text(tax + "_name"), Percent: line.Number(tax + "_percent"), Base: Line(line) * factor)))
            .GroupBy(tax => (tax.Name, tax.Percent))
            .Sum(tax => Round(tax.Sum(part => part.Base) * tax.Key.Percent / 100));
        return Round(lines.Sum(Line) * factor) + taxes;
    }

    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
