namespace Invoicing.Saft;

/// <summary>A rule of the catalogue; <see cref="SaftRules.All"/> lists them.</summary>
public sealed class SaftRule
{
    internal SaftRule(string id, SaftLevel level, SaftTier tier, string title, string meaning, string source)
    {
        Id = id;
        Level = level;
        Tier = tier;
        Title = title;
        Meaning = meaning;
        Source = source;
    }

    /// <summary>The identifier, for example N01.</summary>
    public string Id { get; }

    /// <summary>The level of its findings, if they are not said to be of another.</summary>
    public SaftLevel Level { get; }

    /// <summary>Whom its findings concern, if they are not said to concern others.</summary>
    public SaftTier Tier { get; }

    /// <summary>The rule in a few words.</summary>
    public string Title { get; }

    /// <summary>The values that are compared, and the tolerance.</summary>
    public string Meaning { get; }

    /// <summary>The law or schema that it comes from; empty where it follows from the meaning of the data.</summary>
    public string Source { get; }

    /// <summary>Identifier and title, for display.</summary>
    public override string ToString() => $"{Id} {Title}";
}
