using System;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The inner sequence that a series has for one type of document.</summary>
internal sealed class SequenceCounter
{
    public SequenceCounter(SeriesRecord series, DocumentKind kind, long id)
    {
        Series = series;
        Kind = kind;
        Id = id;
    }

    public SeriesRecord Series { get; }

    public DocumentKind Kind { get; }

    /// <summary>The <c>sequence_id</c> of a document.</summary>
    public long Id { get; }

    /// <summary>The last number used.</summary>
    public int Current { get; set; }

    /// <summary>The tax authority's code, or null before the series is registered.</summary>
    public string? ValidationCode { get; set; }

    public DateTime LastDate { get; set; } = DateTime.MinValue;

    public DateTime LastEntry { get; set; } = DateTime.MinValue;

    public string? LastSignature { get; set; }

    /// <summary>N/D = wanted but not registered, N/A = not wanted. [official]</summary>
    public string ShownCode => !Kind.HasAtcud ? "N/A" : ValidationCode ?? "N/D";
}
