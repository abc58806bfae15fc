using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Invoicing.Shared;

namespace Invoicing.Sandbox.Saft;

// Text form of every kind of value in the file.
internal static class SaftText
{
    internal const string Unknown = "Desconhecido";
    internal const string AnonymousTaxNumber = "999999990";

    // Letters that do not decompose into a base letter and an accent.
    private const string Strokes = "ĐđĦħıĿŀŁłŦŧ";
    private const string Plain = "DdHhiLlLlTt";

    public static string Date(DateTime value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Without zone and fraction, though the schema's type would tolerate both [official].
    public static string Time(DateTime value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Money(decimal value) => Round(value).ToString("0.00", CultureInfo.InvariantCulture);

    // Prices and line amounts: two decimals, and more where the value has more.
    public static string Amount(decimal value) => value.ToString("0.00##########################", CultureInfo.InvariantCulture);

    public static string Quantity(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    public static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    /// <summary>One line of at most <paramref name="max"/> characters that Windows-1252 and XML can carry.</summary>
    public static string Clean(string? text, int max)
    {
        // Characters beyond the first plane are a question mark each, and half ones must not reach Normalize, which throws.
        var whole = Regex.Replace(text ?? string.Empty, @"[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF\uFFFE\uFFFF]", "?");
        var line = new string(whole.Normalize(NormalizationForm.FormC).Select(Fold).ToArray()).Trim();
        return line.Length <= max ? line : line.Substring(0, max).TrimEnd();
    }

    private static char Fold(char c)
    {
        if (char.IsControl(c))
        {
            return ' ';
        }

        var stroke = Strokes.IndexOf(c);
        foreach (var candidate in new[] { c, stroke >= 0 ? Plain[stroke] : c.ToString().Normalize(NormalizationForm.FormD)[0] })
        {
            if (Windows1252Encoding.Has(candidate))
            {
                return candidate;
            }
        }

        return '?';
    }
}
