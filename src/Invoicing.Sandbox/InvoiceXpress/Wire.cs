using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Reads values as leniently as the provider: scalars convert to one another, structures never to scalars.</summary>
internal static class Wire
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite
        | NumberStyles.AllowTrailingWhite;

    /// <summary>The text of a field; null when it is absent or null.</summary>
    public static string? Text(JObject from, string name)
    {
        var value = from[name];
        return value switch
        {
            null => null,
            JValue scalar => Scalar(scalar),
            JArray => throw Refusal.WrongType("strip", "[]", "Array"),
            _ => throw Refusal.WrongType("strip", "{}", "Hash"),
        };
    }

    /// <summary>The text of a field without spaces around it; null when there is nothing left.</summary>
    public static string? Filled(JObject from, string name)
    {
        var text = Text(from, name)?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>The number in a field, which may come as text; null when it is absent or empty.</summary>
    public static decimal? Decimal(JObject from, string name, string? label = null)
    {
        var text = Filled(from, name);
        if (text is null)
        {
            return null;
        }

        return TryDecimal(text, out var number) ? number : throw Refusal.Invalid($"{label ?? name} is not a number", name);
    }

    public static bool TryDecimal(string text, out decimal number) =>
        decimal.TryParse(text, Number, CultureInfo.InvariantCulture, out number);

    public static long? Integer(JObject from, string name)
    {
        var text = Filled(from, name);
        if (text is null)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refusal.Invalid($"{name} is invalid", name);
    }

    /// <summary>A date in the form of documents. Other forms are refused, so that scripts do not rely on them. [inferred]</summary>
    public static DateTime? Date(JObject from, string name) => Date(from, name, "dd/MM/yyyy");

    /// <summary>A date of the treasury operations.</summary>
    public static DateTime? IsoDate(JObject from, string name) => Date(from, name, "yyyy-MM-dd");

    public static DateTime? Date(JObject from, string name, string format)
    {
        var text = Filled(from, name);
        if (text is null)
        {
            return null;
        }

        return TryDate(text, format, out var date) ? date : throw Refusal.Invalid($"{name} is not a valid date", name);
    }

    public static bool TryDate(string text, string format, out DateTime date) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static bool IsFlagged(JObject from, string name) => Text(from, name) is "1" or "true" or "True";

    public static JObject? Object(JObject from, string name) => from[name] switch
    {
        null or { Type: JTokenType.Null } => null,
        JObject value => value,
        JArray => throw Refusal.WrongType("symbolize_keys", "[]", "Array"),
        var scalar => throw Refusal.WrongType("symbolize_keys", Scalar((JValue)scalar) ?? "nil", RubyType(scalar.Type)),
    };

    public static string Date(DateTime date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string IsoDate(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number as text with at least one decimal, such as "1.0".</summary>
    public static string NumberText(decimal number) => number.ToString("0.0#########", CultureInfo.InvariantCulture);

    private static string? Scalar(JValue value) => value.Value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    private static string RubyType(JTokenType type) => type switch
    {
        JTokenType.Integer => "Integer",
        JTokenType.Float => "Float",
        JTokenType.Boolean => "TrueClass",
        _ => "String",
    };
}
