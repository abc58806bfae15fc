using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// The account's VAT types, read once a session. Rows name them by identifier; people know their names and rates.
/// </summary>
internal sealed class SimplBooksTaxTable
{
    private readonly IReadOnlyList<Tax> _taxes;

    private SimplBooksTaxTable(IReadOnlyList<Tax> taxes) => _taxes = taxes;

    /// <summary>Gives each line the identifier and the rate of its VAT type.</summary>
    /// <param name="context">The session.</param>
    /// <param name="what">The document of the lines, for the error.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="isPurchase">True for the lines of a purchase: each side of the books has VAT types of its own.</param>
    /// <param name="cancel">Stops the request.</param>
    public static async Task ResolveAsync(
        ConnectorContext context, string what, IReadOnlyList<InvoiceLine> lines, bool isPurchase, CancellationToken cancel)
    {
        if (lines.Count == 0)
        {
            return;
        }

        LineTaxes.DropOldRates(lines);
        string side = isPurchase ? "is_purchase" : "is_sales";
        SimplBooksTaxTable table = await LoadAsync(context, anew: false, cancel).ConfigureAwait(false);
        if (lines.Any(line => table.Find(line, side).Count == 0))
        {
            // It may have been added since.
            table = await LoadAsync(context, anew: true, cancel).ConfigureAwait(false);
        }

        var errors = new List<FieldError>();
        for (int i = 0; i < lines.Count; i++)
        {
            IReadOnlyList<Tax> found = table.Find(lines[i], side);
            string place = lines.Count > 1 ? $"Line {i + 1} Tax" : "Tax";
            if (found.Count == 1)
            {
                if (LineTaxes.Contradiction(lines[i], found[0], table._taxes) is { } contradiction)
                {
                    errors.Add(new FieldError(place, contradiction));
                    continue;
                }

                lines[i].TaxId = found[0].Id;
                lines[i].TaxRate = found[0].Rate;
            }
            else if (table._taxes.Count > 0)
            {
                errors.Add(new FieldError(place, LineTaxes.Missing(lines[i]) ?? table.Complaint(lines[i], found, side)));
            }
        }

        Complaints.Throw(what, errors);
    }

    private static Task<SimplBooksTaxTable> LoadAsync(ConnectorContext context, bool anew, CancellationToken cancel) =>
        context.Session.Cache.GetAsync(
        async () => new SimplBooksTaxTable(await new SimplBooksTaxes(context).List(new ListQuery()).ToListAsync(cancel).ConfigureAwait(false)), anew);

    /// <summary>By the identifier where name and rate say the same; else by these; for a new line without any, the only one that there is.</summary>
    private IReadOnlyList<Tax> Find(InvoiceLine line, string side)
    {
        if (LineTaxes.ById(line, _taxes) is { } known)
        {
            return [known];
        }

        if (string.IsNullOrWhiteSpace(line.Tax))
        {
            return line.TaxRate is { } rate ? ByRate(rate, side)
                : LineTaxes.MayHaveDefault(line) ? InUse(side)
                : [];
        }

        string asked = line.Tax!.Trim();
        Tax[] named = [.. InUse(side).Where(tax => string.Equals(tax.Name, asked, StringComparison.OrdinalIgnoreCase))];
        return named.Length > 0 ? named
            : decimal.TryParse(asked.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out decimal number) ? ByRate(number, side)
            : [];
    }

    private Tax[] ByRate(decimal rate, string side) => [.. InUse(side).Where(tax => tax.Rate == rate)];

    private Tax[] InUse(string side) => [.. _taxes.Where(tax => Says(tax, side) && Says(tax, "active"))];

    private static bool Says(Tax tax, string flag) => tax.Extra.TryGetValue(flag, out object? value)
        && Convert.ToString(value, CultureInfo.InvariantCulture) is { } text
        && (text == "1" || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase));

    private string Complaint(InvoiceLine line, IReadOnlyList<Tax> found, string side)
    {
        string asked = line.Tax ?? line.TaxRate?.ToString(CultureInfo.InvariantCulture) ?? "";
        string names = string.Join(", ", (found.Count > 0 ? found : InUse(side)).Select(tax => $"'{tax.Name}'"));
        return asked.Length == 0 ? $"is missing; the account has {names}"
            : found.Count > 1 ? $"'{asked}' is the rate of several VAT types: say which of {names}"
            : $"the account has no VAT type '{asked}'; it has {names}";
    }
}
