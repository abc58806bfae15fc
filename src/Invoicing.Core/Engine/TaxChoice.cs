using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Invoicing.Engine;

/// <summary>The taxes of an account that a name or a rate can mean. Where several fit, none is chosen: taxes with the same rate can belong to different regions.</summary>
internal static class TaxChoice
{
    /// <summary>Lists the taxes with a name; where it is a number and no name, those with that rate.</summary>
    public static IReadOnlyList<Tax> Find(IReadOnlyList<Tax> taxes, string? name, decimal? rate)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return WithRate(taxes, rate);
        }

        string asked = name!.Trim();
        Tax[] exact = [.. taxes.Where(tax => tax.Name == asked)];
        Tax[] named = exact.Length > 0 ? exact : [.. taxes.Where(tax => string.Equals(tax.Name, asked, StringComparison.OrdinalIgnoreCase))];
        return named.Length > 0 ? named : Rate(asked) is { } number ? WithRate(taxes, number) : [];
    }

    /// <summary>Lists the taxes with a rate. The default of the account is its own choice among equals.</summary>
    private static Tax[] WithRate(IEnumerable<Tax> taxes, decimal? rate)
    {
        Tax[] equal = [.. taxes.Where(tax => rate is not null && tax.Rate == rate)];
        return equal.Length > 1 && equal.Count(tax => tax.IsDefault == true) == 1 ? [equal.First(tax => tax.IsDefault == true)] : equal;
    }

    /// <summary>The complaint about a name or a rate that means no tax, or several.</summary>
    public static string Complaint(IReadOnlyList<Tax> taxes, IReadOnlyList<Tax> found, string? name, decimal? rate)
    {
        string asked = name?.Trim() ?? rate?.ToString("0.##", CultureInfo.InvariantCulture) ?? "(the default)";
        string names = string.Join(", ", (found.Count > 1 ? found : taxes).Select(Shown));
        return found.Count > 1
            ? $"'{asked}' fits {found.Count} taxes of the account, so say which of {names}"
            : $"the account has no tax '{asked}'; it has {names}";
    }

    /// <summary>Reads a rate such as 23 or 23%.</summary>
    public static decimal? Rate(string text)
    {
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        return decimal.TryParse(text.Trim().TrimEnd('%', ' '), Plain, CultureInfo.InvariantCulture, out decimal number) ? number : null;
    }

    private static string Shown(Tax tax)
    {
        string region = tax.Region is null ? "" : $" in {tax.Region}";
        return FormattableString.Invariant($"'{tax.Name}' ({tax.Rate:0.##} %{region}{(tax.Id is null ? "" : $", id {tax.Id}")})");
    }
}
