using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>A record of the company, or a row inside one: values by field name.</summary>
internal sealed class Record
{
    private readonly Dictionary<string, object?> _values;

    public Record(long id, DateTime createdAt)
        : this(id, createdAt, new Dictionary<string, object?>(StringComparer.Ordinal))
    {
    }

    private Record(long id, DateTime createdAt, Dictionary<string, object?> values)
    {
        Id = id;
        CreatedAt = createdAt;
        _values = values;
    }

    public long Id { get; }

    public DateTime CreatedAt { get; }

    public bool IsDeleted => Text(Names.Folder) == Names.Deleted;

    /// <summary>A text, a whole number (also for flags), a decimal, a time, a list of records, or null.</summary>
    public object? this[string name]
    {
        get => _values.TryGetValue(name, out var value) ? value : null;
        set => _values[name] = value;
    }

    public string Text(string name) => this[name] as string ?? "";

    public long Whole(string name) => this[name] as long? ?? 0;

    public decimal Number(string name) => this[name] as decimal? ?? 0;

    public DateTime Date(string name) => this[name] as DateTime? ?? CreatedAt;

    public IReadOnlyList<Record> Rows(string name) => this[name] as IReadOnlyList<Record> ?? Array.Empty<Record>();

    /// <summary>A record to change, so that a change that is refused half way leaves nothing behind.</summary>
    public Record Copy() => new(Id, CreatedAt, new Dictionary<string, object?>(_values, StringComparer.Ordinal));
}
