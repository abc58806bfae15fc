using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.Saft;

// Fields that the documents of all four tables share.
internal abstract class SaftDocument
{
    /// <summary>Internal code, space, series, slash, digits.</summary>
    public required string Number { get; init; }

    /// <summary>Code of the series, hyphen, sequence number; 0 before the obligation.</summary>
    public string Atcud { get; init; } = "0";

    public required SaftStatus Status { get; init; }

    public int? Period { get; init; }

    public required DateTime Date { get; init; }

    public required string Type { get; init; }

    public required string SourceId { get; init; }

    public required DateTime SystemEntryDate { get; init; }

    public string? CustomerId { get; init; }

    public required SaftTotals Totals { get; init; }

    public SaftCurrency? Currency { get; init; }

    /// <summary>The signature; 0 for a document that is not signed, as receipts never are [official].</summary>
    public string Hash { get; init; } = "0";

    /// <summary>Only invoices and receipts have any.</summary>
    public IReadOnlyList<SaftWithholding> Withholdings { get; init; } = Array.Empty<SaftWithholding>();

    public abstract IReadOnlyList<SaftLine> AllLines { get; }
}
