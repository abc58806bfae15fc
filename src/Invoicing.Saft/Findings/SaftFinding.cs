using System.Collections.Generic;

namespace Invoicing.Saft;

/// <summary>Something that the checker found; the same fault at many places is one finding with a count.</summary>
public sealed class SaftFinding
{
    private readonly List<SaftPlace> _places = [];

    internal SaftFinding(SaftRule rule, SaftLevel level, SaftTier tier, SaftTable table, string description)
    {
        Rule = rule;
        Level = level;
        Tier = tier;
        Table = table;
        Description = description;
    }

    /// <summary>The file; null for a stream.</summary>
    public string? Path { get; internal set; }

    /// <summary>The identifier of the rule, for example N01.</summary>
    public string RuleId => Rule.Id;

    /// <summary>The rule.</summary>
    public SaftRule Rule { get; }

    /// <summary>The gravity.</summary>
    public SaftLevel Level { get; }

    /// <summary>Whom it concerns.</summary>
    public SaftTier Tier { get; }

    /// <summary>The table or part of the file.</summary>
    public SaftTable Table { get; }

    /// <summary>The fault, without place and values.</summary>
    public string Description { get; }

    /// <summary>The number of times that it occurs.</summary>
    public long Count { get; private set; }

    /// <summary>The first few places; never empty.</summary>
    public IReadOnlyList<SaftPlace> Places => _places;

    /// <summary>The document's number at the first place; of a master record its key; null where there is none.</summary>
    public string? DocumentNumber => _places[0].DocumentNumber;

    /// <summary>The line of the file at the first place, counted from 1; 0 where there is none.</summary>
    public int Line => _places[0].Line;

    /// <summary>The value that should be at the first place; null where that cannot be said in a word.</summary>
    public string? Expected => _places[0].Expected;

    /// <summary>The value at the first place.</summary>
    public string? Found => _places[0].Found;

    /// <summary>The fault in one sentence, with the document, the expected value, the value that was found, and the number of times.</summary>
    public string Message
    {
        get
        {
            var where = DocumentNumber is null ? "" : DocumentNumber + ": ";
            var expected = Expected is null ? "" : $" Expected: {Expected}.";
            var found = Found is null ? "" : $" Found: {Found}.";
            var more = Count > 1 ? $" ({Count} times)" : "";
            return where + Description + expected + found + more;
        }
    }

    /// <summary>Rule, level and message, for display.</summary>
    public override string ToString() => $"{RuleId} {Level}: {Message}";

    internal bool HasRoom(int places) => _places.Count < places;

    internal void Add(SaftPlace? place)
    {
        Count++;
        if (place is not null)
        {
            _places.Add(place);
        }
    }
}
