using System.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The Portuguese tax number (NIF): nine digits, the last of which checks the others.</summary>
internal static class TaxNumber
{
    /// <summary>The conventional number of a consumer who gives none.</summary>
    public const string FinalConsumer = "999999990";

    public static bool IsValid(string text) =>
        text.Length == 9 && text.All(c => c is >= '0' and <= '9') && text[8] - '0' == CheckDigit(text);

    /// <summary>Adds the check digit to eight digits.</summary>
    public static string Complete(string eightDigits) => eightDigits + (char)('0' + CheckDigit(eightDigits));

    private static int CheckDigit(string text)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            sum += (text[i] - '0') * (9 - i);
        }

        var rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }
}
