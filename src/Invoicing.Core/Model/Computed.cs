using System;

namespace Invoicing;

/// <summary>Amounts that are each fine and together beyond the largest number.</summary>
internal static class Computed
{
    /// <summary>The result, or none: for what is computed beside what a provider told, which is right without it.</summary>
    public static T? OrNone<T>(Func<T?> compute)
    {
        try
        {
            return compute();
        }
        catch (OverflowException)
        {
            return default;
        }
    }
}
