using System.Collections.Generic;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>The records of a resource, in the order in which they were made.</summary>
internal sealed class Table
{
    private readonly SortedList<long, Record> _byId = new();

    public IEnumerable<Record> All => _byId.Values;

    public Record? Find(long id) => _byId.TryGetValue(id, out var record) ? record : null;

    public void Put(Record record) => _byId[record.Id] = record;

    public void Remove(Record record) => _byId.Remove(record.Id);
}
