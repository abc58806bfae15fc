using System;
using System.Collections.Generic;
using System.Globalization;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Form of each kind of value, and the message for a text of another form.</summary>
internal static class FieldText
{
    public const string DateForm = "yyyy-MM-dd HH:mm:ss"; // [official]
    private const string DayForm = "yyyy-MM-dd";
    private const decimal Limit = 1_000_000_000;

    private static readonly Dictionary<FieldKind, (Func<string, object?> Parse, string Problem)> Kinds = new()
    {
        [FieldKind.Text] = (text => text, ""),
        [FieldKind.Email] = (text => IsEmail(text) ? text : null, "value is not an e-mail address"),
        [FieldKind.Integer] = (Whole, "value is not a whole number"),
        [FieldKind.Reference] = (Whole, "value is not an identifier"),
        [FieldKind.Money] = (Decimal, "value is not an amount"),
        [FieldKind.Quantity] = (Decimal, "value is not a number"),
        [FieldKind.Percent] = (Percent, "value is not a percentage"),
        [FieldKind.Flag] = (text => text is "1" or "0" ? text == "1" ? 1L : 0L : null, "value is neither 1 nor 0"),
        [FieldKind.Date] = (text => Date(text, DateForm), "value is not a date of the form YYYY-MM-DD HH:MM:SS"),
    };

    /// <summary>The value in a text; null with the problem when it is not written as its kind wants.</summary>
    public static object? Parse(FieldKind kind, string text, out string problem)
    {
        var (parse, message) = Kinds[kind];
        problem = message;
        return parse(text);
    }

    /// <summary>The moment that a filter names. A bare day is taken as well [inferred], with all of it inside.</summary>
    public static DateTime? FilterDate(string text, bool isEnd) =>
        Date(text, DateForm) as DateTime?
        ?? (Date(text, DayForm) is DateTime day ? (isEnd ? day.AddDays(1).AddTicks(-1) : day) : null);

    public static string Of(DateTime time) => time.ToString(DateForm, CultureInfo.InvariantCulture);

    public static string Money(decimal amount) => amount.ToString("0.00########", CultureInfo.InvariantCulture);

    private static object? Whole(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static object? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < Limit
            ? number
            : null;

    private static object? Percent(string text) => Decimal(text) is decimal and >= -100 and <= 100 and var number ? number : null;

    private static object? Date(string text, string form) =>
        DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 1900 and < 2200
            ? date
            : null;

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && text.IndexOf(' ') < 0;
    }
}
