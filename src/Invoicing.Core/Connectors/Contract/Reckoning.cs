using System;

namespace Invoicing.Connectors;

/// <summary>Amounts and days may be given that nobody can reckon with: twice the largest number, the day after the last.</summary>
internal static class Reckoning
{
    /// <param name="what">What is reckoned, as a sentence begins with it.</param>
    /// <param name="reckon">Does it.</param>
    /// <param name="kind">Whose fault it is when it cannot be done.</param>
    /// <exception cref="InvoicingException">The result is larger than any number, or after the last day.</exception>
    public static T Of<T>(string what, Func<T> reckon, ErrorKind kind = ErrorKind.InvalidInput)
    {
        try
        {
            return reckon();
        }
        catch (Exception fault) when (fault is OverflowException or ArgumentOutOfRangeException)
        {
            throw new InvoicingException(kind, $"{what} is beyond what can be reckoned with.", fault);
        }
    }
}
