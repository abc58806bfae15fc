using System;

namespace Invoicing;

/// <summary>Reasons for which a document and its lines say different amounts.</summary>
public enum TaxDifferenceReason
{
    /// <summary>The document rounds to cents, its lines do not.</summary>
    Rounding,

    /// <summary>The total is less what the client keeps back.</summary>
    Withholding,

    /// <summary>The document has no lines, so that its rates are not known.</summary>
    MissingLines,

    /// <summary>The amounts differ by more than rounding can explain. They are in a row of their own without a rate.</summary>
    Unexplained,
}

/// <summary>One document whose amounts are not those of its lines, or whose total is not that of its amounts: which, by how much, and why.</summary>
public sealed class TaxDifference
{
    /// <summary>The document.</summary>
    public TaxedDocument Document { get; init; } = new();

    /// <summary>Number of the document.</summary>
    public string? Number => Document.Number;

    /// <summary>The provider's identifier of the document.</summary>
    public string? Id => Document.Id;

    /// <summary>Date of the document.</summary>
    public DateTime? Date => Document.Date;

    /// <summary>Counted, or why not.</summary>
    public TaxMeasureState State => Document.State;

    /// <summary>The rate in percent; <c>null</c> for the document as a whole.</summary>
    public decimal? Rate { get; init; }

    /// <summary>The reason.</summary>
    public TaxDifferenceReason Reason { get; init; }

    /// <summary>The amount without tax that the document says, less that of its lines.</summary>
    public decimal Net { get; init; }

    /// <summary>The tax that the document says, less that of its lines.</summary>
    public decimal Tax { get; init; }

    /// <summary>The total that the document says, less its amount, tax and surcharge.</summary>
    public decimal Total { get; init; }

    /// <summary>Document, amounts and reason.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Document}{(Rate is { } rate ? $" at {rate:0.##} %" : "")}: net {Net:+0.00####;-0.00####;0}, tax {Tax:+0.00####;-0.00####;0}, total {Total:+0.00####;-0.00####;0} ({Reason})");
}
