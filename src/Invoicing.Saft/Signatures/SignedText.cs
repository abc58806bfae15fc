namespace Invoicing.Saft.Signatures;

/// <summary>The text that a document's signature is made of.</summary>
internal static class SignedText
{
    /// <summary>
    /// Date; entry date; number; gross total with two decimals; up to the semicolon behind which the predecessor's signature
    /// stands. Null where one of them is missing.
    /// </summary>
    public static string? Of(SaftDocument document)
        => document is { Date: { } date, SystemEntryDate: { } entry, Number: { } number, GrossTotal: { } gross }
            ? $"{SaftText.Date(date)};{SaftText.DateTime(entry)};{number};{SaftText.Money(gross)};"
            : null;
}
