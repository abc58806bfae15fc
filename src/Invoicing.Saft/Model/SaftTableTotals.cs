namespace Invoicing.Saft;

/// <summary>The totals that a table declares at its start; handed on when the table closes, as its sums are known then.</summary>
internal sealed class SaftTableTotals(SaftTable table) : SaftRecord
{
    public SaftTable Table { get; } = table;

    /// <summary>NumberOfEntries, or NumberOfMovementLines of the transport documents.</summary>
    public long? Entries { get; set; }

    public decimal? Debit { get; set; }

    public decimal? Credit { get; set; }

    /// <summary>TotalQuantityIssued of the transport documents.</summary>
    public decimal? Quantity { get; set; }

    internal override string? Key => null;
}
