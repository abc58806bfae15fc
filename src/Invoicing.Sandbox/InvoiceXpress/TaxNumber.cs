using Invoicing.Shared;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The Portuguese tax number (NIF): nine digits, the last of which checks the others.</summary>
internal static class TaxNumber
{
    /// <summary>The conventional number of a consumer who gives none.</summary>
    public const string FinalConsumer = NifDigits.FinalConsumer;

    public static bool IsValid(string text) => NifDigits.AreValid(text);

    /// <summary>Adds the check digit to eight digits.</summary>
    public static string Complete(string eightDigits) => eightDigits + (char)('0' + NifDigits.CheckDigit(eightDigits));
}
