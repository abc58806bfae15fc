namespace Invoicing.Saft;

/// <summary>Kinds of differences between two files.</summary>
public enum SaftChange
{
    /// <summary>It is in the reference only.</summary>
    Missing,

    /// <summary>It is in the file only.</summary>
    Added,

    /// <summary>One of its values is another one.</summary>
    Changed,
}

/// <summary>One difference: a document that only one side has, or one value that differs.</summary>
public sealed class SaftDifference
{
    internal SaftDifference(SaftChange change, SaftDocumentFacts facts, string? property, string? reference, string? difference)
    {
        Change = change;
        Table = facts.Table;
        Number = facts.Number;
        Property = property;
        Reference = reference;
        Difference = difference;
    }

    /// <summary>The file; set by who compared it.</summary>
    public string? Path { get; set; }

    /// <summary>Missing, Added or Changed.</summary>
    public SaftChange Change { get; }

    /// <summary>The table that the document stands in.</summary>
    public SaftTable Table { get; }

    /// <summary>The document's number.</summary>
    public string Number { get; }

    /// <summary>The value that differs; null for a document that only one side has.</summary>
    public string? Property { get; }

    /// <summary>The value in the reference; the gross total of a document that only the reference has.</summary>
    public string? Reference { get; }

    /// <summary>The value in the file; the gross total of a document that only the file has.</summary>
    public string? Difference { get; }

    /// <summary>The difference in one line, for display.</summary>
    public override string ToString()
        => Property is null ? $"{Number}: {Change}" : $"{Number}: {Property} {Reference} -> {Difference}";
}
