using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>A series of document numbers, with a counter for each type of document.</summary>
public sealed class Sequence : InvoiceRecord
{
    /// <summary>Name of the series, such as <c>2026</c>: the part of a number before the slash.</summary>
    public string? Name { get; set; }

    /// <summary>True for the default series of new documents.</summary>
    public bool? IsDefault { get; set; }

    /// <summary>The counters of the series, one per type of document.</summary>
    public IReadOnlyList<SequenceCounter> Counters { get; internal set; } = [];

    /// <summary>Gives the counter of a type.</summary>
    /// <param name="type">The type of document.</param>
    /// <returns>The counter, or <c>null</c> if the series has none for the type yet.</returns>
    public SequenceCounter? For(InvoiceType type) => Counters.FirstOrDefault(counter => counter.Type == type);

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}

/// <summary>The counter of one type of document in a series.</summary>
public sealed class SequenceCounter
{
    /// <summary>The type of document.</summary>
    public InvoiceType Type { get; internal init; }

    /// <summary>The provider's identifier of the counter, for documents of this type.</summary>
    public string? Id { get; internal init; }

    /// <summary>The last number used.</summary>
    public long? Number { get; internal init; }

    /// <summary>Validation code of the Portuguese tax authority; <c>N/D</c> if not registered, <c>N/A</c> if not required.</summary>
    public string? ValidationCode { get; internal init; }

    /// <summary>Type, last number and code.</summary>
    public override string ToString() => $"{Type} {Number} {ValidationCode}";
}
