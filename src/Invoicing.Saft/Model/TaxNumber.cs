using System;
using System.Linq;

namespace Invoicing.Saft;

/// <summary>The Portuguese tax number as the checks need it: nine digits, the last of them a check digit.</summary>
internal static class TaxNumber
{
    /// <summary>The number that stands for a consumer who gave none.</summary>
    public const string FinalConsumer = "999999990";

    private const int Length = 9;

    /// <summary>The first digits of numbers, by kind of taxpayer [seen].</summary>
    private static readonly string[] Prefixes =
        ["1", "2", "3", "45", "5", "6", "70", "71", "72", "74", "75", "77", "78", "79", "8", "90", "91", "98", "99"];

    /// <summary>Tells if a text is a tax number with the right check digit.</summary>
    public static bool IsValid(string? text) =>
        text?.Length == Length && text.All(letter => letter is >= '0' and <= '9') && text[Length - 1] - '0' == CheckDigit(text);

    /// <summary>The digit that the first eight call for.</summary>
    public static int CheckDigit(string number)
    {
        int sum = 0;
        for (int i = 0; i < Length - 1; i++)
        {
            sum += (number[i] - '0') * (Length - i);
        }

        int remainder = sum % 11;
        return remainder < 2 ? 0 : 11 - remainder;
    }

    /// <summary>Tells if a number begins like those of a known kind of taxpayer; others are only worth knowing.</summary>
    public static bool HasKnownPrefix(string number) => Array.Exists(Prefixes, prefix => number.StartsWith(prefix, StringComparison.Ordinal));
}
