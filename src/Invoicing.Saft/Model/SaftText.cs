using System;
using System.Globalization;

namespace Invoicing.Saft;

/// <summary>Numbers and dates as a SAF-T file writes them.</summary>
internal static class SaftText
{
    public static string Of(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Money(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Of(DateTime? value) => value is { } date ? Date(date) : "";

    public static string Date(DateTime value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string DateTime(DateTime value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
