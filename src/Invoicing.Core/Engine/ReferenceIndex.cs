using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>
/// The identifiers of records by a key that the provider cannot be asked for. The list is gone through when it was not for a while, and for
/// a key of which this session does not know whether its record was made.
/// </summary>
internal sealed class ReferenceIndex<T>
    where T : InvoiceRecord
{
    private readonly ConcurrentDictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _inDoubt = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Func<T, string?> _key;
    private readonly TimeSpan _fresh;
    private TimeSpan? _readAt;
    private DateTime _readOn;

    /// <param name="key">Gives the key of a record.</param>
    /// <param name="fresh">The time for which what was read is believed.</param>
    public ReferenceIndex(Func<T, string?> key, TimeSpan fresh)
    {
        _key = key;
        _fresh = fresh;
    }

    /// <summary>True if the list is gone through again for a key that is known: another record may have it meanwhile.</summary>
    public bool DoubtsWhatItKnows { get; init; }

    /// <summary>Finds the identifier of the record that had a key when it was read.</summary>
    /// <param name="key">The key.</param>
    /// <param name="list">Lists what is to be read, by the moment of the reading before; <c>null</c> if there was none.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancel">Stops the requests.</param>
    /// <returns>The identifier, or <c>null</c>.</returns>
    public async Task<string?> FindAsync(string key, Func<DateTime?, Listing<T>> list, Http.IClock clock, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            TimeSpan now = clock.Elapsed;
            bool isKnown = _ids.ContainsKey(key);
            bool isFresh = _readAt is { } before && now - before < _fresh;
            if (isKnown ? DoubtsWhatItKnows && !isFresh : !isFresh || _inDoubt.ContainsKey(key))
            {
                DateTime day = clock.Now.UtcDateTime;

                // What was read stays known, however the reading ends.
                await list(_readAt is null ? null : _readOn).FirstAsync(Enter, cancel).ConfigureAwait(false);
                (_readAt, _readOn) = (now, day);
            }

            return _ids.TryGetValue(key, out string? id) ? id : null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>True if the record was read.</summary>
    public bool Knows(T record) => record.Id is { } id && _seen.ContainsKey(id);

    /// <summary>Enters what this session made or read.</summary>
    public void Add(T record)
    {
        if (record.Id is not { } id)
        {
            return;
        }

        _seen[id] = true;
        if (_key(record) is { Length: > 0 } key)
        {
            _ids[key] = id;
        }
    }

    private bool Enter(T record)
    {
        Add(record);
        return false;
    }

    /// <summary>Marks the key as uncertain: a miss no longer proves absence.</summary>
    public void Doubt(string key) => _inDoubt[key] = true;

    /// <summary>Forgets what is out of date: the list is gone through before anything is told of the key.</summary>
    public void Forget(string key, string id)
    {
        _ids.TryRemove(key, out _);
        _seen.TryRemove(id, out _);
        _readAt = null;
    }
}
