using Invoicing.Shared;

namespace Invoicing;

/// <summary>The Portuguese tax number: nine digits, the last of them a check digit.</summary>
public static class Nif
{
    /// <summary>The number of an anonymous consumer.</summary>
    public const string FinalConsumer = NifDigits.FinalConsumer;

    /// <summary>Checks form and check digit of a tax number.</summary>
    /// <param name="text">Nine digits, without prefix and white space.</param>
    /// <returns><c>true</c> if it is valid.</returns>
    public static bool IsValid(string? text) => NifDigits.AreValid(text);
}
