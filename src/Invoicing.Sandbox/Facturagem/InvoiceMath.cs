using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>
/// The ancestor's arithmetic: amounts that are sent do not count. [seen] The recargo, and a rate for each line, are added to it.
/// [assumption]
/// </summary>
internal static class InvoiceMath
{
    public static void Compute(Record invoice, bool hasLineTaxes)
    {
        foreach (var line in invoice.Lines)
        {
            line["total"] = Round(line.Number("amount") * line.Number("price"));
        }

        var sum = invoice.Lines.Sum(line => line.Number("total"));
        var discount = Share(sum, invoice.Number("discount_percent"));
        var taxBase = sum - discount;
        var iva = hasLineTaxes ? IvaOfLines(invoice, sum, taxBase) : Share(taxBase, invoice.Number("iva_percent"));
        var irpf = Share(taxBase, invoice.Number("irpf_percent"));
        var recargo = Share(taxBase, invoice.Number("recargo_percent"));

        invoice["discount"] = discount;
        invoice["tax_base"] = taxBase;
        invoice["iva"] = iva;
        invoice["irpf"] = irpf;
        invoice["recargo"] = recargo;
        invoice["total"] = taxBase - irpf + iva + recargo;
    }

    public static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private static decimal Share(decimal amount, decimal percent) => Round(amount * percent / 100);

    /// <summary>Each rate bears its part of the discount; a line without a rate has the invoice's.</summary>
    private static decimal IvaOfLines(Record invoice, decimal sum, decimal taxBase)
    {
        var byRate = new Dictionary<decimal, decimal>();
        foreach (var line in invoice.Lines)
        {
            var rate = line["iva_percent"] as decimal? ?? invoice.Number("iva_percent");
            byRate.TryGetValue(rate, out var before);
            byRate[rate] = before + line.Number("total");
        }

        return sum == 0 ? 0 : byRate.Sum(rate => Share(rate.Value * taxBase / sum, rate.Key));
    }
}
