using System;

namespace Invoicing.Engine;

/// <summary>Amounts and days that are each fine and together beyond the largest number or the last day.</summary>
internal static class Arithmetic
{
    /// <summary>The fault of a day that is computed from another one.</summary>
    public const string NoSuchDay = "the day on which it is due is after the last that there is";

    /// <summary>An amount in cents, half a cent away from zero.</summary>
    public static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>Quantity times price.</summary>
    public static decimal Gross(InvoiceLine line) => (line.Quantity ?? 0) * (line.UnitPrice ?? 0);

    /// <summary>Quantity times price, less the discount of the line.</summary>
    public static decimal Net(InvoiceLine line) => Gross(line) * (1 - ((line.Discount ?? 0) / 100));

    /// <summary>The result: for what is computed before it is sent.</summary>
    /// <param name="what">The name of the record, for the error.</param>
    /// <param name="compute">Computes it.</param>
    /// <param name="problem">The fault where that cannot be done.</param>
    /// <exception cref="InvoicingException">It is too large (<see cref="ErrorKind.InvalidInput"/>).</exception>
    public static T OrRefuse<T>(string what, Func<T> compute, string problem = "the amounts are too large to be computed with")
    {
        try
        {
            return compute();
        }
        catch (Exception fault) when (fault is OverflowException or ArgumentOutOfRangeException)
        {
            throw InvoicingException.InvalidInput(what, [new FieldError(null, problem)]);
        }
    }
}
