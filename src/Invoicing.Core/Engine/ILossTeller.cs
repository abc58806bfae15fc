using System.Collections.Generic;
using Invoicing.Http;

namespace Invoicing.Engine;

/// <summary>Tells what a record would lose at the provider.</summary>
/// <typeparam name="T">The kind of record.</typeparam>
internal interface ILossTeller<in T>
{
    /// <summary>The values that the provider has no field for.</summary>
    /// <param name="item">The record.</param>
    /// <param name="isNew">False if values that the provider shows and does not take stay out of it.</param>
    IReadOnlyList<LeftOutValue> LeftOut(T item, bool isNew);
}

/// <summary>Warnings of values that are left out.</summary>
internal static class LossWarnings
{
    public static void Warn(this IRequestObserver? observer, IEnumerable<LeftOutValue> leftOut)
    {
        foreach (LeftOutValue value in leftOut)
        {
            observer?.OnWarning(value.Reason);
        }
    }
}
