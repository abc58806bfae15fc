using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Saft.Checks;

/// <summary>The series of the file, and what the file before it said about them.</summary>
internal sealed class SeriesBook
{
    private readonly Dictionary<string, SeriesEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SaftSeriesState> _previous;

    public SeriesBook(SaftChainState? previous)
        => _previous = (previous?.Series ?? []).GroupBy(state => state.Series).ToDictionary(group => group.Key, group => group.Last());

    /// <summary>Drops what was said about the series of another company.</summary>
    public void ForgetPrevious() => _previous.Clear();

    public IEnumerable<SeriesEntry> All => _entries.Values;

    public SeriesEntry? Find(string series) => _entries.TryGetValue(series, out var entry) ? entry : null;

    /// <summary>The entry of a document's series; null where the number has not the legal form.</summary>
    public SeriesEntry? EntryOf(SaftDocument document)
    {
        if (document.Series is not { } series)
        {
            return null;
        }

        if (!_entries.TryGetValue(series, out var entry))
        {
            _previous.TryGetValue(series, out var previous);
            _entries.Add(series, entry = new SeriesEntry(series, document.Table, previous));
        }

        return entry;
    }

    /// <summary>The present state of the series; those that the file lacks are carried on.</summary>
    public SaftChainState ToState(string? taxNumber)
    {
        var states = _entries.Values.Select(entry => entry.ToState())
            .Concat(_previous.Values.Where(state => !_entries.ContainsKey(state.Series)));
        return new SaftChainState
        {
            TaxRegistrationNumber = taxNumber,
            Series = states.OrderBy(state => state.Series, StringComparer.Ordinal).ToList(),
        };
    }
}

/// <summary>A series: its numbers and the signature of the last one.</summary>
internal sealed class SeriesEntry(string name, SaftTable table, SaftSeriesState? previous)
{
    private string? _lastHash;

    public string Name { get; } = name;

    public SaftTable Table { get; } = table;

    public SaftSeriesState? Previous { get; } = previous;

    public NumberRanges Numbers { get; } = new();

    /// <summary>Adds a document; false where its number was there.</summary>
    public bool Add(SaftDocument document, long number)
    {
        if (number > Numbers.Last)
        {
            _lastHash = document.Hash;
        }

        return Numbers.Add(number, document.SourceLine);
    }

    public SaftSeriesState ToState()
    {
        // A file that was checked before must not set the series back.
        return Previous is not null && Previous.LastNumber > Numbers.Last
            ? Previous
            : new SaftSeriesState { Series = Name, LastNumber = Numbers.Last, LastHash = _lastHash };
    }
}
