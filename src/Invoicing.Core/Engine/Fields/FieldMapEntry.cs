using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Engine.Fields;

/// <summary>One row of a wire map: a property of the model and its name, form and confidence on the wire.</summary>
internal abstract class FieldMapEntry<TModel>
{
    protected FieldMapEntry(string name, FieldDirection use, Evidence mark, IReadOnlyList<string> otherNames)
    {
        Name = name;
        Use = use;
        Mark = mark;
        OtherNames = otherNames;
    }

    public string Name { get; }

    /// <summary>Names that it may have instead, the likeliest first. All of them are read; the name itself is written.</summary>
    public IReadOnlyList<string> OtherNames { get; }

    public FieldDirection Use { get; }

    public Evidence Mark { get; }

    /// <summary>The property of the model; <c>null</c> for a group of properties.</summary>
    public abstract string? Property { get; }

    /// <summary>The properties that it stands for.</summary>
    public virtual IEnumerable<string> Properties => Property is { } property ? [property] : [];

    /// <summary>The same row under another name; the names that it had are still read.</summary>
    public abstract FieldMapEntry<TModel> Named(string name);

    /// <summary>The same row with other names, in it too, as a user knows them better than we do.</summary>
    /// <param name="names">Names of the wire by <c>Model.Property</c>; what is not named stays.</param>
    public virtual FieldMapEntry<TModel> Renamed(IReadOnlyDictionary<string, string> names) => NameIn(names) is { } name ? Named(name) : this;

    /// <summary>The rank of a name for the row: 0 for its own.</summary>
    public int Rank(string name)
    {
        if (string.Equals(name, Name, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        int rank = 1;
        while (rank <= OtherNames.Count && !string.Equals(name, OtherNames[rank - 1], StringComparison.OrdinalIgnoreCase))
        {
            rank++;
        }

        return rank;
    }

    public abstract void Read(JsonReader reader, TModel model);

    /// <summary>True if a simple value can be read by <see cref="ReadText"/>: the row is read, and its name is no guess.</summary>
    public bool ReadsText { get; protected set; }

    /// <summary>Reads a simple value: a text, the digits of a whole number, or <c>null</c>.</summary>
    public virtual void ReadText(string? text, TModel model) => throw new NotSupportedException();

    /// <summary>Sets what stands for a word that no table has.</summary>
    public virtual void SetUnknown(TModel model)
    {
    }

    public abstract JToken? Write(TModel model);

    protected string? NameIn(IReadOnlyDictionary<string, string> names) =>
        names.TryGetValue($"{typeof(TModel).Name}.{Property}", out string? name) ? name : null;

    protected IReadOnlyList<string> NamesWithout(string name) => [.. new[] { Name }.Concat(OtherNames).Where(other => other != name)];
}

/// <summary>A row about one property.</summary>
internal sealed class FieldMapEntry<TModel, TValue> : FieldMapEntry<TModel>
{
    private readonly FieldType<TValue> _type;
    private readonly Func<TModel, TValue> _get;
    private readonly Action<TModel, TValue> _set;

    public FieldMapEntry(string property, string name, FieldType<TValue> type, FieldDirection use, Evidence mark, params string[] otherNames)
        : base(name, use, mark, otherNames)
    {
        Property = property;
        _type = type;
        ReadsText = IsReadAsText;

        // Delegates on the accessors: named once in the table, as quick as code written by hand, nothing compiled at start-up.
        PropertyInfo accessors = typeof(TModel).GetProperty(property)!;
        _get = (Func<TModel, TValue>)accessors.GetMethod.CreateDelegate(typeof(Func<TModel, TValue>));
        _set = (Action<TModel, TValue>)accessors.SetMethod.CreateDelegate(typeof(Action<TModel, TValue>));
    }

    private FieldMapEntry(FieldMapEntry<TModel, TValue> row, string name, FieldType<TValue> type)
        : base(name, row.Use, row.Mark, row.NamesWithout(name))
    {
        Property = row.Property;
        _type = type;
        _get = row._get;
        _set = row._set;
        ReadsText = IsReadAsText;
    }

    public override string Property { get; }

    private bool IsReadAsText => _type.ReadsText && (Use & FieldDirection.Read) != 0 && OtherNames.Count == 0;

    public override FieldMapEntry<TModel> Named(string name) => new FieldMapEntry<TModel, TValue>(this, name, _type);

    public override FieldMapEntry<TModel> Renamed(IReadOnlyDictionary<string, string> names) =>
        new FieldMapEntry<TModel, TValue>(this, NameIn(names) ?? Name, _type.Renamed(names));

    public override void Read(JsonReader reader, TModel model) => _set(model, _type.Read(reader));

    public override void ReadText(string? text, TModel model) => _set(model, _type.ReadText(text));

    public override void SetUnknown(TModel model) => _set(model, _type.Unknown);

    public override JToken? Write(TModel model) => _type.Write(_get(model));
}

/// <summary>A row whose value is an object of the wire, but lies flat in the model.</summary>
internal sealed class FieldMapGroup<TModel> : FieldMapEntry<TModel>
    where TModel : class, new()
{
    private readonly FieldMap<TModel> _map;
    private readonly Func<TModel, bool, ExtraFields?>? _extra;
    private readonly bool _sendsRest;

    /// <param name="name">Name of the object on the wire.</param>
    /// <param name="map">The fields in it.</param>
    /// <param name="use">The directions in which it travels.</param>
    /// <param name="mark">The evidence for it.</param>
    /// <param name="extra">The place in the model for fields that are not in the table, under the object's name.</param>
    /// <param name="sendsRest">True if these go back.</param>
    public FieldMapGroup(
        string name, FieldMap<TModel> map, FieldDirection use, Evidence mark, Func<TModel, bool, ExtraFields?>? extra, bool sendsRest)
        : base(name, use, mark, [])
    {
        _map = map;
        _extra = extra;
        _sendsRest = sendsRest;
    }

    public override string? Property => null;

    public override IEnumerable<string> Properties => _map.Where(row => (row.Use & FieldDirection.Write) != 0).SelectMany(row => row.Properties);

    public FieldLimit? LimitOf(string property) => _map.LimitOf(property);

    public override FieldMapEntry<TModel> Named(string name) => new FieldMapGroup<TModel>(name, _map, Use, Mark, _extra, _sendsRest);

    public override FieldMapEntry<TModel> Renamed(IReadOnlyDictionary<string, string> names) =>
        new FieldMapGroup<TModel>(Name, _map.Renamed(names), Use, Mark, _extra, _sendsRest);

    public override void Read(JsonReader reader, TModel model)
    {
        if (reader.TokenType == JsonToken.StartObject)
        {
            _map.ReadInto(reader, model, this);
        }
        else if (_extra is null || reader.TokenType == JsonToken.Null || reader.Value is "")
        {
            reader.Skip();
        }
        else
        {
            throw new FormatException($"an object was expected, not {reader.TokenType}.");
        }
    }

    public override JToken? Write(TModel model)
    {
        JObject group = _map.Write(model);
        JObject? rest = _sendsRest && _extra?.Invoke(model, false) is { } extra && extra.TryGetValue(Name, out object? kept)
            ? Plain.ToToken(kept) as JObject : null;
        foreach (JProperty field in rest?.Properties().Where(field => group[field.Name] is null) ?? [])
        {
            group[field.Name] = field.Value;
        }

        return group.Properties().Any(field => field.Value.Type != JTokenType.Null) ? group : null;
    }

    /// <summary>The place for what is in the object and not in the table; <c>null</c> where it is not kept.</summary>
    public IDictionary<string, object?>? Rest(TModel model)
    {
        if (_extra?.Invoke(model, true) is not { } extra)
        {
            return null;
        }

        if (extra.TryGetValue(Name, out object? kept) && kept is IDictionary<string, object?> rest)
        {
            return rest;
        }

        var made = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        extra[Name] = made;
        return made;
    }
}

/// <summary>A row about a property of an object in the model whose fields lie flat on the wire.</summary>
internal sealed class WirePart<TModel, TPart> : FieldMapEntry<TModel>
    where TPart : class, new()
{
    private readonly FieldMapEntry<TPart> _row;
    private readonly Func<TModel, TPart?> _get;
    private readonly Action<TModel, TPart?> _set;

    public WirePart(string property, FieldMapEntry<TPart> row)
        : base(row.Name, row.Use, row.Mark, row.OtherNames)
    {
        PropertyInfo accessors = typeof(TModel).GetProperty(property)!;
        _row = row;
        _get = (Func<TModel, TPart?>)accessors.GetMethod.CreateDelegate(typeof(Func<TModel, TPart?>));
        _set = (Action<TModel, TPart?>)accessors.SetMethod.CreateDelegate(typeof(Action<TModel, TPart?>));
        Property = $"{property}.{row.Property}";
    }

    private WirePart(WirePart<TModel, TPart> part, string name)
        : base(name, part.Use, part.Mark, [])
    {
        _row = part._row;
        _get = part._get;
        _set = part._set;
        Property = part.Property;
    }

    public override string Property { get; }

    public override IEnumerable<string> Properties => [Property.Substring(0, Property.IndexOf('.'))];

    public override FieldMapEntry<TModel> Named(string name) => new WirePart<TModel, TPart>(this, name);

    public override void Read(JsonReader reader, TModel model)
    {
        if (_get(model) is not { } part)
        {
            _set(model, part = new TPart());
        }

        _row.Read(reader, part);
    }

    public override JToken? Write(TModel model) => _get(model) is { } part ? _row.Write(part) : null;
}
