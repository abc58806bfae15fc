using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>Records that a key was found to name, with the kind of key under which each was found.</summary>
internal sealed class KeyHits<T>
    where T : InvoiceRecord
{
    private readonly List<(RecordKeyKind Kind, T Record)> _hits = [];

    public bool Any => _hits.Count > 0;

    public void Add(RecordKeyKind kind, T? record)
    {
        if (record is not null && !_hits.Any(hit => IsSame(hit.Record, record)))
        {
            _hits.Add((kind, record));
        }
    }

    public void Add(RecordKeyKind kind, IEnumerable<T> records)
    {
        foreach (T record in records)
        {
            Add(kind, record);
        }
    }

    /// <summary>The record that the key names.</summary>
    /// <returns>The record, or <c>null</c> if there is none.</returns>
    /// <exception cref="InvoicingException">The key names several.</exception>
    public T? One(RecordKey key)
    {
        if (_hits.Count < 2)
        {
            return _hits.Select(hit => hit.Record).FirstOrDefault();
        }

        string kind = InvoiceRecord.WordsFor(typeof(T));
        string shown = string.Join(", ", _hits.Take(10).Select(hit => $"{Said(key, hit.Kind)}{hit.Record} (id {hit.Record.Id})"));
        string more = _hits.Count > 10 ? $" and {_hits.Count - 10} more" : "";
        throw new InvoicingException(ErrorKind.InvalidInput, $"There is more than one {kind} {key}: {shown}{more}.")
        {
            Advice = typeof(T) == typeof(Invoice) ? "Say which with -Id, and with -Type if several types have that id." : "Say which with -Id.",
        };
    }

    private static string Said(RecordKey key, RecordKeyKind kind) => key.Kind == RecordKeyKind.Any ? $"{RecordKey.WordsFor(kind)} of " : "";

    private static bool IsSame(T one, T other) => one.Id == other.Id && (one as Invoice)?.Type == (other as Invoice)?.Type;
}
