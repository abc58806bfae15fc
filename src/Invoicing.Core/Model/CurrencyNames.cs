using System;

namespace Invoicing;

/// <summary>Codes of currencies that a provider names in words.</summary>
internal static class CurrencyNames
{
    /// <summary>The ISO code of a name that is known; else the text as it is, <c>null</c> if there is none.</summary>
    public static string? CodeOf(string? currency) =>
        string.IsNullOrWhiteSpace(currency) ? null : string.Equals(currency, "Euro", StringComparison.OrdinalIgnoreCase) ? "EUR" : currency;
}
