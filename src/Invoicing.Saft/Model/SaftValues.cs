using System;
using System.Globalization;

namespace Invoicing.Saft;

/// <summary>
/// Numbers and dates read as the schema's types allow them: white space around them, and a zone or fraction on times. By hand,
/// because a file of a few hundred megabytes has tens of millions of them.
/// </summary>
internal static class SaftValues
{
    // A number with more digits may not fit into a long while it is read.
    private const int FastDigits = 18;

    public static bool TryInteger(string text, out long value)
    {
        text = text.Trim();
        return SaftDocumentNumber.TryReadDigits(text, text.Length > 0 && text[0] == '+' ? 1 : 0, out value);
    }

    public static bool TrySmall(string text, out int value)
    {
        var isNumber = TryInteger(text, out var number) && number <= int.MaxValue;
        value = isNumber ? (int)number : 0;
        return isNumber;
    }

    public static bool TryFlag(string text, out bool value)
    {
        value = text == "1";
        return value || text == "0";
    }

    public static bool TryDecimal(string text, out decimal value)
    {
        long digits = 0;
        var scale = -1;
        var count = 0;
        foreach (var c in text)
        {
            var digit = c - '0';
            if ((uint)digit <= 9 && count < FastDigits)
            {
                digits = (digits * 10) + digit;
                count++;
                scale += scale >= 0 ? 1 : 0;
            }
            else if (c == '.' && scale < 0)
            {
                scale = 0;
            }
            else
            {
                return TryAnyDecimal(text, out value);
            }
        }

        value = count == 0 ? 0m : new decimal((int)digits, (int)(digits >> 32), 0, false, (byte)Math.Max(scale, 0));
        return count > 0;
    }

    /// <summary>The day; a zone behind it is passed over.</summary>
    public static bool TryDate(string text, out DateTime value)
    {
        value = default;
        text = text.Trim();
        return text.Length >= 10 && TryDay(text, out value) && IsZone(text, 10);
    }

    /// <summary>The day and time as written; a fraction or zone behind it is passed over.</summary>
    public static bool TryDateTime(string text, out DateTime value)
    {
        value = default;
        text = text.Trim();
        if (text.Length < 19 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || !TryDay(text, out var day)
            || !TryPair(text, 11, out var hours) || !TryPair(text, 14, out var minutes) || !TryPair(text, 17, out var seconds)
            || hours > 23 || minutes > 59 || seconds > 59)
        {
            return false;
        }

        value = new DateTime(day.Year, day.Month, day.Day, hours, minutes, seconds);
        return IsZone(text, SkipFraction(text, 19));
    }

    private static bool TryAnyDecimal(string text, out decimal value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint
            | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryDay(string text, out DateTime value)
    {
        value = default;
        if (text[4] != '-' || text[7] != '-' || !TryPair(text, 0, out var century) || !TryPair(text, 2, out var year)
            || !TryPair(text, 5, out var month) || !TryPair(text, 8, out var day))
        {
            return false;
        }

        year += century * 100;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new DateTime(year, month, day);
        return true;
    }

    private static bool TryPair(string text, int start, out int value)
    {
        var tens = text[start] - '0';
        var ones = text[start + 1] - '0';
        value = (tens * 10) + ones;
        return (uint)tens <= 9 && (uint)ones <= 9;
    }

    private static int SkipFraction(string text, int start)
    {
        if (start >= text.Length || text[start] != '.')
        {
            return start;
        }

        var end = start + 1;
        while (end < text.Length && text[end] is >= '0' and <= '9')
        {
            end++;
        }

        return end;
    }

    private static bool IsZone(string text, int start)
    {
        var length = text.Length - start;
        return length == 0
            || (length == 1 && text[start] == 'Z')
            || (length == 6 && text[start] is '+' or '-' && text[start + 3] == ':'
                && TryPair(text, start + 1, out var hours) && hours <= 14 && TryPair(text, start + 4, out var minutes) && minutes <= 59);
    }
}
