using System;

namespace Invoicing.Engine;

/// <summary>What is wrong wherever it is sent to.</summary>
internal static class CommonRules
{
    /// <summary>What is wrong with the last day to pay, if anything is.</summary>
    public static FieldError? DueDate(Invoice invoice) => invoice.DueDate < invoice.Date
        ? new FieldError(
            nameof(Invoice.DueDate), FormattableString.Invariant($"{invoice.DueDate:yyyy-MM-dd} is before the date, {invoice.Date:yyyy-MM-dd}"))
        : null;
}
