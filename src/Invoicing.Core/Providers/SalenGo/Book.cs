using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// Identifiers by a key that the provider cannot be asked for. The whole list is read once a session; later only what was changed since is
/// read, and that at most once a minute, so that a file of a thousand rows does not use up the day's requests.
/// </summary>
internal sealed class Book<T>
    where T : InvoiceRecord
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>The provider's time zone is not known, and no two are further apart.</summary>
    private static readonly TimeSpan ZoneMargin = TimeSpan.FromHours(26);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _inDoubt = new(StringComparer.Ordinal);
    private readonly Func<T, string?> _key;
    private TimeSpan? _readAt;
    private DateTime _readOn;

    public Book(Func<T, string?> key) => _key = key;

    /// <param name="key">The key.</param>
    /// <param name="list">Lists what is asked for.</param>
    /// <param name="context">The context, for its clock.</param>
    /// <param name="cancel">Stops the requests.</param>
    /// <returns>The identifier of what had the key when it was read, or <c>null</c>.</returns>
    public async Task<string?> FindAsync(string key, Func<ListFilter, Listing<T>> list, ConnectorContext context, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            await ReadAsync(key, list, context, cancel).ConfigureAwait(false);
            return _ids.TryGetValue(key, out string? id) ? id : null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Something with the key may have been made without this session's knowledge: that it is not in the book means nothing.
    /// </summary>
    public void Doubt(string key) => _inDoubt[key] = true;

    /// <summary>Enters what this session made or read.</summary>
    public async Task NoteAsync(T item, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        Enter(item);
        _turn.Release();
    }

    /// <summary>The knowledge of the key may be out of date: the whole list is read before anything is told of it.</summary>
    public async Task ForgetAsync(string key, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        _ids.Remove(key);
        _readAt = null;
        _turn.Release();
    }

    private async Task ReadAsync(string key, Func<ListFilter, Listing<T>> list, ConnectorContext context, CancellationToken cancel)
    {
        TimeSpan now = context.Api.Endpoint.Clock.Elapsed;
        if (now - _readAt < Fresh && (_ids.ContainsKey(key) || !_inDoubt.ContainsKey(key)))
        {
            return;
        }

        DateTime today = context.Api.Endpoint.Clock.Now.UtcDateTime;
        var filter = new ListFilter { UpdatedFrom = _readAt is null ? null : _readOn - ZoneMargin };
        foreach (T item in await list(filter).ToListAsync(cancel).ConfigureAwait(false))
        {
            Enter(item);
        }

        _readAt = now;
        _readOn = today;
    }

    private void Enter(T item)
    {
        if (_key(item) is { Length: > 0 } key && item.Id is { } id)
        {
            _ids[key] = id;
        }
    }
}
