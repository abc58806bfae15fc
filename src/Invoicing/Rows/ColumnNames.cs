using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Commands;

/// <summary>Compares names of columns as people write them.</summary>
internal static class ColumnNames
{
    /// <summary>Short forms that people use for the names of parameters.</summary>
    private static readonly Dictionary<string, string[]> ShortForms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["qty"] = ["Quantity"],
        ["quant"] = ["Quantity"],
        ["qtd"] = ["Quantity"],
        ["amt"] = ["Amount"],
        ["desc"] = ["Description"],
        ["descr"] = ["Description"],
        ["ref"] = ["Reference"],
        ["disc"] = ["Discount"],
        ["vat"] = ["Tax", "TaxNumber"],
        ["vatrate"] = ["Tax", "TaxRate"],
        ["vatno"] = ["TaxNumber", "ClientTaxNumber"],
        ["taxno"] = ["TaxNumber", "ClientTaxNumber"],
        ["taxid"] = ["TaxNumber", "ClientTaxNumber"],
        ["unitcost"] = ["UnitPrice"],
        ["tel"] = ["Phone"],
        ["telephone"] = ["Phone"],
        ["mobile"] = ["Phone"],
        ["zip"] = ["PostalCode"],
        ["zipcode"] = ["PostalCode"],
        ["postcode"] = ["PostalCode"],
        ["addr"] = ["Address"],
        ["curr"] = ["Currency"],
        ["due"] = ["DueDate"],
        ["duedt"] = ["DueDate"],
        ["customer"] = ["Client", "ClientName"],
        ["customername"] = ["ClientName"],
        ["customercode"] = ["ClientCode"],
        ["comment"] = ["Notes"],
        ["comments"] = ["Notes"],
        ["remarks"] = ["Notes"],
        ["mail"] = ["Email", "To"],
    };

    /// <summary>A name without what people put into it: capitals, blanks, hyphens, underscores and points.</summary>
    public static string Plain(string name) => new([.. name.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('_' or '-' or '.')).Select(char.ToLowerInvariant)]);

    /// <summary>The name that a column was probably meant to have; <c>null</c> if it looks like none of them.</summary>
    public static string? Nearest(string column, IEnumerable<string> names)
    {
        string plain = Plain(column);
        string[] all = [.. names];
        return all.FirstOrDefault(name => Plain(name) == plain)
            ?? (ShortForms.TryGetValue(plain, out string[]? meant) ? meant.FirstOrDefault(name => all.Contains(name, StringComparer.OrdinalIgnoreCase)) : null)
            ?? all.FirstOrDefault(name => IsMisspelt(plain, Plain(name)));
    }

    /// <summary>True if one name is the other with a slip of the finger or two. Name2 is a second name, and Rate is not Date.</summary>
    private static bool IsMisspelt(string column, string name)
    {
        int longest = Math.Max(column.Length, name.Length);
        int allowed = longest >= 8 ? 2 : longest >= 4 ? 1 : 0;
        return allowed > 0 && column.Length > 0 && column[0] == name[0] && !char.IsDigit(column[column.Length - 1])
            && Math.Abs(column.Length - name.Length) <= allowed && Distance(column, name) <= allowed;
    }

    /// <summary>The Damerau-Levenshtein distance: letters changed, left out, put in, or two swapped.</summary>
    private static int Distance(string one, string other)
    {
        int[,] cost = new int[one.Length + 1, other.Length + 1];
        for (int i = 0; i <= one.Length; i++)
        {
            for (int j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                int change = one[i - 1] == other[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j] + 1, cost[i, j - 1] + 1), cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[one.Length, other.Length];
    }
}
