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
    public const int LongDigits = 18;

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

    /// <summary>The number of digits of a whole number behind which a member ends; 0 if it is not one in its shortest form that fits into a <c>long</c>.</summary>
    /// <param name="from">The first byte.</param>
    /// <param name="count">The number of bytes that there are.</param>
    [MethodImpl(HotPath.Compiled)]
    public static unsafe int PlainLength(byte* from, int count)
    {
        int length = DigitsAt(from, count);
        return length is > 0 and <= LongDigits && length < count && (from[length] is (byte)',' or (byte)'}') && (length == 1 || from[0] != '0') ? length : 0;
    }

    /// <summary>The number of digits.</summary>
    public static unsafe int DigitsAt(byte* from, int count)
    {
        int length = 0;
        while (length < count && IsDigit(from[length]))
        {
            length++;
        }

        return length;
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
