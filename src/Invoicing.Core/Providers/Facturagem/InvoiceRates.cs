using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Engine;

namespace Invoicing.Providers.Facturagem;

/// <summary>The model has a rate on each line, the provider one on the invoice (docs/facts/facturagem.md#invoices, seen).</summary>
internal static class InvoiceRates
{
    /// <summary>A number, with a percent sign or a short name before it: 21, 21%, IVA21, IVA 5.2.</summary>
    private static readonly Regex RateForm = new(@"^(\p{L}{0,12})\s*(\d{1,3}(?:\.\d+)?)\s*%?$", RegexOptions.CultureInvariant);

    /// <summary>Names of value-added tax. The provider's one rate is that of this tax.</summary>
    private static readonly HashSet<string> ValueAdded = new(StringComparer.OrdinalIgnoreCase)
        { "", "IVA", "VAT", "TVA", "KM", "MWST", "UST", "BTW", "MOMS", "ALV", "PVM", "PVN", "DPH", "PTU", "GST", "TAX" };

    /// <summary>Spanish taxes that are no value-added tax of the mainland, and what to use for them.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["IGIC"] = "the tax of the Canary Islands, which the provider has no field for",
        ["IPSI"] = "the tax of Ceuta and Melilla, which the provider has no field for",
        ["IRPF"] = "a withholding: use -Withholding",
        ["RE"] = "a surcharge: use -Surcharge",
        ["RECARGO"] = "a surcharge: use -Surcharge",
    };

    /// <summary>Surcharges of equivalence by rate (docs/facts/facturagem.md#invoices).</summary>
    private static readonly Dictionary<decimal, decimal> Surcharges = new() { [21m] = 5.2m, [10m] = 1.4m, [4m] = 0.5m };

    /// <summary>Gives each line its rate, and the invoice the one that all of them have.</summary>
    public static void Spread(Invoice invoice, decimal? otherwise = null)
    {
        var errors = new List<FieldError>();
        foreach (InvoiceLine line in invoice.Lines)
        {
            line.DropOldRates();
            if (invoice is { TaxRate: { } wanted, AsRead: { } read } && wanted != read.TaxRate && line is { IsRead: true, IsTaxChanged: false } && line.Tax is null)
            {
                // The rate of the whole invoice was changed, and it holds for the lines that were read with it.
                line.TaxRate = wanted;
            }

            if (otherwise is not null && line is { IsRead: true, TaxRate: null } && string.IsNullOrWhiteSpace(line.Tax) && invoice.TaxRate is null)
            {
                errors.Add(new FieldError(nameof(InvoiceLine.TaxRate), FormattableString.Invariant(
                    $"of '{line.Name ?? line.Description}' is missing: the line was read and its answer told no tax; give one, since the default of {otherwise:0.##} could be another")));
                continue;
            }

            if (line.TaxRate is { } said && RateForm.Match((line.Tax ?? "").Trim()) is { Success: true } form)
            {
                if (Others.ContainsKey(form.Groups[1].Value))
                {
                    Parse(line.Tax!.Trim(), errors);
                }
                else if (decimal.Parse(form.Groups[2].Value, CultureInfo.InvariantCulture) != said)
                {
                    errors.Add(new FieldError(nameof(InvoiceLine.Tax), FormattableString.Invariant(
                        $"says '{line.Tax}' and the rate {said:0.##}: give one of them, or both alike")));
                }
            }

            line.TaxRate ??= string.IsNullOrWhiteSpace(line.Tax) ? invoice.TaxRate ?? otherwise : Parse(line.Tax!.Trim(), errors);
        }

        if (errors.Count > 0)
        {
            throw InvoicingException.InvalidInput(FacturagemRules.Name(invoice), errors);
        }

        decimal?[] rates = [.. invoice.Lines.Select(line => line.TaxRate).Distinct()];
        invoice.TaxRate = rates.Length == 1 ? rates[0] ?? invoice.TaxRate : invoice.TaxRate ?? otherwise;
    }

    /// <summary>Warns of a surcharge that does not belong to the rate of the tax.</summary>
    public static void WarnOfSurcharge(ConnectorContext context, Invoice invoice)
    {
        if (invoice.Surcharge is { } surcharge and not 0 && invoice.TaxRate is { } rate && !(Surcharges.TryGetValue(rate, out decimal own) && own == surcharge))
        {
            string pairs = string.Join(", ", Surcharges.Select(pair => FormattableString.Invariant($"{pair.Key:0.##}/{pair.Value:0.##}")));
            context.Api.Observer?.OnWarning(FormattableString.Invariant(
                $"{FacturagemRules.Name(invoice)}: a surcharge of {surcharge:0.##} % does not belong to a tax of {rate:0.##} %. Tax and surcharge go together as {pairs}."));
        }
    }

    private static decimal? Parse(string tax, List<FieldError> errors)
    {
        if (RateForm.Match(tax) is { Success: true } match)
        {
            string name = match.Groups[1].Value;
            if (ValueAdded.Contains(name))
            {
                return decimal.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            }

            string what = Others.TryGetValue(name, out string? known) ? $"is {known}" : "is not known to be a value-added tax";
            errors.Add(new FieldError("Tax", $"'{tax}' {what}. The provider's tax is VAT: give its rate, such as 21 or IVA21"));
            return null;
        }

        errors.Add(new FieldError("Tax", $"'{tax}' is no rate, and the provider has no names of taxes: give a rate such as 21"));
        return null;
    }
}
