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
            InvoiceLine line = lines[i];
            string place = lines.Count > 1 ? $"Line {i + 1} Tax" : "Tax";
            if (table.Find(line) is { } tax)
            {
                // The amounts of a document with a discount of its own are after that.
                if (invoice.GlobalDiscount is null or 0 && LineTaxes.Contradiction(line, tax, table._taxes) is { } contradiction)
                {
                    errors.Add(new FieldError(place, contradiction));
                    continue;
                }

                if (line.TaxId != tax.Id && line.HasExtra)
                {
                    // What an answer told of the tax before.
                    line.Extra.Remove("tax");
                }

                line.Tax = tax.Name;
                line.TaxRate = tax.Rate;
                line.TaxId = tax.Id;
            }
            else if (LineTaxes.Missing(line) is { } missing)
            {
                errors.Add(new FieldError(place, missing));
            }
            else
            {
                string asked = line.Tax ?? line.TaxRate?.ToString(CultureInfo.InvariantCulture) ?? "(the default)";
                errors.Add(new FieldError(place, $"the account has no tax '{asked}'; it has {table.Names}"));
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

    /// <summary>The tax of an article that was read with its identifier alone: the name is what an update sends.</summary>
    public static async Task ResolveAsync(ConnectorContext context, Item item, CancellationToken cancel)
    {
        if (item.TaxId is { } id && string.IsNullOrWhiteSpace(item.Tax))
        {
            TaxTable table = await LoadAsync(context, anew: false, cancel).ConfigureAwait(false);
            Tax tax = table._taxes.FirstOrDefault(one => one.Id == id) ?? throw InvoicingException.InvalidInput(
                $"item '{item.Name}'", [new FieldError(nameof(Item.Tax), $"the account has no tax with the identifier {id}; it has {table.Names}")]);
            item.Tax = tax.Name;
            item.TaxRate = tax.Rate;
        }
    }

    /// <summary>By identifier, by name, by rate where a number was given, or the default. Among equal rates the default and then the mainland's wins.</summary>
    private Tax? Find(InvoiceLine line)
    {
        if (LineTaxes.ById(line, _taxes) is { } known)
        {
            return known;
        }

        if (string.IsNullOrWhiteSpace(line.Tax))
        {
            return line.TaxRate is { } rate ? ByRate(rate)
                : LineTaxes.MayHaveDefault(line) ? _taxes.FirstOrDefault(tax => tax.IsDefault == true)
                : null;
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
