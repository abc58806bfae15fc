using System;

namespace Invoicing.Saft;

/// <summary>The document that a line of a credit or debit note corrects.</summary>
public sealed class SaftLineReference
{
    /// <summary>The number of the corrected document.</summary>
    public string? Reference { get; set; }

    /// <summary>The reason for the correction.</summary>
    public string? Reason { get; set; }

    /// <summary>Number and reason, for display.</summary>
    public override string ToString() => $"{Reference} {Reason}".Trim();
}

/// <summary>The order or delivery note behind a line.</summary>
public sealed class SaftOrderReference
{
    /// <summary>The number of the order or delivery note.</summary>
    public string? OriginatingOn { get; set; }

    /// <summary>Its date.</summary>
    public DateTime? OrderDate { get; set; }

    /// <summary>Number and date, for display.</summary>
    public override string ToString() => $"{OriginatingOn} {SaftText.Of(OrderDate)}".Trim();
}

/// <summary>The document that a line of a receipt pays.</summary>
public sealed class SaftSourceReference
{
    /// <summary>The number of the document.</summary>
    public string? OriginatingOn { get; set; }

    /// <summary>Its date.</summary>
    public DateTime? InvoiceDate { get; set; }

    /// <summary>A description.</summary>
    public string? Description { get; set; }

    /// <summary>Number and date, for display.</summary>
    public override string ToString() => $"{OriginatingOn} {SaftText.Of(InvoiceDate)}".Trim();
}
