using System;

namespace Invoicing.Connectors;

/// <summary>Sums of amounts that are each fine and together too large for a decimal.</summary>
internal static class Arithmetic
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

    /// <summary>The result: for what is computed before it is sent.</summary>
    /// <exception cref="InvoicingException">It is too large (<see cref="ErrorKind.InvalidInput"/>).</exception>
    public static T OrRefuse<T>(string what, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (OverflowException)
        {
            throw InvoicingException.InvalidInput(what, [new FieldError(null, "the amounts are too large to be computed with")]);
        }
    }
}
