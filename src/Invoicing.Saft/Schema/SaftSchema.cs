using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml;

namespace Invoicing.Saft.Schema;

/// <summary>The table, parsed once, with its values bound to the model.</summary>
internal sealed class SaftSchema
{
    private static readonly Lazy<SaftSchema> Shared = new(() => new SaftSchema());

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentModel> _blocks = new(StringComparer.Ordinal);

    private SaftSchema()
    {
        var rows = SaftSchemaTable.Parts.SelectMany(part => part.Split('\n')).Select(Words).Where(row => row.Length > 0).ToList();
        foreach (var row in rows.Where(row => row.Length == 1))
        {
            _blocks.Add(row[0], new ContentModel(row[0]));
        }

        ContentModel? block = null;
        foreach (var row in rows)
        {
            if (row.Length == 1)
            {
                block = _blocks[row[0]];
            }
            else
            {
                AddRow(block!, row);
            }
        }

        Root = _blocks[SaftSchemaTable.Root];
        ModelMaps.Bind(Root);
    }

    public static SaftSchema Instance => Shared.Value;

    /// <summary>The content of the root element.</summary>
    public ContentModel Root { get; }

    /// <summary>
    /// A name table that holds the very strings of the schema, so that the reader's names can be compared by reference.
    /// Each reader needs its own, as a name table is not safe for several threads.
    /// </summary>
    public NameTable NewNameTable()
    {
        var table = new NameTable();
        foreach (var name in _names.Keys)
        {
            table.Add(name);
        }

        return table;
    }

    private static string[] Words(string row) => row.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private void AddRow(ContentModel block, string[] row)
    {
        var isAlternative = row[0] == "|";
        var element = isAlternative ? block.AddAlternative(Canonical(row[1])) : block.AddPlace(Canonical(row[0]), row[1]);
        if (_blocks.TryGetValue(row[2], out var content))
        {
            element.Content = content;
        }
        else
        {
            element.Type = SimpleTypes.Get(row[2], row.Skip(3).ToArray());
        }
    }

    private string Canonical(string name)
    {
        if (!_names.TryGetValue(name, out var known))
        {
            _names.Add(name, known = name);
        }

        return known;
    }
}
