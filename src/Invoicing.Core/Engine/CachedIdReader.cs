using System;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>Gets what the session remembers the identifier of.</summary>
internal static class CachedIdReader
{
    /// <param name="find">Gives the identifier, or <c>null</c> if there is nothing of the kind.</param>
    /// <param name="get">Gets it anew.</param>
    /// <param name="forget">Forgets the identifier, so that the list is gone through again.</param>
    /// <exception cref="ProviderException">It is said to be missing although the list, read again, has it.</exception>
    public static async Task<Invoice?> GetAsync(Func<Task<string?>> find, Func<string, Task<Invoice>> get, Action<string> forget)
    {
        for (int round = 1; ; round++)
        {
            if (await find().ConfigureAwait(false) is not { } id)
            {
                return null;
            }

            try
            {
                return await get(id).ConfigureAwait(false);
            }
            catch (ProviderException missing) when (missing.Kind == ErrorKind.NotFound && round == 1)
            {
                // It was deleted, or something between us and the provider said so: the list knows.
                forget(id);
            }
        }
    }
}
