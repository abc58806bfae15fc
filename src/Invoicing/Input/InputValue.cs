using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>
/// Values as people and CSV files write them. PowerShell's own conversion reads "2,5" as 25 and "03/02/2026" as the 2nd of March
/// whatever the reader's culture: what can be read in two ways is refused here, and the same file means the same everywhere.
/// </summary>
internal static class InputValue
{
    private const NumberStyles PlainNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private static readonly string[] MomentForms =
        ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd' 'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd' 'HH:mm"];

    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd' 'HH:mm:ss", "yyyy/MM/dd"];

    /// <summary>Text without blanks around it; <c>null</c> for an empty cell.</summary>
    public static string? Text(object? value)
    {
        string text = Convert.ToString(Unwrap(value), CultureInfo.InvariantCulture)?.Trim() ?? "";
        return text.Length == 0 ? null : text;
    }

    public static decimal? Amount(object? value)
    {
        object? bare = Unwrap(value);
        if (bare is not string text)
        {
            return bare is null ? null : Convert.ToDecimal(bare, CultureInfo.InvariantCulture);
        }

        if (text.Trim().Length == 0)
        {
            return null;
        }

        return decimal.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : throw new FormatException($"'{text}' is no number as this module reads them: digits with a point before the decimals and nothing else, such as 1234.50.");
    }

    public static int? Count(object? value) => Amount(value) is not { } number ? null
        : number == decimal.Truncate(number) ? decimal.ToInt32(number)
        : throw new FormatException($"'{value}' is no whole number.");

    public static DateTime? Date(object? value)
    {
        object? bare = Unwrap(value);
        if (bare is null || (bare is string empty && empty.Trim().Length == 0))
        {
            return null;
        }

        return bare switch
        {
            DateTime date => date.Date,
            DateTimeOffset date => date.Date,
            _ => DateTime.TryParseExact(Text(bare), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
                ? date.Date
                : throw new FormatException($"'{bare}' is no date as this module reads them: year-month-day, such as 2026-03-31."),
        };
    }

    public static DateTime? Moment(object? value) => Unwrap(value) switch
    {
        null => null,
        DateTime moment => moment,
        DateTimeOffset moment => moment.DateTime,
        var bare when Text(bare) is null => null,
        var bare => DateTime.TryParseExact(Text(bare), MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime moment)
            ? moment
            : throw new FormatException($"'{bare}' is no point in time as this module reads them, such as 2026-03-31 14:30."),
    };

    public static bool? Flag(object? value) => Unwrap(value) is bool flag ? flag : Text(value)?.ToLowerInvariant() switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw new FormatException($"'{value}' is neither true nor false."),
    };

    public static object? Member(Type enumeration, object? value)
    {
        object? bare = Unwrap(value);
        if (bare is null || bare.GetType() == enumeration)
        {
            return bare;
        }

        if (Text(bare) is not { } text)
        {
            return null;
        }

        foreach (string name in Enum.GetNames(enumeration))
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
            {
                return Enum.Parse(enumeration, name);
            }
        }

        throw new FormatException($"'{text}' is none of {string.Join(", ", Enum.GetNames(enumeration))}.");
    }

    /// <summary>Texts by name; names are compared without regard to case.</summary>
    public static Dictionary<string, string> Texts(IDictionary? table)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table ?? new Hashtable())
        {
            texts[entry.Key.ToString()!] = Text(entry.Value) ?? "";
        }

        return texts;
    }

    public static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
