using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>
/// Values as people and CSV files write them. PowerShell's own conversion reads "2,5" as 25 and "03/02/2026" as the 2nd of March
/// whatever the reader's culture: what can be read in two ways is refused here, and the same file means the same everywhere.
/// </summary>
internal static class InputValue
{
    /// <summary>Text without blanks around it; <c>null</c> for an empty cell.</summary>
    public static string? Text(object? value)
    {
        string text = Convert.ToString(Unwrap(value), CultureInfo.InvariantCulture)?.Trim() ?? "";
        return text.Length == 0 ? null : text;
    }

    /// <summary>A number. A list is what PowerShell makes of a number with a comma.</summary>
    public static decimal? Amount(object? value, InputForm? form = null) => Bare(value) switch
    {
        null => null,
        string text => InputNumber.Read(text, form ?? InputForm.Plain),
        IEnumerable list and not IDictionary => throw InputNumber.TypedWithComma(list),
        var number => Convert.ToDecimal(number, CultureInfo.InvariantCulture),
    };

    /// <summary>A rate or a discount in percent. A number below 1 is probably a fraction that Excel shows as a percentage.</summary>
    public static decimal? Percent(object? value, InputForm? form = null)
    {
        if (Bare(value) is string text && text.TrimEnd().EndsWith("%", StringComparison.Ordinal))
        {
            return Amount(text.TrimEnd().TrimEnd('%').TrimEnd(), form);
        }

        return Amount(value, form) is not { } number ? null
            : number is > -1 and < 1 and not 0 && form is not { IsTrusted: true } ? throw InputNumber.Fraction(value, number)
            : number;
    }

    /// <summary>A tax by its name, or by its rate, which is written like any percentage.</summary>
    public static string? Tax(object? value, InputForm form)
    {
        string? text = InputText.Read(value, form);
        return text is not null && text.All(letter => letter is >= '0' and <= '9' or '.' or ',' or '%' or ' ')
            ? Percent(value, form)?.ToString(CultureInfo.InvariantCulture)
            : text;
    }

    /// <summary>A whole number.</summary>
    public static int? Count(object? value, InputForm? form = null) => Amount(value, form) is not { } number ? null
        : number == decimal.Truncate(number) ? decimal.ToInt32(number)
        : throw new FormatException($"'{Text(value)}' is not a whole number.");

    /// <summary>A day; of a moment with a zone, the provider's day.</summary>
    public static DateTime? Date(object? value, InputForm? form = null) => InputDate.Day(Bare(value), form ?? InputForm.Plain);

    /// <summary>A day and a time of day.</summary>
    public static DateTime? Moment(object? value, InputForm? form = null) => InputDate.Moment(Bare(value), form ?? InputForm.Plain);

    /// <summary>True, false or nothing.</summary>
    public static bool? Flag(object? value) => Unwrap(value) is bool flag ? flag : Text(value)?.ToLowerInvariant() switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw new FormatException($"'{value}' is neither true nor false."),
    };

    /// <summary>A member of an enumeration by its name.</summary>
    public static object? Member(Type enumeration, object? value)
    {
        object? bare = Unwrap(value);
        if (bare is null || bare.GetType() == enumeration)
        {
            return bare;
        }

        // JSON has the numbers of the members.
        if (bare is int or long && Enum.IsDefined(enumeration, Convert.ToInt32(bare, CultureInfo.InvariantCulture)))
        {
            return Enum.ToObject(enumeration, bare);
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

    /// <summary>The value without PowerShell's wrapping. An object of this module that went through a file or a job is made again.</summary>
    public static object? Unwrap(object? value) => value is not PSObject wrapped ? value
        : Deserialized.Of(wrapped) ?? (wrapped.BaseObject is PSCustomObject ? value : wrapped.BaseObject);

    /// <summary>The value, or the one that a list has.</summary>
    public static object? Single(object? value) => Unwrap(value) is IList { Count: 1 } list ? Unwrap(list[0]) : Unwrap(value);

    /// <summary>The value without wrapping; <c>null</c> for an empty cell.</summary>
    private static object? Bare(object? value) => Unwrap(value) switch
    {
        string text when text.Trim().Length == 0 => null,
        var bare => bare,
    };
}
