using System;
using System.Globalization;
using System.Linq;

namespace Invoicing.Commands;

/// <summary>Form of the numbers and dates of a command, and the time zone of the provider.</summary>
internal sealed class InputForm
{
    private static readonly string[] PlainDates = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd' 'HH:mm:ss", "yyyy/MM/dd"];
    private static readonly string[] PlainMoments = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd' 'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd' 'HH:mm"];
    private static readonly string[] Times = ["' 'HH:mm", "' 'H:mm", "' 'HH:mm:ss", "' 'H:mm:ss", "' 'h:mm:ss tt", "' 'h:mm tt"];

    private InputForm(string? culture, char decimalSeparator, string groupSeparators, string[] ownDates)
    {
        Culture = culture;
        DecimalSeparator = decimalSeparator;
        GroupSeparators = groupSeparators;
        string[] ownMoments = [.. ownDates.SelectMany(date => Times.Select(time => date + time))];

        // PowerShell writes a day into a file with the time of midnight.
        DateForms = [.. PlainDates, .. ownDates, .. ownMoments];
        MomentForms = [.. PlainMoments, .. ownMoments];
        OwnDates = ownDates;
    }

    /// <summary>Numbers and dates that read the same everywhere: <c>1234.50</c>, <c>2026-03-31</c>.</summary>
    public static InputForm Plain { get; } = new(null, '.', "", []);

    /// <summary>Name of the culture; <c>null</c> for the plain form.</summary>
    public string? Culture { get; }

    /// <summary>The form in words, for a message.</summary>
    public string Words => Culture is not null ? $"numbers and dates of {Culture}"
        : IsPlain ? "numbers as 1234.50, dates as 2026-03-31"
        : $"numbers as 1234{DecimalSeparator}50, dates as {(OwnDates.Length == 0 ? "2026-03-31" : OwnDates[0].StartsWith("d", StringComparison.Ordinal) ? "31/03/2026" : "03/31/2026")}";

    /// <summary>The form as the beginning of a sentence.</summary>
    public string Said => Culture is { Length: > 0 } ? $"With -Culture {Culture}" : "As the file is written";

    /// <summary>True if it is the form that reads the same everywhere.</summary>
    public bool IsPlain => GroupSeparators.Length == 0;

    /// <summary>The decimal separator.</summary>
    public char DecimalSeparator { get; }

    /// <summary>The characters between groups of three digits.</summary>
    public string GroupSeparators { get; }

    /// <summary>Forms of a day.</summary>
    public string[] DateForms { get; }

    /// <summary>Forms of a day with a time of day.</summary>
    public string[] MomentForms { get; }

    /// <summary>Forms of a day that the culture adds.</summary>
    public string[] OwnDates { get; }

    /// <summary>Time zone of the provider, whose day a moment falls on; the zone of the machine where it is not known.</summary>
    public TimeZoneInfo Zone { get; private init; } = TimeZoneInfo.Local;

    /// <summary>Values out of an object of ours, which are as the provider gave them: nothing in them is doubted.</summary>
    public bool IsTrusted { get; private init; }

    /// <summary>The form of a culture.</summary>
    public static InputForm Of(CultureInfo culture)
    {
        string order = new([.. culture.DateTimeFormat.ShortDatePattern.Where(letter => letter is 'd' or 'M' or 'y').Distinct()]);
        return Of(culture.Name, culture.NumberFormat.NumberDecimalSeparator == "," ? ',' : '.', order);
    }

    /// <summary>The form with a decimal separator and an order of day, month and year, such as <c>dMy</c>.</summary>
    public static InputForm Of(string? name, char decimalSeparator, string? order)
    {
        string[] dates = order is { Length: 3 }
            ? [.. "/.-".SelectMany(separator => new[]
            {
                string.Join($"'{separator}'", order.Select(part => part == 'y' ? "yyyy" : new string(part, 1))),
                string.Join($"'{separator}'", order.Select(part => part == 'y' ? "yyyy" : new string(part, 2))),
            })]
            : [];
        return new InputForm(name, decimalSeparator, (decimalSeparator == ',' ? "." : ",") + " \u00A0\u202F'\u2019", dates);
    }

    /// <summary>The same form for a provider.</summary>
    public InputForm In(TimeZoneInfo zone) => With(zone, IsTrusted);

    /// <summary>The same form for values that are not doubted.</summary>
    public InputForm Trusted() => With(Zone, trusted: true);

    private InputForm With(TimeZoneInfo zone, bool trusted) =>
        new(Culture, DecimalSeparator, GroupSeparators, OwnDates) { Zone = zone, IsTrusted = trusted };
}
