using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Invoicing.Http;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Engine.Fields;

/// <summary>
/// A model object and its form at a provider, as a table: one row a field, so that a wrong name is corrected in one line. It reads
/// straight from the stream and keeps what it does not know.
/// </summary>
internal sealed class FieldMap<TModel> : IFieldMap, IEnumerable<FieldMapEntry<TModel>>
    where TModel : class, new()
{
    private readonly List<FieldMapEntry<TModel>> _rows = [];
    private readonly Dictionary<string, FieldMapEntry<TModel>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _notSentBack = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _sentBack = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, FieldLimit> _limits = [];
    private readonly Func<TModel, bool, ExtraFields?>? _extra;
    private readonly bool _sendsUnknown;
    private readonly RowPlace?[] _places = new RowPlace?[64];

    /// <summary>Makes a table.</summary>
    /// <param name="unknown">The treatment of fields that no row names.</param>
    public FieldMap(UnknownFields unknown = UnknownFields.Dropped)
        : this(ExtraOwner.Of<TModel>(unknown), unknown != UnknownFields.SentBackIfNamed)
    {
    }

    /// <param name="extra">Gives the place in the model for fields that the table does not name.</param>
    /// <param name="sendsUnknown">True if a field that no row names goes back; else only those that a row without a property names.</param>
    public FieldMap(Func<TModel, bool, ExtraFields?>? extra, bool sendsUnknown = true)
    {
        _extra = extra;
        _sendsUnknown = sendsUnknown;
    }

    public IEnumerable<string> ShownNames =>
        _rows.Where(row => (row.Use & FieldDirection.Secret) == 0).SelectMany(row => row.OtherNames.Concat([row.Name]));

    /// <summary>Adds a property; where its name is not documented, also names that it may have instead, the likeliest first.</summary>
    public void Add<TValue>(
        string property, string name, FieldType<TValue> type, FieldDirection use = FieldDirection.Both, Evidence mark = Evidence.Official, params string[] otherNames) =>
        AddRow(new FieldMapEntry<TModel, TValue>(property, name, type, use, mark, otherNames));

    /// <summary>Adds an object of the wire that lies flat in the model.</summary>
    public void Add(string name, FieldMap<TModel> group, FieldDirection use = FieldDirection.Both, Evidence mark = Evidence.Official) =>
        AddRow(new FieldMapGroup<TModel>(name, group, use, mark, group._extra is null ? _extra : null, _sendsUnknown));

    /// <summary>Adds an object of the model whose fields lie flat on the wire.</summary>
    public void Add<TPart>(string property, Flat<TPart> parts)
        where TPart : class, new()
    {
        foreach (FieldMapEntry<TPart> row in parts.Map)
        {
            AddRow(new WirePart<TModel, TPart>(property, row));
        }
    }

    /// <summary>Names a field that stays among the extra ones, and whether the provider takes it back.</summary>
    public void Add(string name, FieldDirection use) => ((use & FieldDirection.Write) != 0 ? _sentBack : _notSentBack).Add(name);

    /// <summary>Says how long the text of a property can be.</summary>
    public void Add(FieldLimit limit) => _limits.Add(limit.Property, limit);

    /// <summary>The length that the text of a property can have, where the table says it.</summary>
    public FieldLimit? LimitOf(string property) => _limits.TryGetValue(property, out FieldLimit? limit)
        ? limit
        : _rows.OfType<FieldMapGroup<TModel>>().Select(group => group.LimitOf(property)).FirstOrDefault(found => found is not null);

    /// <summary>Names fields that stay among the extra ones and that the provider takes back.</summary>
    public void Add(IEnumerable<string> names) => _sentBack.UnionWith(names);

    /// <summary>The same table with other names, as a user knows them better than we do.</summary>
    /// <param name="names">Names of the wire by <c>Model.Property</c>; what is not named stays.</param>
    public FieldMap<TModel> Renamed(IReadOnlyDictionary<string, string> names) => Changed(row => row.Renamed(names));

    /// <summary>
    /// The same table with the names that the provider was heard to use: for each row the likeliest of those that are known.
    /// </summary>
    public FieldMap<TModel> Adapted(ICollection<string> known) =>
        Changed(row => known.Contains(row.Name) || row.OtherNames.FirstOrDefault(known.Contains) is not { } name ? row : row.Named(name));

    /// <summary>The name under which a property is written, or else read.</summary>
    public string? NameOf(string property) => _rows
        .Where(row => row.Property == property)
        .OrderByDescending(row => row.Use & FieldDirection.Write)
        .FirstOrDefault()?.Name;

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
        if (model is InvoiceLine line)
        {
            line.MarkRead();
        }

        return model;
    }

    /// <summary>Reads the fields of the object that the reader stands on into a model.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="model">The model.</param>
    /// <param name="group">The group that this table belongs to; it keeps what the table does not name where the table has no place of its own.</param>
    public void ReadInto(JsonReader reader, TModel model, FieldMapGroup<TModel>? group = null)
    {
        Dictionary<FieldMapEntry<TModel>, int>? ranks = null;
        var strict = reader as StrictJsonReader;
        for (int place = 0; ; place++)
        {
            string? text = null;
            JsonMember kind = strict is null ? Next(reader, out string name) : strict.ReadMember(out name, out text);
            if (kind == JsonMember.End)
            {
                return;
            }

            FieldMapEntry<TModel>? row = RowOf(name, place);
            if (kind == JsonMember.Other)
            {
                reader.Advance();
            }
            else if (row is { ReadsText: true } && TryReadText(row, text, model))
            {
                continue;
            }
            else
            {
                strict!.StandOn(kind, name, text);
            }

            if (row is not null && (row.Use & FieldDirection.Read) != 0 && IsBest(row, name, ref ranks))
            {
                if (row.OtherNames.Count == 0 || _extra is null)
                {
                    ReadField(reader, model, row, group);
                }
                else
                {
                    ReadGuess(reader, model, row, name);
                }
            }
            else if (Rest(model, group) is { } rest)
            {
                rest[name] = Plain.Read(reader);
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
        foreach (FieldMapEntry<TModel> row in _rows)
        {
            if ((row.Use & FieldDirection.Write) != 0 && row.Write(model) is { } value)
            {
                body[row.Name] = value;
            }
        }

        foreach (KeyValuePair<string, object?> field in _extra?.Invoke(model, false) ?? [])
        {
            if ((_sendsUnknown ? !_notSentBack.Contains(field.Key) && IsSentBack(field.Key) : _sentBack.Contains(field.Key)) && !body.ContainsKey(field.Key))
            {
                body[field.Key] = Plain.ToToken(field.Value);
            }
        }

        return body;
    }

    /// <summary>Properties that have a value which no row of the table writes. What always has one, such as a kind, does not count.</summary>
    public IEnumerable<string> Unwritten(TModel model) =>
        Unwritten().Where(property => property.GetValue(model) is not (null or "" or ICollection { Count: 0 })).Select(property => property.Name);

    /// <summary>Properties that no row of the table writes.</summary>
    public IEnumerable<PropertyInfo> Unwritten()
    {
        var written = new HashSet<string>(_rows.Where(row => (row.Use & FieldDirection.Write) != 0).SelectMany(row => row.Properties));
        return typeof(TModel).GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true }
                && (!property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null)
                && property.Name != nameof(InvoiceRecord.Id)
                && !written.Contains(property.Name));
    }

    /// <summary>True if the provider has a field for a property, in one direction at least.</summary>
    public bool Has(string property) => _rows.Any(row => row.Properties.Contains(property));

    public IEnumerator<FieldMapEntry<TModel>> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// The row of a name. The objects of a list have the same fields at the same places, and the reader gives the same string for the same
    /// name: mostly the place tells, and nothing has to be looked up. Threads may overwrite each other's places; a place says whose it is.
    /// </summary>
    private FieldMapEntry<TModel>? RowOf(string name, int place)
    {
        if (place < _places.Length && _places[place] is { } known && ReferenceEquals(known.Name, name))
        {
            return known.Row;
        }

        _byName.TryGetValue(name, out FieldMapEntry<TModel>? row);
        if (place < _places.Length)
        {
            _places[place] = new RowPlace(name, row);
        }

        return row;
    }

    private static JsonMember Next(JsonReader reader, out string name)
    {
        bool ends = reader.Advance() == JsonToken.EndObject;
        name = ends ? "" : (string)reader.Value!;
        return ends ? JsonMember.End : JsonMember.Other;
    }

    /// <summary>Reads a simple value. One that does not fit is read again as a token, by who knows what to do about it.</summary>
    private static bool TryReadText(FieldMapEntry<TModel> row, string? text, TModel model)
    {
        try
        {
            row.ReadText(text, model);
            return true;
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return false;
        }
    }

    private void AddRow(FieldMapEntry<TModel> row)
    {
        _rows.Add(row);

        // Two rows may share a name, one for each direction.
        if ((row.Use & FieldDirection.Read) != 0 || !_byName.ContainsKey(row.Name))
        {
            _byName[row.Name] = row;
        }

        foreach (string name in row.OtherNames)
        {
            if ((row.Use & FieldDirection.Read) != 0 && !_byName.ContainsKey(name))
            {
                _byName.Add(name, row);
            }
        }
    }

    private FieldMap<TModel> Changed(Func<FieldMapEntry<TModel>, FieldMapEntry<TModel>> change)
    {
        var map = new FieldMap<TModel>(_extra, _sendsUnknown);
        map._notSentBack.UnionWith(_notSentBack);
        map._sentBack.UnionWith(_sentBack);
        foreach (FieldLimit limit in _limits.Values)
        {
            map.Add(limit);
        }

        foreach (FieldMapEntry<TModel> row in _rows)
        {
            map.AddRow(change(row));
        }

        return map;
    }

    /// <summary>Of two of a row's names in one answer, the likelier one counts and the other is left over.</summary>
    private static bool IsBest(FieldMapEntry<TModel> row, string name, ref Dictionary<FieldMapEntry<TModel>, int>? ranks)
    {
        if (row.OtherNames.Count == 0)
        {
            return true;
        }

        ranks ??= [];
        int rank = row.Rank(name);
        if (ranks.TryGetValue(row, out int before) && before <= rank)
        {
            return false;
        }

        ranks[row] = rank;
        return true;
    }

    /// <summary>A value that does not fit a row whose name is a guess was not meant by it: it is kept as what it is.</summary>
    private void ReadGuess(JsonReader reader, TModel model, FieldMapEntry<TModel> row, string name)
    {
        var token = JToken.ReadFrom(reader);
        try
        {
            using JsonReader value = token.CreateReader();
            value.Advance();
            row.Read(value, model);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or JsonException)
        {
            _extra!(model, true)![name] = Plain.FromToken(token);
        }
    }

    /// <summary>The place of fields that no row names, made if there is none yet; <c>null</c> where they are not kept.</summary>
    private IDictionary<string, object?>? Rest(TModel model, FieldMapGroup<TModel>? group) => _extra?.Invoke(model, true) ?? group?.Rest(model);

    /// <summary>
    /// A field that a row names is among the extra ones where its value could not be read. It goes back where the provider takes the field;
    /// the rest of a group goes back with the group.
    /// </summary>
    private bool IsSentBack(string name) =>
        !_byName.TryGetValue(name, out FieldMapEntry<TModel>? known)
        || (known is not FieldMapGroup<TModel>
            && ((known.Use & FieldDirection.Write) != 0
                || _rows.Any(row => (row.Use & FieldDirection.Write) != 0 && string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase))));

    /// <summary>
    /// One odd value in an optional field must not make a whole list unreadable: the property stays empty, the raw value is kept, and the
    /// caller is told. A word that no table has is kept too, beside the member that stands for unknown words.
    /// </summary>
    private void ReadField(JsonReader reader, TModel model, FieldMapEntry<TModel> row, FieldMapGroup<TModel>? group)
    {
        try
        {
            row.Read(reader, model);
        }
        catch (UnknownWordException)
        {
            row.SetUnknown(model);
            if (Rest(model, group) is { } rest)
            {
                rest[row.Name] = Plain.FromToken(JToken.ReadFrom(reader));
            }
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            if (DecidingFields.Has(row) || Rest(model, group) is not { } rest)
            {
                throw new JsonReaderException($"The field '{row.Name}' of {typeof(TModel).Name} has an unexpected value.", fault);
            }

            var raw = JToken.ReadFrom(reader);
            rest[row.Name] = (row.Use & FieldDirection.Secret) != 0 ? "(hidden)" : Plain.FromToken(raw);
            OddValues.Note(InvoiceRecord.WordsFor(typeof(TModel)), row.Name);
        }
    }

    /// <summary>The field that came at a place of the last object.</summary>
    private sealed class RowPlace
    {
        public RowPlace(string name, FieldMapEntry<TModel>? row)
        {
            Name = name;
            Row = row;
        }

        public string Name { get; }

        public FieldMapEntry<TModel>? Row { get; }
    }
}

/// <summary>The table of an object whose fields lie flat among those of another one.</summary>
internal sealed class Flat<TPart>
    where TPart : class, new()
{
    public Flat(FieldMap<TPart> map) => Map = map;

    public FieldMap<TPart> Map { get; }
}
