using System;
using System.Globalization;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Values as text, the same in JSON and XML. Dates are ISO 8601, decimals have a point. [inferred]</summary>
internal static class WireText
{
    public const string DateForm = "yyyy-MM-dd";

    public static string? Of(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        DateTime date => date.ToString(DateForm, CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
