using System.Linq;

namespace Invoicing.Shared;

/// <summary>The digits of a Portuguese tax number (NIF): nine, the last of which checks the others.</summary>
internal static class NifDigits
{
    /// <summary>The number that stands for a consumer who gave none.</summary>
    public const string FinalConsumer = "999999990";

    private const int Length = 9;

    /// <summary>Tells whether a text is nine digits with the right check digit.</summary>
    public static bool AreValid(string? text) =>
        text?.Length == Length && text.All(letter => letter is >= '0' and <= '9') && text[Length - 1] - '0' == CheckDigit(text);

    /// <summary>The check digit of the first eight digits.</summary>
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
}
