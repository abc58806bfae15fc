using System.Linq;

namespace Invoicing;

/// <summary>The Portuguese tax number: nine digits, the last of them a check digit.</summary>
public static class Nif
{
    /// <summary>The number that stands for a consumer who gave none.</summary>
    public const string FinalConsumer = "999999990";

    private const int Length = 9;

    /// <summary>Whether a text is a tax number with the right check digit.</summary>
    /// <param name="text">Nine digits, without prefix and blanks.</param>
    /// <returns><c>true</c> if it is.</returns>
    public static bool IsValid(string? text) =>
        text?.Length == Length && text.All(letter => letter is >= '0' and <= '9') && text[Length - 1] - '0' == CheckDigit(text);

    /// <summary>The digit that the first eight call for.</summary>
    private static int CheckDigit(string number)
    {
        int sum = 0;
        for (int i = 0; i < Length - 1; i++)
        {
            sum += (number[i] - '0') * (Length - i);
        }

        int remainder = sum % 11;
        return remainder < 2 ? 0 : 11 - remainder;
    }
}
