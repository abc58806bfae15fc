using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Invoicing.Commands;

/// <summary>Numbers in text: those of a culture strictly, else digits with a point, and nothing that can be read in two ways.</summary>
internal static class InputNumber
{
    private const NumberStyles PlainNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const string Currencies = "€$£¥₽₺";

    /// <summary>One to three digits, a point and three digits: 1.25 to some and 1250 to others.</summary>
    private static readonly Regex Ambiguous = new(@"^[+-]?[1-9][0-9]{0,2}\.[0-9]{3}$", RegexOptions.CultureInvariant);

    /// <exception cref="FormatException">It is no number, or can be read in two ways.</exception>
    public static decimal Read(string text, InputForm form)
    {
        string bare = text.Trim();
        if (form.IsPlain && Ambiguous.IsMatch(bare))
        {
            string whole = bare.Replace(".", "");
            string small = bare.TrimEnd('0').TrimEnd('.');
            throw new FormatException(
                $"'{bare}' can be read as {whole} and as {small}. Write {whole} or {(Ambiguous.IsMatch(small) ? small + '0' : small)}, or say -Culture.");
        }

        string plain = form.IsPlain ? bare : Plain(bare, form);
        return decimal.TryParse(plain, PlainNumber, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : throw new FormatException($"'{bare}' is not a number here. {Advice(bare, form)}");
    }

    /// <summary>The complaint about -UnitPrice 2,5, which PowerShell hands over as two numbers.</summary>
    public static FormatException TypedWithComma(IEnumerable list)
    {
        string[] parts = [.. list.Cast<object?>().Select(part => InputValue.Text(part) ?? "")];
        string joined = string.Join(",", parts);
        return new FormatException(parts.Length == 2 && parts.All(part => part.Length > 0 && part.All(char.IsDigit))
            ? $"'{joined}' is a list of two values to PowerShell. Write {parts[0]}.{parts[1]} with a point, or '{joined}' in quotes with -Culture pt-PT."
            : $"One number is needed here, not the list '{joined}'.");
    }

    /// <summary>The complaint about 0.10, which is 10 % in Excel and a tenth of a percent here.</summary>
    public static FormatException Fraction(object? value, decimal number) => new(FormattableString.Invariant(
        $"'{InputValue.Text(value)}' is less than one percent. Write {number * 100:0.####} if {number * 100:0.####} % is meant, or '{number:0.####}%' if it really is so little."));

    /// <summary>The number as the plain form has it; not a number where the separators are not in their places.</summary>
    private static string Plain(string text, InputForm form)
    {
        string body = text.TrimStart('+', '-');
        string sign = text.Substring(0, text.Length - body.Length);
        string[] halves = body.Split(form.DecimalSeparator);
        char? group = halves[0].FirstOrDefault(letter => form.GroupSeparators.IndexOf(letter) >= 0) is var found and not '\0' ? found : null;
        if (group is not { } separator)
        {
            return sign + string.Join(".", halves);
        }

        string[] groups = halves[0].Split(separator);
        bool inThrees = groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(part => part.Length == 3) && groups.All(part => part.All(letter => letter is >= '0' and <= '9'));
        return inThrees ? sign + string.Concat(groups) + string.Concat(halves.Skip(1).Select(half => "." + half)) : "?";
    }

    private static string Advice(string text, InputForm form)
    {
        if (!form.IsPlain)
        {
            string example = form.DecimalSeparator == ',' ? "1234,50 or 1.234,50" : "1234.50 or 1,234.50";
            return $"{form.Said}, numbers look like {example}.";
        }

        if (text.Any(char.IsDigit) && text.Any(letter => Currencies.IndexOf(letter) >= 0 || char.IsLetter(letter)))
        {
            return "Give the amount alone, without currency: 1234.50; a currency has a column of its own.";
        }

        return Regex.IsMatch(text, @"^[+-]?[0-9]+,[0-9]+$", RegexOptions.CultureInvariant)
            ? $"A point is meant before the decimals: {text.Replace(',', '.')}, or say -Culture pt-PT."
            : "Use digits with a point before the decimals and nothing else, such as 1234.50, or say -Culture.";
    }
}
