using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>Looks for records that may be missing, or whose identifier does not tell where they are.</summary>
internal static class FirstFound
{
    /// <summary>Gets a record; <c>null</c> if it is not there.</summary>
    public static async Task<T?> OrNullAsync<T>(Func<Task<T>> get)
        where T : class
    {
        try
        {
            return await get().ConfigureAwait(false);
        }
        catch (ProviderException missing) when (missing.Kind == ErrorKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>Gets the record from the first place that has it.</summary>
    /// <param name="places">The places, the likeliest first.</param>
    /// <param name="get">Gets it from one.</param>
    /// <exception cref="ProviderException">No place has it: what the first one said.</exception>
    public static async Task<T> GetAsync<TPlace, T>(IEnumerable<TPlace> places, Func<TPlace, Task<T>> get)
    {
        ProviderException? missing = null;
        foreach (TPlace place in places)
        {
            try
            {
                return await get(place).ConfigureAwait(false);
            }
            catch (ProviderException fault) when (fault.Kind == ErrorKind.NotFound)
            {
                missing ??= fault;
            }
        }

        throw missing!;
    }
}
