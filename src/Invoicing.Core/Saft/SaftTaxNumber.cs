using System;
using Invoicing.Saft.Schema;

namespace Invoicing.Saft;

/// <summary>Portuguese tax numbers (NIF, NIPC): nine digits, the last of them a check digit.</summary>
public static class SaftTaxNumber
{
    /// <summary>The number of the anonymous final consumer.</summary>
    public const string FinalConsumer = "999999990";

    private static readonly string[] Prefixes =
        ["1", "2", "3", "45", "5", "6", "70", "71", "72", "74", "75", "77", "78", "79", "8", "90", "91", "98", "99"];

    /// <summary>True of nine digits of which the last is the right check digit.</summary>
    /// <param name="number">The number, without country prefix and spaces.</param>
    public static bool IsValid(string? number)
        => number?.Length == 9 && SaftPatterns.AreDigits(number, 0, 9) && number[8] - '0' == CheckDigit(number);

    internal static int CheckDigit(string number)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            sum += (number[i] - '0') * (9 - i);
        }

        var remainder = sum % 11;
        return remainder < 2 ? 0 : 11 - remainder;
    }

    /// <summary>True where the first digits are those of a known kind of taxpayer [S]; others are only worth knowing.</summary>
    internal static bool HasKnownPrefix(string number)
        => Array.Exists(Prefixes, prefix => number.StartsWith(prefix, StringComparison.Ordinal));
}
