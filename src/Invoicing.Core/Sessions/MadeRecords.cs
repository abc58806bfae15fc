using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>
/// Clients and items that plans of a session created because there were none. Several plans may need the same one, also at the same time:
/// it is created once.
/// </summary>
internal sealed class MadeRecords
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, InvoiceRecord> _made = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inDoubt = new(StringComparer.Ordinal);

    /// <summary>Gives a record that was created before, or <c>null</c>.</summary>
    public T? Find<T>(string key)
        where T : InvoiceRecord
    {
        lock (_made)
        {
            return _made.TryGetValue(KeyOf<T>(key), out InvoiceRecord? made) ? (T)made.CopyAll() : null;
        }
    }

    /// <summary>Creates a record, or gives the one that was created before.</summary>
    /// <param name="key">Code or name.</param>
    /// <param name="make">Creates it.</param>
    /// <param name="find">Looks for it at the provider, after an attempt whose outcome is unknown.</param>
    /// <param name="cancel">Stops the wait.</param>
    public async Task<T> OnceAsync<T>(string key, Func<Task<T>> make, Func<Task<T?>> find, CancellationToken cancel)
        where T : InvoiceRecord
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            T made = Find<T>(key)
                ?? (_inDoubt.Contains(KeyOf<T>(key)) ? await find().ConfigureAwait(false) : null)
                ?? await make().ConfigureAwait(false);
            _inDoubt.Remove(KeyOf<T>(key));
            lock (_made)
            {
                _made[KeyOf<T>(key)] = made.Copy();
            }

            return made;
        }
        catch (Exception unsure) when (IdempotentSender.LeavesDoubt(unsure))
        {
            _inDoubt.Add(KeyOf<T>(key));
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string KeyOf<T>(string key) => $"{typeof(T).Name}\n{key}";
}
