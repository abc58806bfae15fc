using System;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>
/// Converts input to values of records. Every value may be text, since form data has nothing else, and an empty text means
/// "not set". [official] for form data
/// </summary>
internal static class WireReader
{
    // Sums of products of such numbers stay far within a decimal.
    private const decimal Most = 1_000_000_000_000;
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    private static readonly string[] Markups = { "none", "percent", "fixed" };

    /// <exception cref="Refusal">The value is not of the field's type.</exception>
    public static object? Read(Field field, JToken token, Company company)
    {
        if (token.Type == JTokenType.Null || (token.Type == JTokenType.String && string.IsNullOrEmpty((string?)token)))
        {
            return null;
        }

        if (token is JContainer && !(token is JObject && field.Type == FieldType.Localized))
        {
            throw Wrong(field, "a single value");
        }

        return field.Type switch
        {
            FieldType.Localized when token is JObject texts => Localized(field, texts),
            FieldType.Markup => Markup(field, token.ToString()),
            FieldType.File => File(field, token.ToString()),
            FieldType.Number => Number(field, token),
            FieldType.Id or FieldType.IdOrNull or FieldType.Integer => Whole(field, token),
            FieldType.Flag or FieldType.LooseFlag => Flag(field, token),
            FieldType.Date => Date(field, token.ToString()),
            FieldType.AccountByCode => company.AccountByCode(Text(token))?.Id ?? throw Wrong(field, "the code of a financial account"),
            _ => Text(token),
        };
    }

    private static string Text(JToken token) => token is JValue { Value: IFormattable value }
        ? value.ToString(null, CultureInfo.InvariantCulture)
        : token.ToString();

    private static string Markup(Field field, string text) =>
        Array.IndexOf(Markups, text) >= 0 ? text : throw Wrong(field, string.Join(" or ", Markups));

    private static decimal Number(Field field, JToken token) =>
        decimal.TryParse(Text(token), Plain, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < Most
            ? number
            : throw Wrong(field, "a number with a dot as separator");

    private static object Whole(Field field, JToken token)
    {
        var number = Number(field, token);
        var isWhole = number == decimal.Truncate(number) && number is >= 0 and <= int.MaxValue;
        return isWhole ? (long)number : throw Wrong(field, "a whole number");
    }

    private static object Flag(Field field, JToken token) => token.ToString() switch
    {
        "True" or "true" or "1" => true,
        "False" or "false" or "0" => false,
        _ => throw Wrong(field, "true or false"),
    };

    private static string? Date(Field field, string text)
    {
        if (text == WireWriter.NoDate)
        {
            return null;
        }

        return DateTime.TryParseExact(text, Filter.Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= FirstYear and <= LastYear
            ? text
            : throw Wrong(field, "a date of the form yyyy-MM-dd");
    }

    /// <summary>The text of the account's own language, else the first one.</summary>
    private static string? Localized(Field field, JObject texts)
    {
        var text = texts["et_EE"] ?? texts.Properties().FirstOrDefault()?.Value;
        return text is null or JValue ? text?.ToString() : throw Wrong(field, "a text for each language");
    }

    private static string File(Field field, string text)
    {
        try
        {
            Convert.FromBase64String(text);
            return text;
        }
        catch (FormatException)
        {
            throw Wrong(field, "base64");
        }
    }

    private static Refusal Wrong(Field field, string wanted) => Refusal.Invalid($"{field.Name} must be {wanted}");
}
