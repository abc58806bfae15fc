using System;
using System.Globalization;
using System.Linq;
using Invoicing.Banking;

namespace Invoicing;

/// <summary>
/// Reference numbers of payees: the Estonian one, whose last digit is a check digit by the weights 7, 3, 1, and that of ISO 11649, which begins
/// with RF.
/// </summary>
public static class ReferenceNumber
{
    private const int Longest = 20;

    /// <summary>Tells whether a number has the check digit of an Estonian reference number.</summary>
    /// <param name="number">The number; blanks do not count.</param>
    /// <returns>True if it has 2 to 20 digits and the last one is right.</returns>
    public static bool IsValid(string? number)
    {
        string digits = Bare(number);
        return digits.Length is >= 2 and <= Longest && digits.All(IsDigit) && CheckDigit(digits.Substring(0, digits.Length - 1)) == digits[digits.Length - 1];
    }

    /// <summary>Puts the check digit behind the digits of a document's number.</summary>
    /// <param name="number">A number, whose digits count.</param>
    /// <returns>The reference number; <c>null</c> if it has no digit, or more than 19.</returns>
    public static string? FromNumber(string? number)
    {
        string digits = new([.. (number ?? "").Where(IsDigit)]);
        return digits.Length is >= 1 and < Longest ? digits + CheckDigit(digits) : null;
    }

    /// <summary>Tells whether text is an ISO 11649 reference with the right check digits.</summary>
    /// <param name="text">The text, such as <c>RF18 5390 0754 7034</c>.</param>
    /// <returns>True if it is.</returns>
    public static bool IsCreditorReference(string? text)
    {
        string bare = Bare(text).ToUpperInvariant();
        return bare.Length is >= 5 and <= 25 && bare.StartsWith("RF", StringComparison.Ordinal) && Ibans.HasCheck(bare);
    }

    /// <summary>The payee's own reference inside a structured one: without blanks, and without the head of ISO 11649.</summary>
    internal static string Inner(string? text) => IsCreditorReference(text) ? Bare(text).Substring(4) : Bare(text);

    internal static bool IsDigit(char letter) => letter is >= '0' and <= '9';

    private static string Bare(string? text) => new([.. (text ?? "").Where(letter => !char.IsWhiteSpace(letter))]);

    private static char CheckDigit(string digits)
    {
        int[] weights = [7, 3, 1];
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            sum += (digits[digits.Length - 1 - i] - '0') * weights[i % 3];
        }

        return ((10 - sum % 10) % 10).ToString(CultureInfo.InvariantCulture)[0];
    }
}
