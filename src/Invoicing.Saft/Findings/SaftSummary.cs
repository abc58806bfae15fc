using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Saft;

/// <summary>The contents of a file and the result of its check.</summary>
public sealed class SaftSummary
{
    /// <summary>The file; null for a stream.</summary>
    public string? Path { get; internal set; }

    /// <summary>The version of the structure, from the namespace; null where the file is no SAF-T (PT).</summary>
    public string? Version { get; internal set; }

    /// <summary>The name of the company.</summary>
    public string? CompanyName { get; internal set; }

    /// <summary>The tax number of the company.</summary>
    public string? TaxRegistrationNumber { get; internal set; }

    /// <summary>The first day of the period.</summary>
    public DateTime? StartDate { get; internal set; }

    /// <summary>The last day of the period.</summary>
    public DateTime? EndDate { get; internal set; }

    /// <summary>The day by which the file is to be delivered; null for periods before 2022-12, whose rules were others.</summary>
    public DateTime? DeliveryDeadline { get; internal set; }

    /// <summary>The encoding that the file declares; null where it declares none.</summary>
    public string? DeclaredEncoding { get; internal set; }

    /// <summary>False where the file could not be read to its end.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>The four tables of documents and the general ledger, as far as the file holds them.</summary>
    public IReadOnlyList<SaftTableSummary> Tables { get; internal set; } = [];

    /// <summary>The number of faults of level error, in the whole file.</summary>
    public long Errors { get; internal set; }

    /// <summary>The number of faults of level warning, in the whole file.</summary>
    public long Warnings { get; internal set; }

    /// <summary>The number of documents.</summary>
    public long Documents => Tables.Where(table => table.Table != SaftTable.GeneralLedgerEntries).Sum(table => table.Documents);

    /// <summary>The signatures that fit the public key.</summary>
    public long SignaturesVerified => Tables.Sum(table => table.SignaturesVerified);

    /// <summary>The signatures that do not fit the public key.</summary>
    public long SignaturesFailed => Tables.Sum(table => table.SignaturesFailed);

    /// <summary>The signatures that cannot be verified: their predecessor is in an earlier file, or another program signed.</summary>
    public long SignaturesUnverifiable => Tables.Sum(table => table.SignaturesUnverifiable);
}
