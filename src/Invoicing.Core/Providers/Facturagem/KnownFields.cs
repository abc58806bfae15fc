using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine.Fields;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// The field names that a session has learned: from objects that it showed and from lists of what it takes, which come with
/// every refusal of an unknown parameter (docs/facts/facturagem.md#field-discovery).
/// </summary>
internal sealed class KnownFields : MapSet.IAdapter
{
    private readonly object _lock = new();
    private readonly Dictionary<(FieldOwner Owner, bool IsLine), HashSet<string>> _shown = [];
    private readonly Dictionary<(FieldOwner Owner, FieldOperation Endpoint, bool IsLine), HashSet<string>> _allowed = [];
    private MapSet? _maps;
    private bool? _isFlat;

    /// <summary>True if bodies are flat, as far as that is known.</summary>
    public bool? IsFlat
    {
        get
        {
            lock (_lock)
            {
                return _isFlat;
            }
        }
    }

    public MapSet Maps(IReadOnlyDictionary<string, string> given)
    {
        lock (_lock)
        {
            return _maps ??= new MapSet(this, given);
        }
    }

    /// <summary>Learns from an object that the provider showed.</summary>
    public void Show(FieldOwner owner, JObject shown)
    {
        lock (_lock)
        {
            Add(Names(_shown, (owner, false)), shown.Properties().Select(property => property.Name));
            if (owner == FieldOwner.Invoice)
            {
                Add(Names(_shown, (owner, true)), LinesOf(shown).SelectMany(line => line.Properties()).Select(property => property.Name));
            }
        }
    }

    /// <summary>Learns from a list of what an operation takes.</summary>
    /// <returns>True if the list named any field: it may name the resource alone.</returns>
    public bool Allow(FieldOwner owner, FieldOperation operation, IEnumerable<string> paths)
    {
        string root = owner.ToString();
        bool nested = false;
        List<string> fields = [];
        List<string> lines = [];
        foreach (string[] parts in paths.Select(path => path.Split('.')))
        {
            bool below = string.Equals(parts[0], root, StringComparison.OrdinalIgnoreCase);
            nested |= below;
            string[] rest = [.. parts.Skip(below ? 1 : 0)];
            if (rest.Length > 0)
            {
                fields.Add(rest[0]);
                lines.AddRange(rest.Skip(1).Take(1));
            }
        }

        lock (_lock)
        {
            // Beside a nested resource stand only parameters that are no fields.
            bool flat = !nested && fields.Any(field => IsCandidate(owner, field));
            _isFlat = nested ? false : flat ? true : _isFlat;
            bool named = nested ? paths.Any(path => path.Contains('.')) : flat;
            if (named)
            {
                _allowed[(owner, operation, false)] = new HashSet<string>(fields, StringComparer.OrdinalIgnoreCase);
                _allowed[(owner, operation, true)] = new HashSet<string>(lines, StringComparer.OrdinalIgnoreCase);
                _maps = null;
            }

            return named;
        }
    }

    /// <summary>Tells whether an operation is known to take a field; <c>null</c> where its list is not known.</summary>
    public bool? Takes(FieldOwner owner, FieldOperation operation, string field)
    {
        lock (_lock)
        {
            return _allowed.TryGetValue((owner, operation, false), out HashSet<string>? names) ? names.Contains(field) : null;
        }
    }

    /// <summary>A body without those fields that an operation is known not to take: what was read need not be.</summary>
    public JObject WithoutRefused(JObject body, FieldOwner owner, FieldOperation operation, IEnumerable<string> fields)
    {
        foreach (string field in fields.Where(field => Takes(owner, operation, field) == false))
        {
            body.Remove(field);
        }

        return body;
    }

    /// <summary>True if lines were heard to have a field of their own.</summary>
    public bool HasLine(string field)
    {
        lock (_lock)
        {
            return Names(_shown, (FieldOwner.Invoice, true)).Contains(field)
                || _allowed.Any(list => list.Key.IsLine && list.Value.Contains(field));
        }
    }

    /// <summary>
    /// Names that are taken count for more than names that are shown: lines, for one, may be read as one thing and written as another.
    /// </summary>
    FieldMap<T> MapSet.IAdapter.Adapt<T>(FieldMap<T> map, FieldOwner owner, bool isLine)
    {
        map = map.Adapted(Names(_shown, (owner, isLine)));
        foreach (HashSet<string> names in _allowed.Where(list => list.Key.Owner == owner && list.Key.IsLine == isLine).Select(list => list.Value))
        {
            map = map.Adapted(names);
        }

        return map;
    }

    private static bool IsCandidate(FieldOwner owner, string field) => owner switch
    {
        FieldOwner.Client => Has(FacturagemMaps.Client, field),
        FieldOwner.Invoice => Has(FacturagemMaps.Invoice(FacturagemMaps.Line), field),
        FieldOwner.Payment => Has(FacturagemMaps.Payment, field),
        _ => Has(FacturagemMaps.Account, field),
    };

    /// <summary>An identifier stands in addresses too, so it proves nothing.</summary>
    private static bool Has<T>(FieldMap<T> map, string field)
        where T : class, new() => map.Any(row => (row.Use & FieldDirection.Write) != 0 && row.Rank(field) <= row.OtherNames.Count);

    private static IEnumerable<JObject> LinesOf(JObject invoice)
    {
        FieldMapEntry<Invoice> row = FacturagemMaps.Invoice(FacturagemMaps.Line).First(one => one.Property == nameof(Invoice.Lines));
        return new[] { row.Name }.Concat(row.OtherNames)
            .Select(name => invoice[name])
            .OfType<JArray>()
            .Take(1)
            .SelectMany(list => list.OfType<JObject>());
    }

    private static HashSet<string> Names<TKey>(Dictionary<TKey, HashSet<string>> table, TKey key)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out HashSet<string>? names))
        {
            table[key] = names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        }

        return names;
    }

    private void Add(HashSet<string> names, IEnumerable<string> more)
    {
        int before = names.Count;
        names.UnionWith(more);
        if (names.Count > before)
        {
            _maps = null;
        }
    }
}
