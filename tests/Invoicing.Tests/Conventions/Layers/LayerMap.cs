using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Tests.Conventions.Layers;

/// <summary>The arrows between the folders of one project, and the types that make each of them.</summary>
internal sealed class LayerMap
{
    private readonly SortedDictionary<(string From, string To), SortedSet<string>> _arrows = [];

    private LayerMap()
    {
    }

    /// <summary>Types that no folder could be found for.</summary>
    public List<string> Homeless { get; } = [];

    public IEnumerable<(string From, string To)> Arrows => _arrows.Keys;

    /// <summary>Draws the arrows of some types.</summary>
    public static LayerMap Of(IEnumerable<Type> types, Func<Type, string?> folderOf, Func<Type, string> nameOf)
    {
        var map = new LayerMap();
        foreach (Type type in types)
        {
            if (folderOf(type) is not { } from)
            {
                map.Homeless.Add(type.FullName!);
                continue;
            }

            foreach (Type used in TypeReferences.Of(type))
            {
                if (folderOf(used) is { } to && to != from)
                {
                    map.Add(from, to, $"{nameOf(type)} -> {nameOf(used)}");
                }
            }
        }

        return map;
    }

    /// <summary>The arrows that a rule does not allow, with the types that make them.</summary>
    public IEnumerable<string> Forbidden(Func<string, string, bool> isAllowed) => _arrows
        .Where(arrow => !isAllowed(arrow.Key.From, arrow.Key.To))
        .Select(arrow => $"{arrow.Key.From} -> {arrow.Key.To}: {string.Join("; ", arrow.Value)}");

    /// <summary>The groups of folders that reach each other, with the types that make the arrows between them.</summary>
    public IEnumerable<string> Cycles()
    {
        var reached = Arrows.Select(arrow => arrow.From).Distinct().ToDictionary(folder => folder, Reached);
        foreach (((string from, string to), SortedSet<string> types) in _arrows)
        {
            if (reached.TryGetValue(to, out HashSet<string>? back) && back.Contains(from))
            {
                yield return $"{from} -> {to}: {string.Join("; ", types)}";
            }
        }
    }

    private HashSet<string> Reached(string start)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out string? folder))
        {
            foreach ((string _, string to) in Arrows.Where(arrow => arrow.From == folder))
            {
                if (reached.Add(to))
                {
                    open.Enqueue(to);
                }
            }
        }

        return reached;
    }

    private void Add(string from, string to, string types)
    {
        if (!_arrows.TryGetValue((from, to), out SortedSet<string>? known))
        {
            _arrows[(from, to)] = known = new SortedSet<string>(StringComparer.Ordinal);
        }

        known.Add(types);
    }
}
