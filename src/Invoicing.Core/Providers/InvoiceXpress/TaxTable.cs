using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// The account's taxes, read once a session. A tax name that the account does not have would be replaced by the default tax without a word
/// (docs/facts/invoicexpress.md#side-effects), so names are looked up before a document is sent.
/// </summary>
internal sealed class TaxTable
{
    private readonly IReadOnlyList<Tax> _taxes;

    private TaxTable(IReadOnlyList<Tax> taxes) => _taxes = taxes;

    private string Names => string.Join(", ", _taxes.Select(tax => tax.Name));

    /// <summary>Gives each line the exact name and the rate of its tax.</summary>
    public static async Task ResolveAsync(ConnectorContext context, Invoice invoice, CancellationToken cancel)
    {
        IList<InvoiceLine> lines = invoice.Lines;
        TaxTable table = await LoadAsync(context, anew: false, cancel).ConfigureAwait(false);
        if (lines.Any(line => table.Find(line) is null))
        {
            // It may have been added since.
            table = await LoadAsync(context, anew: true, cancel).ConfigureAwait(false);
        }

        var errors = new List<FieldError>();
        for (int i = 0; i < lines.Count; i++)
        {
            if (table.Find(lines[i]) is { } tax)
            {
                lines[i].Tax = tax.Name;
                lines[i].TaxRate = tax.Rate;
            }
            else
            {
                string asked = lines[i].Tax ?? lines[i].TaxRate?.ToString(CultureInfo.InvariantCulture) ?? "(the default)";
                errors.Add(new FieldError(lines.Count > 1 ? $"Line {i + 1} Tax" : "Tax", $"the account has no tax '{asked}'; it has {table.Names}"));
            }
        }

        Rules.Throw(Rules.Name(invoice), errors);
    }

    private static Task<TaxTable> LoadAsync(ConnectorContext context, bool anew, CancellationToken cancel) =>
        context.Session.Cache.GetAsync(
            async () => new TaxTable(await context.Api.SendAsync(
                Operations.ListTaxes.Request(),
                reader => Envelope.ReadPage(reader, Maps.Tax, context.Own).Items,
                cancel).ConfigureAwait(false)),
            anew);

    /// <summary>By name, by rate where a number was given, or the default. Among equal rates the default and then the mainland's wins.</summary>
    private Tax? Find(InvoiceLine line)
    {
        if (string.IsNullOrWhiteSpace(line.Tax))
        {
            return line.TaxRate is { } rate ? ByRate(rate) : _taxes.FirstOrDefault(tax => tax.IsDefault == true);
        }

        string asked = line.Tax!.Trim();
        return _taxes.FirstOrDefault(tax => tax.Name == asked)
            ?? _taxes.FirstOrDefault(tax => string.Equals(tax.Name, asked, StringComparison.OrdinalIgnoreCase))
            ?? (decimal.TryParse(asked.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? ByRate(number) : null);
    }

    private Tax? ByRate(decimal rate) => _taxes
        .Where(tax => tax.Rate == rate)
        .OrderByDescending(tax => tax.IsDefault == true)
        .ThenByDescending(tax => tax.Region == "PT")
        .FirstOrDefault();
}
