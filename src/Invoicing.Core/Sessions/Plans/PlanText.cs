using System;
using System.Collections.Generic;
using System.Globalization;

namespace Invoicing;

/// <summary>Values as a plan shows them: the same in every culture.</summary>
internal static class PlanText
{
    public static string Value(object? value) => value switch
    {
        null or "" => "(none)",
        string text => $"'{text}'",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.00##########", CultureInfo.InvariantCulture),
        byte[] content => $"a file of {content.Length} bytes",
        bool flag => flag ? "yes" : "no",
        InvoiceRecord or InvoiceLine or PostalAddress => $"'{value}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Parts that have something to say, one after the other.</summary>
    public static string Join(IEnumerable<string?> parts) => string.Join("; ", Said(parts));

    private static IEnumerable<string> Said(IEnumerable<string?> parts)
    {
        foreach (string? part in parts)
        {
            if (!string.IsNullOrEmpty(part))
            {
                yield return part!;
            }
        }
    }
}
