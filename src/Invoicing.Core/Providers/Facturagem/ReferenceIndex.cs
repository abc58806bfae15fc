using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// The invoices by the caller's references. A reference stands only in whole invoices, so each is got once a session. The list is gone
/// through again when it was not for a while, and for a reference of which this session does not know whether its invoice was made.
/// </summary>
internal sealed class ReferenceIndex
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _inDoubt = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _reading = new(1);
    private TimeSpan? _readAt;

    /// <returns>The identifier of what had the reference when it was read, or <c>null</c>.</returns>
    public async Task<string?> FindAsync(string reference, FacturagemInvoices invoices, TimeSpan now, CancellationToken cancel)
    {
        await _reading.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (!_ids.ContainsKey(reference) && (_inDoubt.ContainsKey(reference) || _readAt is null || now - _readAt >= Fresh))
            {
                await ReadAsync(invoices, cancel).ConfigureAwait(false);
                _readAt = now;
            }
        }
        finally
        {
            _reading.Release();
        }

        return _ids.TryGetValue(reference, out string? id) ? id : null;
    }

    /// <summary>True if the whole of it was got.</summary>
    public bool Knows(Invoice summary) => summary.Id is { } id && _seen.ContainsKey(id);

    public void Add(Invoice invoice)
    {
        if (invoice.Id is not { } id)
        {
            return;
        }

        _seen[id] = true;
        if (invoice.Reference is { } reference)
        {
            _ids[reference] = id;
        }
    }

    /// <summary>Its invoice may have been made without this session's knowledge: that it is not known means nothing.</summary>
    public void Doubt(string reference) => _inDoubt[reference] = true;

    /// <summary>The knowledge of the reference may be out of date: the list is gone through before anything is told of it.</summary>
    public void Forget(string reference, string id)
    {
        Doubt(reference);
        _ids.TryRemove(reference, out _);
        _seen.TryRemove(id, out _);
    }

    /// <summary>Pages that were got stay known, however the reading ends.</summary>
    private async Task ReadAsync(FacturagemInvoices invoices, CancellationToken cancel)
    {
        Listing<Invoice>.Enumerator unseen = invoices.ListWhole(null, summary => !Knows(summary)).GetAsyncEnumerator(cancel);
        try
        {
            while (await unseen.MoveNextAsync().ConfigureAwait(false))
            {
                Add(unseen.Current);
            }
        }
        finally
        {
            await unseen.DisposeAsync().ConfigureAwait(false);
        }
    }
}
