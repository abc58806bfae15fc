using System.Collections.Generic;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>
/// A client, an invoice or the like: the values of its fields under their default names. Texts are strings, dates are
/// a DateTime, time stamps a DateTimeOffset, numbers decimals, a client is its record.
/// </summary>
internal sealed class Record
{
    private static readonly IReadOnlyList<Record> None = new List<Record>();

    private readonly object?[] _values;

    public Record(Resource resource)
    {
        Resource = resource;
        _values = new object?[resource.Fields.Count];
    }

    public Resource Resource { get; }

    /// <summary>0 until it is saved.</summary>
    public long Id { get; set; }

    /// <summary>Name of the record in addresses.</summary>
    public string Identifier { get; set; } = "";

    public IReadOnlyList<Record> Lines => Resource == Resource.Invoice && this["lines"] is IReadOnlyList<Record> lines ? lines : None;

    public object? this[string name]
    {
        get => _values[Resource.IndexOf(name)];
        set => _values[Resource.IndexOf(name)] = value;
    }

    public string Text(string name) => this[name] as string ?? "";

    /// <summary>Missing rates count as 0. [seen]</summary>
    public decimal Number(string name) => this[name] as decimal? ?? 0;

    public bool IsSet(string name) => this[name] is true;

    /// <summary>A copy to try a change on. Lines are only ever replaced as a whole, so they need no copy.</summary>
    public Record Clone()
    {
        var copy = new Record(Resource) { Id = Id, Identifier = Identifier };
        copy.Take(this);
        return copy;
    }

    public void Take(Record from) => from._values.CopyTo(_values, 0);
}
