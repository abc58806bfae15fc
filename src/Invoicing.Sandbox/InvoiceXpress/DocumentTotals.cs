using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>
/// The sums of a document, in euro. The total is rounded once, over all lines with their tax [seen]; the tax is what remains of it beside
/// the net sum, so that the three always add up [inferred].
/// </summary>
internal sealed class DocumentTotals
{
    public static readonly DocumentTotals Zero = new(0, 0, 0, 1);

    private DocumentTotals(decimal sum, decimal beforeTaxes, decimal total, decimal factor)
    {
        Sum = sum;
        BeforeTaxes = beforeTaxes;
        Total = total;
        Factor = factor;
    }

    /// <summary>Before all discounts. [inferred]</summary>
    public decimal Sum { get; }

    public decimal Discount => Sum - BeforeTaxes;

    public decimal BeforeTaxes { get; }

    public decimal Taxes => Total - BeforeTaxes;

    public decimal Total { get; }

    /// <summary>Share of each line that remains after the global discount.</summary>
    public decimal Factor { get; }

    public static DocumentTotals Of(IReadOnlyList<LineRecord> lines, GlobalDiscount? discount)
    {
        var factor = discount?.FactorFor(lines.Sum(line => line.Subtotal)) ?? 1;
        return new DocumentTotals(
            Round(lines.Sum(line => line.Gross)),
            Round(lines.Sum(line => line.Subtotal) * factor),
            Round(lines.Sum(line => line.Total) * factor),
            factor);
    }

    /// <summary>Sums that were given, with the share of each line that remains.</summary>
    public static DocumentTotals Known(decimal sum, decimal net, decimal total, decimal factor) => new(sum, net, total, factor);

    /// <summary>The sums of a receipt, which has no lines.</summary>
    public static DocumentTotals OfPayment(decimal amount) => new(amount, amount, amount, 1);

    /// <summary>Half a cent goes up; the provider's way is not known. [inferred]</summary>
    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
