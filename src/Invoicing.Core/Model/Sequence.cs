using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>A series of document numbers. In it, every type of document counts for itself.</summary>
public sealed class Sequence : InvoiceRecord
{
    /// <summary>Name of the series, such as <c>2026</c>: what stands before the slash of a number.</summary>
    public string? Name { get; set; }

    /// <summary>Whether documents without a series get this one.</summary>
    public bool? IsDefault { get; set; }

    /// <summary>The counters of the series, one a type of document.</summary>
    public IReadOnlyList<SequenceCounter> Counters { get; internal set; } = [];

    /// <summary>Gives the counter of a type.</summary>
    /// <param name="type">The type of document.</param>
    /// <returns>The counter, or <c>null</c> if the series has none for it (yet).</returns>
    public SequenceCounter? For(InvoiceType type) => Counters.FirstOrDefault(counter => counter.Type == type);

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}

/// <summary>The counter of one type of document in a series.</summary>
public sealed class SequenceCounter
{
    /// <summary>The type of document.</summary>
    public InvoiceType Type { get; internal init; }

    /// <summary>The provider's identifier, which a document of this type names to be numbered here.</summary>
    public string? Id { get; internal init; }

    /// <summary>The number that was given last.</summary>
    public long? Number { get; internal init; }

    /// <summary>Code of the Portuguese tax authority: <c>N/D</c> if it was not registered, <c>N/A</c> if that is not needed.</summary>
    public string? ValidationCode { get; internal init; }

    /// <summary>Type, last number and code.</summary>
    public override string ToString() => $"{Type} {Number} {ValidationCode}";
}
