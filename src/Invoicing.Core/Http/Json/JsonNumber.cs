using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Invoicing.Shared;

namespace Invoicing.Http.Json;

/// <summary>Numbers of JSON: as a <c>long</c> or as a <c>decimal</c>, never as a binary fraction.</summary>
internal static class JsonNumber
{
    /// <summary>Ten times the digits of the longest amount.</summary>
    public const int MaxLength = 300;

    /// <summary>Number of digits that always fit into a <c>long</c>.</summary>
    private const int LongDigits = 18;

    /// <summary>Checks that bytes are a number of RFC 8259.</summary>
    [MethodImpl(HotPath.Compiled)]
    public static bool Is(byte[] bytes, int from, int length)
    {
        int end = from + length;
        int at = from < end && bytes[from] == '-' ? from + 1 : from;
        int digits = Digits(bytes, ref at, end);
        if (digits == 0 || (digits > 1 && bytes[at - digits] == '0'))
        {
            return false;
        }

        if (at < end && bytes[at] == '.')
        {
            at++;
            if (Digits(bytes, ref at, end) == 0)
            {
                return false;
            }
        }

        if (at < end && bytes[at] is (byte)'e' or (byte)'E')
        {
            at++;
            at += at < end && bytes[at] is (byte)'+' or (byte)'-' ? 1 : 0;
            if (Digits(bytes, ref at, end) == 0)
            {
                return false;
            }
        }

        return at == end;
    }

    /// <summary>The value of a number; <c>null</c> if it is too large.</summary>
    [MethodImpl(HotPath.Compiled)]
    public static object? Parse(byte[] bytes, int from, int length)
    {
        int end = from + length;
        int at = bytes[from] == '-' ? from + 1 : from;
        if (end - at <= LongDigits)
        {
            long whole = 0;
            int first = at;
            for (; at < end && IsDigit(bytes[at]); at++)
            {
                whole = (10 * whole) + bytes[at] - '0';
            }

            if (at == end)
            {
                return first > from ? -whole : whole;
            }
        }

        string text = Encoding.ASCII.GetString(bytes, from, length);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
    }

    private static int Digits(byte[] bytes, ref int at, int end)
    {
        int first = at;
        while (at < end && IsDigit(bytes[at]))
        {
            at++;
        }

        return at - first;
    }

    private static bool IsDigit(byte letter) => letter is >= (byte)'0' and <= (byte)'9';
}
