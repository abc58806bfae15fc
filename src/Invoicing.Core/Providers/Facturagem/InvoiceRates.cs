using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Invoicing.Providers.Facturagem;

/// <summary>The model has a rate on each line, the provider one on the invoice (docs/facts/facturagem.md#invoices, seen).</summary>
internal static class InvoiceRates
{
    /// <summary>A number, with a percent sign or a short name before it: 21, 21%, IVA21, IVA 5.2.</summary>
    private static readonly Regex RateForm = new(@"^\p{L}{0,12}\s*(\d{1,3}(?:\.\d+)?)\s*%?$", RegexOptions.CultureInvariant);

    /// <summary>Gives each line its rate, and the invoice the one that all of them have.</summary>
    public static void Spread(Invoice invoice, decimal? otherwise = null)
    {
        var errors = new List<FieldError>();
        foreach (InvoiceLine line in invoice.Lines)
        {
            if (otherwise is not null && line is { IsRead: true, TaxRate: null } && string.IsNullOrWhiteSpace(line.Tax) && invoice.TaxRate is null)
            {
                errors.Add(new FieldError(nameof(InvoiceLine.TaxRate), FormattableString.Invariant(
                    $"of '{line.Name ?? line.Description}' is missing: the line was read and its answer told no tax; give one, since the default of {otherwise:0.##} could be another")));
                continue;
            }

            line.TaxRate ??= string.IsNullOrWhiteSpace(line.Tax) ? invoice.TaxRate ?? otherwise : Parse(line.Tax!.Trim(), errors);
        }

        if (errors.Count > 0)
        {
            throw InvoicingException.InvalidInput(Rules.Name(invoice), errors);
        }

        decimal?[] rates = [.. invoice.Lines.Select(line => line.TaxRate).Distinct()];
        invoice.TaxRate = rates.Length == 1 ? rates[0] ?? invoice.TaxRate : invoice.TaxRate ?? otherwise;
    }

    private static decimal? Parse(string tax, List<FieldError> errors)
    {
        if (RateForm.Match(tax) is { Success: true } match)
        {
            return decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        }

        errors.Add(new FieldError("Tax", $"'{tax}' is no rate, and the provider has no names of taxes: give a rate such as 21"));
        return null;
    }
}
