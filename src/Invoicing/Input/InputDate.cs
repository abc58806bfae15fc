using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Invoicing.Commands;

/// <summary>Days and moments. What carries a zone becomes the provider's day or time of day; what has none is taken as it is.</summary>
internal static class InputDate
{
    private static readonly Regex Zoned = new(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <exception cref="FormatException">It is no day.</exception>
    public static DateTime? Day(object? value, InputForm form) => value is null ? null
        : At(value, form)?.Date ?? (DateTime.TryParseExact(Text(value), form.DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? day.Date
            : throw new FormatException($"'{Text(value)}' is not a date here. {Advice(form)}"));

    /// <exception cref="FormatException">It is no moment.</exception>
    public static DateTime? Moment(object? value, InputForm form) => value is null ? null
        : At(value, form) ?? (DateTime.TryParseExact(Text(value), form.MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime moment)
            ? moment
            : throw new FormatException($"'{Text(value)}' is not a day with a time of day here. Write it as 2026-03-31 14:30."));

    /// <summary>The provider's time of what needs no reading, or has a zone.</summary>
    private static DateTime? At(object value, InputForm form)
    {
        switch (value)
        {
            case DateTime { Kind: DateTimeKind.Unspecified } bare:
                return bare;
            case DateTime given when IsWholeDay(given):
                // What Get-Date -Date 2026-03-31 and (Get-Date).Date mean: that day, wherever it is.
                return DateTime.SpecifyKind(given, DateTimeKind.Unspecified);
            case DateTime given:
                return In(form.Zone, given);
            case DateTimeOffset given:
                return In(form.Zone, given.UtcDateTime);
            default:
                return Zoned.IsMatch(Text(value)) && DateTimeOffset.TryParse(Text(value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset read)
                    ? In(form.Zone, read.UtcDateTime)
                    : null;
        }
    }

    private static bool IsWholeDay(DateTime given) => given.Kind == DateTimeKind.Local && given.TimeOfDay == TimeSpan.Zero;

    /// <summary>The first and the last day that there are have no other time zones.</summary>
    private static DateTime In(TimeZoneInfo zone, DateTime moment) =>
        moment.Year is 1 or 9999 ? DateTime.SpecifyKind(moment, DateTimeKind.Unspecified)
        : DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(moment, zone), DateTimeKind.Unspecified);

    /// <summary>.NET parts the time of day from AM with a narrow blank.</summary>
    private static string Text(object value) => (InputValue.Text(value) ?? "").Replace('\u202F', ' ').Replace('\u00A0', ' ');

    private static string Advice(InputForm form) => form.OwnDates.Length > 0
        ? $"{form.Said}, dates look like {new DateTime(2026, 3, 31).ToString(form.OwnDates[1], CultureInfo.InvariantCulture)} or 2026-03-31."
        : "Write it as year-month-day, such as 2026-03-31, or say -Culture.";
}
