using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>All records of one resource, in the order of their identifiers.</summary>
internal sealed class RecordStore
{
    private readonly List<Record> _all = new();
    private readonly Dictionary<string, long> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly string? _keyField;
    private long _lastId;

    /// <param name="firstId">The first identifier to give away.</param>
    /// <param name="keyField">A text that no two records may share; null for none.</param>
    public RecordStore(long firstId, string? keyField)
    {
        _lastId = firstId - 1;
        _keyField = keyField;
    }

    public IReadOnlyList<Record> All => _all;

    /// <summary>Called with a record before and after a change; null if it does not exist.</summary>
    public Action<Record?, Record?> Changed { get; set; } = (_, _) => { };

    public Record New(DateTime now) => new(_lastId + 1, now);

    public Record? Find(long id)
    {
        var at = At(id);
        return at < 0 ? null : _all[at];
    }

    /// <summary>True if another record has this key.</summary>
    public bool IsTaken(string key, long id) => _byKey.TryGetValue(key, out var owner) && owner != id;

    /// <summary>Keeps a new record, or puts a changed copy in the place of the old one.</summary>
    public void Put(Record record)
    {
        var at = At(record.Id);
        var old = at < 0 ? null : _all[at];
        if (old is null)
        {
            _all.Add(record);
            _lastId = record.Id;
        }
        else
        {
            _all[at] = record;
        }

        Index(old, record);
        Changed(old, record);
    }

    public void Remove(Record record)
    {
        _all.RemoveAt(At(record.Id));
        Index(record, null);
        Changed(record, null);
    }

    private void Index(Record? old, Record? record)
    {
        if (_keyField is null)
        {
            return;
        }

        if (old != null)
        {
            _byKey.Remove(old.Text(_keyField));
        }

        if (record != null)
        {
            _byKey[record.Text(_keyField)] = record.Id;
        }
    }

    /// <summary>Identifiers only grow, so the list is in order.</summary>
    private int At(long id)
    {
        int low = 0, high = _all.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_all[middle].Id == id)
            {
                return middle;
            }

            if (_all[middle].Id < id)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1;
    }
}
