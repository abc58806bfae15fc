using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Connectors.Wire;

/// <summary>
/// A model object and its form at a provider, as a table: one row a field, so that a wrong name is corrected in one line. It reads
/// straight from the stream and keeps what it does not know.
/// </summary>
internal sealed class WireMap<TModel> : IEnumerable<WireField<TModel>>
    where TModel : class, new()
{
    private readonly List<WireField<TModel>> _rows = [];
    private readonly Dictionary<string, WireField<TModel>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _notSentBack = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<TModel, bool, ExtraFields?>? _extra;

    /// <summary>Makes a table.</summary>
    /// <param name="extra">
    /// Where the model keeps what the table does not name; asked with <c>true</c> it makes the place if there is none yet.
    /// </param>
    public WireMap(Func<TModel, bool, ExtraFields?>? extra = null) => _extra = extra;

    public IEnumerable<string> ShownNames => _rows.Where(row => (row.Use & Use.Secret) == 0).Select(row => row.Name);

    public void Add<TValue>(string property, string name, WireType<TValue> type, Use use = Use.Both, Mark mark = Mark.Official) =>
        AddRow(new WireField<TModel, TValue>(property, name, type, use, mark));

    /// <summary>Adds an object of the wire that lies flat in the model.</summary>
    public void Add(string name, WireMap<TModel> group, Use use = Use.Both, Mark mark = Mark.Official) =>
        AddRow(new WireGroup<TModel>(name, group, use, mark));

    /// <summary>Names a field that stays among the extra ones and that the provider does not take back.</summary>
    public void Add(string name, Use use)
    {
        if (use != Use.Read)
        {
            throw new ArgumentException("Only a field that is read can lack a property.", nameof(use));
        }

        _notSentBack.Add(name);
    }

    /// <summary>The same table with other names, as a user knows them better than we do.</summary>
    /// <param name="names">Names of the wire by <c>Model.Property</c>; what is not named stays.</param>
    public WireMap<TModel> Renamed(IReadOnlyDictionary<string, string> names)
    {
        var map = new WireMap<TModel>(_extra);
        map._notSentBack.UnionWith(_notSentBack);
        foreach (WireField<TModel> row in _rows)
        {
            map.AddRow(names.TryGetValue($"{typeof(TModel).Name}.{row.Property}", out string? name) ? row.Named(name) : row);
        }

        return map;
    }

    /// <summary>Reads the object that the reader stands on, or before.</summary>
    public TModel Read(JsonReader reader)
    {
        if (reader.TokenType == JsonToken.None)
        {
            reader.Read();
        }

        if (reader.TokenType != JsonToken.StartObject)
        {
            throw new JsonReaderException($"An object was expected, not {reader.TokenType}, at '{reader.Path}'.");
        }

        var model = new TModel();
        ReadInto(reader, model);
        return model;
    }

    public void ReadInto(JsonReader reader, TModel model)
    {
        while (reader.Advance() != JsonToken.EndObject)
        {
            string name = (string)reader.Value!;
            reader.Advance();
            if (_byName.TryGetValue(name, out WireField<TModel>? row) && (row.Use & Use.Read) != 0)
            {
                ReadField(reader, model, row);
            }
            else if (_extra is not null)
            {
                _extra(model, true)![name] = Plain.FromToken(JToken.ReadFrom(reader));
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>Writes what the provider takes: the rows of the table that have a value, then the extra fields.</summary>
    public JObject Write(TModel model)
    {
        var body = new JObject();
        foreach (WireField<TModel> row in _rows)
        {
            if ((row.Use & Use.Write) != 0 && row.Write(model) is { } value)
            {
                body[row.Name] = value;
            }
        }

        foreach (KeyValuePair<string, object?> field in _extra?.Invoke(model, false) ?? [])
        {
            if (!_notSentBack.Contains(field.Key) && !body.ContainsKey(field.Key))
            {
                body[field.Key] = Plain.ToToken(field.Value);
            }
        }

        return body;
    }

    public IEnumerator<WireField<TModel>> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void AddRow(WireField<TModel> row)
    {
        _rows.Add(row);

        // Two rows may share a name, one for each direction.
        if ((row.Use & Use.Read) != 0 || !_byName.ContainsKey(row.Name))
        {
            _byName[row.Name] = row;
        }
    }

    private static void ReadField(JsonReader reader, TModel model, WireField<TModel> row)
    {
        try
        {
            row.Read(reader, model);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            throw new JsonReaderException($"The field '{row.Name}' of {typeof(TModel).Name} has an unexpected value.", fault);
        }
    }
}
