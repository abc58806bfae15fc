using System;

namespace Invoicing.Saft;

/// <summary>The values of a document that a comparison uses. A value that is null is not compared.</summary>
public sealed class SaftDocumentFacts
{
    /// <summary>The table that the document stands in.</summary>
    public SaftTable Table { get; set; }

    /// <summary>The number, by which documents are matched.</summary>
    public string Number { get; set; } = "";

    /// <summary>The type.</summary>
    public string? Type { get; set; }

    /// <summary>The date.</summary>
    public DateTime? Date { get; set; }

    /// <summary>The status.</summary>
    public string? Status { get; set; }

    /// <summary>The tax number of the customer or supplier; its key where it has none.</summary>
    public string? Customer { get; set; }

    /// <summary>The number of lines.</summary>
    public int? Lines { get; set; }

    /// <summary>The net total in euro.</summary>
    public decimal? Net { get; set; }

    /// <summary>The tax in euro.</summary>
    public decimal? Tax { get; set; }

    /// <summary>The gross total in euro.</summary>
    public decimal? Gross { get; set; }

    /// <summary>A fingerprint of the signature, behind its four printed characters.</summary>
    public string? Hash { get; set; }

    /// <summary>The number, for display.</summary>
    public override string ToString() => Number;
}
