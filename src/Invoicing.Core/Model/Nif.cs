using System;
using System.Linq;

namespace Invoicing;

/// <summary>The Portuguese tax number: nine digits, the last of them a check digit.</summary>
public static class Nif
{
    /// <summary>The number of an anonymous consumer.</summary>
    public const string FinalConsumer = "999999990";

    private const int Length = 9;

    /// <summary>Prefixes by kind of taxpayer (docs/facts/saft-pt.md#tax-numbers, seen).</summary>
    private static readonly string[] Prefixes =
        ["1", "2", "3", "45", "5", "6", "70", "71", "72", "74", "75", "77", "78", "79", "8", "90", "91", "98", "99"];

    /// <summary>Checks form and check digit of a tax number.</summary>
    /// <param name="text">Nine digits, without prefix and white space.</param>
    /// <returns><c>true</c> if it is valid.</returns>
    public static bool IsValid(string? text) =>
        text?.Length == Length && text.All(letter => letter is >= '0' and <= '9') && text[Length - 1] - '0' == CheckDigit(text);

    /// <summary>The check digit of the first eight digits.</summary>
    internal static int CheckDigit(string number)
    {
        int sum = 0;
        for (int i = 0; i < Length - 1; i++)
        {
            sum += (number[i] - '0') * (Length - i);
        }

        int remainder = sum % 11;
        return remainder < 2 ? 0 : 11 - remainder;
    }

    /// <summary>True if the prefix belongs to a known kind of taxpayer. Other prefixes are no error.</summary>
    internal static bool HasKnownPrefix(string number) => Array.Exists(Prefixes, prefix => number.StartsWith(prefix, StringComparison.Ordinal));
}
