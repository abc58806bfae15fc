using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>The rules for documents before they are sent, and the place of a withheld tax on their lines.</summary>
internal static class DocumentRules
{
    /// <summary>Such as <c>Invoice 'ENC-118'</c>: what a person with a file of many rows looks for.</summary>
    public static string Name(Invoice invoice) => invoice.Reference is null ? invoice.Type.ToString() : $"{invoice.Type} '{invoice.Reference}'";

    public static void Check(Invoice invoice)
    {
        List<FieldError> errors = [.. CommonRules.Reference(invoice, SalenGoMaps.Default.Invoice), .. SalenGoRules.Complaints(invoice.Lines)];
        if (invoice.GlobalDiscount is not null && string.Equals(invoice.GlobalDiscountType, "absolute", StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(new FieldError(nameof(Invoice.GlobalDiscountType), "SalenGo has discounts in per cent alone"));
        }

        if (invoice.GlobalDiscount is < 0 or > 100)
        {
            errors.Add(new FieldError(nameof(Invoice.GlobalDiscount), "must be from 0 to 100"));
        }

        if (invoice.Sequence is not null || invoice.SequenceId is not null)
        {
            errors.Add(new FieldError(invoice.Sequence is not null ? nameof(Invoice.Sequence) : nameof(Invoice.SequenceId), "SalenGo has no series"));
        }

        if (invoice.CorrectedInvoiceId is not null)
        {
            errors.Add(new FieldError("For", "SalenGo has no documents that correct others"));
        }

        SalenGoRules.Throw(Name(invoice), errors);
    }

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
            if (line.SecondTaxRate is > 0)
            {
                throw InvoicingException.InvalidInput(
                    Name(invoice),
                    [new FieldError(nameof(Invoice.Withholding), $"the line '{line.Name}' has a second tax already, and SalenGo has two at most")]);
            }

            line.SecondTax = rate == 0 ? "" : line.SecondTax is { Length: > 0 } name ? name : SalenGoVocabulary.Withholding;
            line.SecondTaxRate = -rate;
        }
    }

    public static decimal? WithholdingOf(IList<InvoiceLine> lines) =>
        lines.Count > 0 && lines[0].SecondTaxRate is < 0 and var rate && lines.All(line => line.SecondTaxRate == rate) ? -rate : null;
}
