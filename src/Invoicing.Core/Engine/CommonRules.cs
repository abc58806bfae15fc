using System;

namespace Invoicing.Engine;

/// <summary>Faults that every provider refuses.</summary>
internal static class CommonRules
{
    /// <summary>The fault of the last day to pay, if there is one.</summary>
    public static FieldError? DueDate(Invoice invoice) => invoice.DueDate < invoice.Date
        ? new FieldError(
            nameof(Invoice.DueDate), FormattableString.Invariant($"{invoice.DueDate:yyyy-MM-dd} is before the date, {invoice.Date:yyyy-MM-dd}"))
        : null;
}
