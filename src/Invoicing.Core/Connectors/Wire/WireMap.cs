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
    private readonly HashSet<string> _sentBack = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<TModel, bool, ExtraFields?>? _extra;
    private readonly bool _sendsUnknown;

    /// <summary>Makes a table.</summary>
    /// <param name="extra">
    /// Where the model keeps what the table does not name; asked with <c>true</c> it makes the place if there is none yet.
    /// </param>
    /// <param name="sendsUnknown">Whether a field that no row names goes back; else only those that a row without a property names.</param>
    public WireMap(Func<TModel, bool, ExtraFields?>? extra = null, bool sendsUnknown = true)
    {
        _extra = extra;
        _sendsUnknown = sendsUnknown;
    }

    public IEnumerable<string> ShownNames => _rows.Where(row => (row.Use & Use.Secret) == 0).Select(row => row.Name);

    public void Add<TValue>(string property, string name, WireType<TValue> type, Use use = Use.Both, Mark mark = Mark.Official) =>
        AddRow(new WireField<TModel, TValue>(property, name, type, use, mark));

    /// <summary>Adds an object of the wire that lies flat in the model.</summary>
    public void Add(string name, WireMap<TModel> group, Use use = Use.Both, Mark mark = Mark.Official) =>
        AddRow(new WireGroup<TModel>(name, group, use, mark));

    /// <summary>Adds an object of the model whose fields lie flat on the wire.</summary>
    public void Add<TPart>(string property, Flat<TPart> parts)
        where TPart : class, new()
    {
        foreach (WireField<TPart> row in parts.Map)
        {
            AddRow(new WirePart<TModel, TPart>(property, row));
        }
    }

    /// <summary>Names a field that stays among the extra ones, and whether the provider takes it back.</summary>
    public void Add(string name, Use use) => ((use & Use.Write) != 0 ? _sentBack : _notSentBack).Add(name);

    /// <summary>Names fields that stay among the extra ones and that the provider takes back.</summary>
    public void Add(IEnumerable<string> names) => _sentBack.UnionWith(names);

    /// <summary>The same table with other names, as a user knows them better than we do.</summary>
    /// <param name="names">Names of the wire by <c>Model.Property</c>; what is not named stays.</param>
    public WireMap<TModel> Renamed(IReadOnlyDictionary<string, string> names)
    {
        var map = new WireMap<TModel>(_extra, _sendsUnknown);
        map._notSentBack.UnionWith(_notSentBack);
        map._sentBack.UnionWith(_sentBack);
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
            if ((_sendsUnknown ? !_notSentBack.Contains(field.Key) : _sentBack.Contains(field.Key)) && !body.ContainsKey(field.Key))
            {
                body[field.Key] = Plain.ToToken(field.Value);
            }
        }

        return body;
    }

    /// <summary>Properties that have a value which no row of the table writes.</summary>
    public IEnumerable<string> Unwritten(TModel model)
    {
        var written = new HashSet<string>(_rows.Where(row => (row.Use & Use.Write) != 0).SelectMany(row => row.Properties));
        return typeof(TModel).GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true }
                && property.Name != nameof(InvoiceRecord.Id)
                && !written.Contains(property.Name)
                && property.GetValue(model) is not (null or ""))
            .Select(property => property.Name);
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

/// <summary>The table of an object whose fields lie flat among those of another one.</summary>
internal sealed class Flat<TPart>
    where TPart : class, new()
{
    public Flat(WireMap<TPart> map) => Map = map;

    public WireMap<TPart> Map { get; }
}
