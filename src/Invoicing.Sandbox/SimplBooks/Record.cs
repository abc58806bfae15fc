using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>
/// A record of any kind. Ids are <see cref="long"/>, numbers <see cref="decimal"/>, flags <see cref="bool"/>, everything else
/// is text: dates and times in their ISO form, which sorts as they do. What is not set is null.
/// </summary>
internal sealed class Record
{
    private object?[] _values;

    public Record(Shape shape, long id)
    {
        Shape = shape;
        Id = id;
        _values = new object?[shape.Fields.Count];
    }

    public Shape Shape { get; }

    public long Id { get; }

    public List<Record> Rows { get; set; } = new();

    /// <summary>Codes of projects, also called cost centres. [seen]</summary>
    public List<string> Projects { get; set; } = new();

    public object? this[Field field]
    {
        get => _values[field.Index];
        set => _values[field.Index] = value;
    }

    public object? this[string name]
    {
        get => this[Shape[name]];
        set => this[Shape[name]] = value;
    }

    public string Text(string name) => this[name] as string ?? "";

    public decimal Number(string name) => this[name] as decimal? ?? 0;

    /// <summary>An id or a whole number, 0 when it is not set.</summary>
    public long Whole(string name) => this[name] as long? ?? 0;

    public bool Flag(string name) => this[name] is true;

    /// <summary>A change is worked out on a copy, so that a refused one leaves no trace.</summary>
    public Record Copy()
    {
        var copy = (Record)MemberwiseClone();
        copy._values = (object?[])_values.Clone();
        copy.Rows = Rows.Select(row => row.Copy()).ToList();
        copy.Projects = Projects.ToList();
        return copy;
    }
}
