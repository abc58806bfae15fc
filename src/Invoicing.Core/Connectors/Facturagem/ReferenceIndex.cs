using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Connectors.Facturagem;

/// <summary>
/// Which invoice carries which reference of the caller's. It stands only in whole invoices, so they are read once a session; what the
/// session
/// makes itself is added.
/// </summary>
internal sealed class ReferenceIndex
{
    private readonly ConcurrentDictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _reading = new(1);
    private bool _isComplete;

    public async Task<string?> FindAsync(string reference, Invoices invoices, CancellationToken cancel)
    {
        await _reading.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (!_isComplete)
            {
                foreach (Invoice invoice in await invoices.List(new ListQuery { Detailed = true }).ToListAsync(cancel).ConfigureAwait(false))
                {
                    Add(invoice);
                }

                _isComplete = true;
            }
        }
        finally
        {
            _reading.Release();
        }

        return _ids.TryGetValue(reference, out string? id) ? id : null;
    }

    public void Add(Invoice invoice)
    {
        if (invoice is { Reference: { } reference, Id: { } id })
        {
            _ids[reference] = id;
        }
    }
}
