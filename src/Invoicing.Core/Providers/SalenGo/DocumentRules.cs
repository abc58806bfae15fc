using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>The rules for documents before they are sent, and the place of a withheld tax on their lines.</summary>
internal static class DocumentRules
{
    public static void Check(Invoice invoice) => new Complaints()
        .Add(CommonRules.Reference(invoice, SalenGoMaps.Default.Invoice))
        .Add(SalenGoRules.Of(invoice.Lines))
        .If(
            invoice.GlobalDiscount is not null && string.Equals(invoice.GlobalDiscountType, "absolute", StringComparison.OrdinalIgnoreCase),
            nameof(Invoice.GlobalDiscountType),
            "SalenGo has discounts in per cent alone")
        .Percent(nameof(Invoice.GlobalDiscount), invoice.GlobalDiscount, "must be from 0 to 100")
        .If(
            invoice.Sequence is not null || invoice.SequenceId is not null,
            invoice.Sequence is not null ? nameof(Invoice.Sequence) : nameof(Invoice.SequenceId),
            "SalenGo has no series")
        .If(invoice.CorrectedInvoiceId is not null, "For", "SalenGo has no documents that correct others")
        .Throw(CommonRules.Name(invoice));

    /// <summary>
    /// Two taxes a line suffice for a Spanish invoice: IVA, and IRPF below zero (docs/facts/salengo.md#invoices, assumption).
    /// </summary>
    public static void Withhold(Invoice invoice)
    {
        if (invoice.Withholding is not { } rate || rate == WithholdingOf(invoice.Lines))
        {
            return;
        }

        foreach (InvoiceLine line in invoice.Lines)
        {
            new Complaints()
                .If(
                    line.SecondTaxRate is > 0,
                    nameof(Invoice.Withholding),
                    $"the line '{line.Name}' has a second tax already, and SalenGo has two at most")
                .Throw(CommonRules.Name(invoice));
            line.SecondTax = rate == 0 ? "" : line.SecondTax is { Length: > 0 } name ? name : SalenGoVocabulary.Withholding;
            line.SecondTaxRate = -rate;
        }
    }

    public static decimal? WithholdingOf(IList<InvoiceLine> lines) =>
        lines.Count > 0 && lines[0].SecondTaxRate is < 0 and var rate && lines.All(line => line.SecondTaxRate == rate) ? -rate : null;
}
