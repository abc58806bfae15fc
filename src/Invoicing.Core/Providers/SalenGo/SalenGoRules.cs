using System.Collections.Generic;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>The checks before anything is sent.</summary>
internal static class SalenGoRules
{
    /// <summary>Refuses what lacks a name.</summary>
    public static void NeedName(string what, string? name) => new Complaints().Need("Name", name).Throw(what);

    /// <summary>Complaints about lines, which would change amounts if they were sent without what cannot be sent.</summary>
    public static Complaints Of(IList<InvoiceLine> lines) => new Complaints()
        .If(lines.Count == 0, "Line", "there is none")
        .Lines(lines, line => new Complaints()
            .Need(nameof(InvoiceLine.UnitPrice), line.UnitPrice)
            .If(line.Discount is not (null or 0), nameof(InvoiceLine.Discount), "SalenGo has discounts on whole documents alone: use -GlobalDiscount"));

    /// <summary>A rate of 0 without a name is how no tax looks.</summary>
    public static void TidyTaxes(IList<InvoiceLine> lines)
    {
        foreach (InvoiceLine line in lines)
        {
            line.TaxRate = line.Tax is null && line.TaxRate == 0 ? null : line.TaxRate;
            line.SecondTaxRate = line.SecondTax is null && line.SecondTaxRate == 0 ? null : line.SecondTaxRate;
        }
    }
}
