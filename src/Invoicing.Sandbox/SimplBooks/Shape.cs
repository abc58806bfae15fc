using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>The fields of a kind of record, in the order of an answer.</summary>
internal sealed class Shape
{
    private readonly Dictionary<string, Field> _byName = new(StringComparer.Ordinal);

    /// <param name="parts">Fields, and groups of fields.</param>
    public Shape(params object[] parts)
    {
        Fields = parts.SelectMany(part => part as IEnumerable<Field> ?? new[] { (Field)part }).ToArray();
        for (var i = 0; i < Fields.Count; i++)
        {
            Fields[i].Index = i;
            _byName.Add(Fields[i].Name, Fields[i]);
        }
    }

    public IReadOnlyList<Field> Fields { get; }

    public Field this[string name] => _byName[name];

    public bool Has(string name) => _byName.ContainsKey(name);
}
