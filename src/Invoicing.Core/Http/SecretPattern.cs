using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Invoicing.Http;

/// <summary>
/// Finds a secret in a text. Each of its characters may be written plainly or escaped as in an address, in HTML, XML or JSON, also twice, and in
/// either case, since error pages quote what they were sent in the form of the day. The whole of it may be written as hexadecimal bytes.
/// </summary>
internal static class SecretPattern
{
    private const char FirstUnescaped = ' ';

    private static readonly Encoding Latin1 = Encoding.GetEncoding("iso-8859-1");

    /// <summary>Names of characters in HTML and XML.</summary>
    private static readonly Dictionary<string, string> Entities = new(StringComparer.Ordinal)
    {
        ["&"] = "amp",
        ["<"] = "lt",
        [">"] = "gt",
        ["\""] = "quot",
        ["'"] = "apos",
    };

    /// <summary>Makes the pattern. It holds the secret as text: it is for one search, and not to be kept.</summary>
    public static Regex Of(string secret)
    {
        var pattern = new StringBuilder();
        for (int at = 0; at < secret.Length;)
        {
            string letter = secret.Substring(at, char.IsSurrogatePair(secret, at) ? 2 : 1);
            pattern.Append("(?:").Append(string.Join("|", FormsOf(letter))).Append(')');
            at += letter.Length;
        }

        pattern.Append("|(?i:").Append(string.Join(@"(?:[ :,-]|\\x|0x)*", Encoding.UTF8.GetBytes(secret).Select(value => Hex(value, 2)))).Append(')');
        return new Regex(pattern.ToString(), RegexOptions.CultureInvariant);
    }

    /// <summary>The forms of a character and of its other case.</summary>
    private static IEnumerable<string> FormsOf(string letter) =>
        new[] { letter, letter.ToUpperInvariant(), letter.ToLowerInvariant() }.Distinct().SelectMany(FormsOfOne);

    /// <summary>Long forms come first: the plain character may be how one of them begins.</summary>
    private static IEnumerable<string> FormsOfOne(string letter)
    {
        int code = letter.Length == 2 ? char.ConvertToUtf32(letter, 0) : letter[0];
        yield return "(?i:" + string.Concat(Encoding.UTF8.GetBytes(letter).Select(value => "%(?:25)*" + Hex(value, 2))) + ")";
        yield return "(?i:" + string.Concat(letter.Select(half => @"\\{1,3}u" + Hex(half, 4))) + ")";
        yield return "(?i:&(?:amp;)*#(?:0*" + code.ToString(CultureInfo.InvariantCulture) + "|x0*" + Hex(code, 1) + ");)";
        if (Entities.TryGetValue(letter, out string? name))
        {
            yield return "&(?:amp;)*" + name + ";";
        }

        if (code > 0x7F)
        {
            // Heads of answers are Latin-1, where UTF-8 looks like this.
            yield return Regex.Escape(Latin1.GetString(Encoding.UTF8.GetBytes(letter)));
        }

        yield return letter switch
        {
            "\\" => @"\\\\|\\",
            "\"" or "/" => @"\\{0,3}" + letter,
            " " => "[ +]",
            _ when code < FirstUnescaped => @"\\{1,3}" + ShortForm(code) + "|" + Regex.Escape(letter),
            _ => Regex.Escape(letter),
        };
    }

    private static string ShortForm(int control) => control switch
    {
        '\b' => "b",
        '\t' => "t",
        '\n' => "n",
        '\f' => "f",
        '\r' => "r",
        _ => "u" + Hex(control, 4),
    };

    private static string Hex(int value, int digits) => value.ToString("x" + digits, CultureInfo.InvariantCulture);
}
