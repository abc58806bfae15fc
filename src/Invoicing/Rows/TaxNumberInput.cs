using System;

namespace Invoicing.Commands;

/// <summary>Tax numbers that a person gives: cleaned, refused where Portugal or Spain is sure that they are wrong, warned of elsewhere.</summary>
internal static class TaxNumberInput
{
    /// <param name="given">The parameter.</param>
    /// <param name="field">Its name, for the complaint.</param>
    /// <param name="country">Name or code of the country, where it is known.</param>
    /// <param name="isTrusted">True if it comes from a record, which is warned of and not refused.</param>
    /// <param name="warn">Called with a warning.</param>
    /// <returns>The number to keep; <c>null</c> where none was given.</returns>
    /// <exception cref="InvoicingException">The number is wrong.</exception>
    public static string? Read(Input<string>? given, string field, string? country, bool isTrusted, Action<string> warn)
    {
        if (given.Get() is not { } text)
        {
            return null;
        }

        if (TaxNumbers.IsValid(text, country) == false)
        {
            string code = TaxNumbers.CountryOf(text, country)!;
            string complaint = $"'{text}' is not a tax number of {Countries.ToName(code == "EL" ? "GR" : code)}: its form or its check digit is wrong";
            if (code is "PT" or "ES" && !isTrusted)
            {
                throw new InvoicingException(ErrorKind.InvalidInput, $"{field}: {complaint}.") { FieldErrors = [new FieldError(field, complaint)], Advice = "Correct the number, or the country." };
            }

            warn($"{field}: {complaint}.");
        }

        return TaxNumbers.Clean(text, country);
    }
}
