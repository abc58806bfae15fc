using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Invoicing;

/// <summary>
/// Tax numbers of companies and persons: Portugal, Spain and Estonia by their check digits, the other countries of the European Union by the form
/// of their VAT numbers. See docs/rows.md#tax-numbers.
/// </summary>
public static class TaxNumbers
{
    private const string Portugal = "PT";
    private const string Spain = "ES";
    private const string Estonia = "EE";

    /// <summary>Forms of VAT numbers behind the prefix of the country.</summary>
    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["AT"] = "U[0-9]{8}",
        ["BE"] = "[01][0-9]{9}",
        ["BG"] = "[0-9]{9,10}",
        ["CY"] = "[0-9]{8}[A-Z]",
        ["CZ"] = "[0-9]{8,10}",
        ["DE"] = "[0-9]{9}",
        ["DK"] = "[0-9]{8}",
        ["EE"] = "[0-9]{9}",
        ["EL"] = "[0-9]{9}",
        ["ES"] = "[0-9A-Z][0-9]{7}[0-9A-Z]",
        ["FI"] = "[0-9]{8}",
        ["FR"] = "[0-9A-Z]{2}[0-9]{9}",
        ["HR"] = "[0-9]{11}",
        ["HU"] = "[0-9]{8}",
        ["IE"] = "[0-9][0-9A-Z+*][0-9]{5}[A-Z]{1,2}",
        ["IT"] = "[0-9]{11}",
        ["LT"] = "[0-9]{9}([0-9]{3})?",
        ["LU"] = "[0-9]{8}",
        ["LV"] = "[0-9]{11}",
        ["MT"] = "[0-9]{8}",
        ["NL"] = "[0-9]{9}B[0-9]{2}",
        ["PL"] = "[0-9]{10}",
        ["PT"] = "[0-9]{9}",
        ["RO"] = "[0-9]{2,10}",
        ["SE"] = "[0-9]{12}",
        ["SI"] = "[0-9]{8}",
        ["SK"] = "[0-9]{10}",
        ["XI"] = "[0-9]{9}([0-9]{3})?",
    };

    /// <summary>Tells whether a text can be a tax number of any country: at least five digits, no blank between letters.</summary>
    /// <param name="text">The text.</param>
    /// <returns><c>true</c> if it can.</returns>
    public static bool IsLike(string text) => TaxNumberText.IsLike(text);

    /// <summary>Takes blanks out of a number and, where its country is known, points and hyphens and the prefix of Portugal and Spain, whose own numbers have none.</summary>
    /// <param name="number">The number as it is written.</param>
    /// <param name="country">Name or code of the country, where it is known.</param>
    /// <returns>The number as it is kept.</returns>
    public static string Clean(string number, string? country = null)
    {
        string bare = Bare(number);
        if (CountryOf(bare, country) is not { } code || !Forms.ContainsKey(code))
        {
            // Of a country without a rule it is not known which signs belong to the number.
            return new string([.. number.Where(letter => !char.IsWhiteSpace(letter))]);
        }

        return PrefixOf(bare) is { } prefix and (Portugal or Spain) && Body(bare, prefix).Length == 9 ? Body(bare, prefix) : bare;
    }

    /// <summary>Checks a number by the rules of the country that is said, else of its prefix.</summary>
    /// <param name="number">The number, cleaned or not.</param>
    /// <param name="country">Name or code of the country, where it is known.</param>
    /// <returns><c>true</c> if it can be right, <c>false</c> if it cannot, <c>null</c> if no rule says.</returns>
    public static bool? IsValid(string number, string? country = null)
    {
        string bare = Bare(number);
        if (CountryOf(bare, country) is not { } code || !Forms.TryGetValue(code, out string? form))
        {
            return null;
        }

        string body = PrefixOf(bare) == code ? Body(bare, code) : bare;
        return code switch
        {
            Portugal => Nif.IsValid(body),
            Spain => IsSpanish(body),
            Estonia => IsEstonian(body),
            _ => Regex.IsMatch(body, $"^({form})$", RegexOptions.CultureInvariant),
        };
    }

    /// <summary>The country whose rules hold for a number: its prefix says another country than the address does only for a VAT number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="country">Name or code of the country, where it is known.</param>
    /// <returns>The two-letter prefix, which for Greece is EL; <c>null</c> where nothing says.</returns>
    public static string? CountryOf(string number, string? country = null) =>
        PrefixOf(Bare(number)) ?? (country is null ? null : Prefix(Countries.ToCode(country.Trim())));

    private static string? Prefix(string? code) => code == "GR" ? "EL" : code;

    private static string Bare(string number) => new([.. number.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('.' or '-' or '/')).Select(char.ToUpperInvariant)]);

    private static string Body(string bare, string prefix) => bare.Substring(prefix.Length);

    /// <summary>Two letters that are the prefix of a country, with a number behind them that has its form or is all digits.</summary>
    private static string? PrefixOf(string bare) =>
        bare.Length > 4 && Forms.TryGetValue(bare.Substring(0, 2), out string? form)
        && (Regex.IsMatch(bare.Substring(2), $"^({form})$", RegexOptions.CultureInvariant) || bare.Skip(2).All(char.IsDigit))
            ? bare.Substring(0, 2)
            : null;

    /// <summary>NIF of persons, NIE of foreigners, and CIF of companies, each by its check letter or digit.</summary>
    private static bool IsSpanish(string number)
    {
        const string Letters = "TRWAGMYFPDXBNJZSQVHLCKE";
        if (Regex.IsMatch(number, "^[0-9]{8}[A-Z]$") || Regex.IsMatch(number, "^[XYZKLM][0-9]{7}[A-Z]$"))
        {
            string digits = number[0] switch { 'X' => "0", 'Y' => "1", 'Z' => "2", 'K' or 'L' or 'M' => "", var digit => $"{digit}" } + number.Substring(1, 7);
            return Letters[int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) % Letters.Length] == number[8];
        }

        if (!Regex.IsMatch(number, "^[ABCDEFGHJNPQRSUVW][0-9]{7}[0-9A-J]$"))
        {
            return false;
        }

        int sum = 0;
        for (int i = 1; i <= 7; i++)
        {
            int digit = number[i] - '0';
            int weighted = i % 2 == 1 ? digit * 2 : digit;
            sum += (weighted / 10) + (weighted % 10);
        }

        int check = (10 - (sum % 10)) % 10;
        bool byDigit = number[8] == (char)('0' + check);
        bool byLetter = number[8] == "JABCDEFGHI"[check];
        return "PQRSNW".IndexOf(number[0]) >= 0 ? byLetter : "ABEH".IndexOf(number[0]) >= 0 ? byDigit : byDigit || byLetter;
    }

    /// <summary>The VAT number (nine digits), the registry code (eight) or the personal code (eleven).</summary>
    private static bool IsEstonian(string number) => number.All(letter => letter is >= '0' and <= '9') && number.Length switch
    {
        9 => (10 - (Weighted(number, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10 == number[8] - '0',
        8 => Modulo11(number, [1, 2, 3, 4, 5, 6, 7], [3, 4, 5, 6, 7, 8, 9]) == number[7] - '0',
        11 => Modulo11(number, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1], [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) == number[10] - '0',
        _ => false,
    };

    private static int Modulo11(string number, int[] first, int[] second)
    {
        int check = Weighted(number, first) % 11;
        return check < 10 ? check : Weighted(number, second) % 11 % 10;
    }

    private static int Weighted(string number, int[] weights) => weights.Select((weight, place) => weight * (number[place] - '0')).Sum();
}
