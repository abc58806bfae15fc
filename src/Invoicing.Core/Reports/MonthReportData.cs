using System;
using System.Collections.Generic;

namespace Invoicing.Reports;

/// <summary>The data that a report of a month is made of.</summary>
public sealed class MonthReportData
{
    /// <summary>The month.</summary>
    public TaxPeriod Month { get; init; } = TaxPeriod.OfMonth(2000, 1);

    /// <summary>The source of the numbers, such as an account or a file.</summary>
    public string Source { get; init; } = "";

    /// <summary>The documents of the month with their lines, and those of the eleven months before with their totals at least.</summary>
    public IReadOnlyList<TaxedDocument> Documents { get; init; } = [];

    /// <summary>The open documents of all clients; <c>null</c> if the source cannot tell.</summary>
    public IReadOnlyList<Receivable>? Receivables { get; init; }

    /// <summary>The day for which the open documents are told.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>Sentences on what the source cannot tell.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
