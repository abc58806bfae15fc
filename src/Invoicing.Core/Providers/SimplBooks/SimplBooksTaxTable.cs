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
internal static class SimplBooksTaxTable
{
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
        AccountTaxes taxes = await AccountTaxes.GetAsync(
            context,
            async () => await new SimplBooksTaxes(context).List(new ListQuery()).ToListAsync(cancel).ConfigureAwait(false),
            all => lines.All(line => Find(line, all, side).Count > 0)).ConfigureAwait(false);
        taxes.Enter(
            what,
            lines,
            line => Find(line, taxes.All, side),
            (line, found) => taxes.All.Count == 0 ? null : LineTaxes.Missing(line) ?? Complaint(line, found, InUse(taxes.All, side)),
            comparesAmounts: true,
            (line, tax) => (line.TaxId, line.TaxRate) = (tax.Id, tax.Rate));
    }

    /// <summary>By the identifier where name and rate say the same; else by these; for a new line without any, the only one that there is.</summary>
    private static IReadOnlyList<Tax> Find(InvoiceLine line, IReadOnlyList<Tax> taxes, string side)
    {
        if (LineTaxes.ById(line, taxes) is { } known)
        {
            return [known];
        }

        Tax[] inUse = InUse(taxes, side);
        if (string.IsNullOrWhiteSpace(line.Tax))
        {
            return line.TaxRate is { } rate ? ByRate(rate) : LineTaxes.MayHaveDefault(line) ? inUse : [];
        }

        string asked = line.Tax!.Trim();
        Tax[] named = [.. inUse.Where(tax => string.Equals(tax.Name, asked, StringComparison.OrdinalIgnoreCase))];
        return named.Length > 0 ? named
            : decimal.TryParse(asked.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? ByRate(number)
            : [];

        Tax[] ByRate(decimal rate) => [.. inUse.Where(tax => tax.Rate == rate)];
    }

    private static Tax[] InUse(IReadOnlyList<Tax> taxes, string side) => [.. taxes.Where(tax => Says(tax, side) && Says(tax, "active"))];

    private static bool Says(Tax tax, string flag) => tax.Extra.TryGetValue(flag, out object? value)
        && Convert.ToString(value, CultureInfo.InvariantCulture) is { } text
        && (text == "1" || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase));

    private static string Complaint(InvoiceLine line, IReadOnlyList<Tax> found, IReadOnlyList<Tax> inUse)
    {
        string asked = line.Tax ?? line.TaxRate?.ToString(CultureInfo.InvariantCulture) ?? "";
        string names = string.Join(", ", (found.Count > 0 ? found : inUse).Select(tax => $"'{tax.Name}'"));
        return asked.Length == 0 ? $"is missing; the account has {names}"
            : found.Count > 1 ? $"'{asked}' is the rate of several VAT types: say which of {names}"
            : $"the account has no VAT type '{asked}'; it has {names}";
    }
}
