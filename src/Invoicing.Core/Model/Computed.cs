using System;

namespace Invoicing;

/// <summary>Overflow handling for computed amounts.</summary>
internal static class Computed
{
    /// <summary>The result, or null on overflow: for values computed in addition to the provider's, which are right without them.</summary>
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
