using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>The saved records of one kind, in the order in which they were made.</summary>
internal sealed class Shelf
{
    private readonly List<Record> _all = new();
    private readonly Dictionary<long, Record> _byId = new();
    private long _lastId;

    public Shelf(long firstId) => _lastId = firstId - 1;

    public IReadOnlyList<Record> All => _all;

    /// <summary>Keeps a record under a new id.</summary>
    /// <param name="record">The record.</param>
    /// <param name="slug">Text that follows the id in addresses; empty for none.</param>
    public void Add(Record record, string slug = "")
    {
        record.Id = _lastId + 1;
        Put(record, slug);
    }

    /// <summary>Keeps a record under the id that it has.</summary>
    public void Put(Record record, string slug = "")
    {
        _lastId = Math.Max(_lastId, record.Id);
        record.Identifier = record.Id.ToString(CultureInfo.InvariantCulture) + (slug.Length == 0 ? "" : "-" + slug);
        _all.Add(record);
        _byId[record.Id] = record;
    }

    public void Remove(Record record)
    {
        _all.Remove(record);
        _byId.Remove(record.Id);
    }

    /// <summary>Finds by the number in front of the first dash, as Rails would [inferred], or by the whole text alone.</summary>
    public Record? Find(string identifier, bool isExact)
    {
        var digits = new string(identifier.TakeWhile(c => c is >= '0' and <= '9').ToArray());
        var isWellFormed = digits.Length == identifier.Length || identifier[digits.Length] == '-';
        return isWellFormed
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && _byId.TryGetValue(id, out var record)
            && (!isExact || record.Identifier == identifier)
            ? record
            : null;
    }
}
