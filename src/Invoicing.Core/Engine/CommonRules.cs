using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Invoicing.Engine.Fields;

namespace Invoicing.Engine;

/// <summary>Faults that every provider refuses.</summary>
internal static class CommonRules
{
    /// <summary>The name of a document in errors, such as <c>Invoice 'ENC-118'</c>: it is looked for in a file of many rows.</summary>
    public static string Name(Invoice invoice) => invoice.Reference is null ? invoice.Type.ToString() : $"{invoice.Type} '{invoice.Reference}'";

    /// <summary>A reference for a document whose caller gave none: it must be found again after a lost answer.</summary>
    public static string NewReference() => "PS-" + Guid.NewGuid().ToString("N").Substring(0, 12);

    /// <summary>The fault of the last day to pay, if there is one.</summary>
    public static FieldError? DueDate(Invoice invoice) => invoice.DueDate < invoice.Date
        ? new FieldError(
            nameof(Invoice.DueDate), FormattableString.Invariant($"{invoice.DueDate:yyyy-MM-dd} is before the date, {invoice.Date:yyyy-MM-dd}"))
        : null;

    /// <summary>
    /// Complaints about a reference that the provider's field cannot carry. It would come back as another one, and the document would not be
    /// found again.
    /// </summary>
    /// <param name="invoice">The document.</param>
    /// <param name="map">The provider's fields.</param>
    public static IEnumerable<FieldError> Reference(Invoice invoice, FieldMap<Invoice> map)
    {
        if (BrokenLine(invoice) is { } broken)
        {
            yield return broken;
        }

        if (map.LimitOf(nameof(Invoice.Reference)) is { } limit && invoice.Reference?.Length > limit.Characters)
        {
            string sure = limit.Mark == Evidence.Assumption ? " (an assumption: the provider does not say how long it may be)" : "";
            yield return new FieldError(
                nameof(Invoice.Reference), FormattableString.Invariant($"has {invoice.Reference.Length} characters, {limit.Characters} are the most{sure}"));
        }
    }

    /// <summary>The complaint about a reference with a line break or a control character, if it has one.</summary>
    public static FieldError? BrokenLine(Invoice invoice) => invoice.Reference?.Any(IsBreak) == true
        ? new FieldError(nameof(Invoice.Reference), "holds a line break or another control character, with which it would not be found again")
        : null;

    private static bool IsBreak(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
