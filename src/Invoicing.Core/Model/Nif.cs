using System.Linq;

namespace Invoicing;

/// <summary>The Portuguese tax number: nine digits, the last of them a check digit.</summary>
public static class Nif
{
    /// <summary>The number of an anonymous consumer.</summary>
    public const string FinalConsumer = "999999990";

    private const int Length = 9;

    /// <summary>Checks form and check digit of a tax number.</summary>
    /// <param name="text">Nine digits, without prefix and white space.</param>
    /// <returns><c>true</c> if it is valid.</returns>
    public static bool IsValid(string? text) =>
        text?.Length == Length && text.All(letter => letter is >= '0' and <= '9') && text[Length - 1] - '0' == CheckDigit(text);

    /// <summary>The check digit of the first eight digits.</summary>
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
