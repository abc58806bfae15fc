using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>A series of documents: a name, and one counter for each type.</summary>
internal sealed class SeriesRecord
{
    public SeriesRecord(string name, long firstId)
        : this(name, (_, place) => firstId + place)
    {
    }

    /// <param name="name">The name.</param>
    /// <param name="id">Gives the id of the counter for a type, and its place among them.</param>
    public SeriesRecord(string name, Func<DocumentKind, int, long> id)
    {
        Name = name;
        Counters = DocumentKind.All.Select((kind, place) => new SequenceCounter(this, kind, id(kind, place))).ToArray();
    }

    public string Name { get; }

    /// <summary>Equals the id of the counter for invoices. [official]</summary>
    public long Id => Counters[0].Id;

    public IReadOnlyList<SequenceCounter> Counters { get; }

    public bool IsRegistered => Counters[0].ValidationCode != null;

    public SequenceCounter For(DocumentKind kind) => Counters.First(counter => counter.Kind == kind);
}
