namespace Invoicing.Saft;

/// <summary>One table of documents: what it declares, what it holds.</summary>
public sealed class SaftTableSummary
{
    internal SaftTableSummary(SaftTable table) => Table = table;

    /// <summary>The table.</summary>
    public SaftTable Table { get; }

    /// <summary>The number of documents, cancelled ones included; of transactions in the general ledger.</summary>
    public long Documents { get; internal set; }

    /// <summary>The number of lines, those of cancelled documents included.</summary>
    public long Lines { get; internal set; }

    /// <summary>The declared number of documents, or of lines in MovementOfGoods; null where it is missing.</summary>
    public long? DeclaredEntries { get; internal set; }

    /// <summary>The declared total of debits, in euro without tax; null in MovementOfGoods.</summary>
    public decimal? DeclaredDebit { get; internal set; }

    /// <summary>The declared total of credits, in euro without tax; null in MovementOfGoods.</summary>
    public decimal? DeclaredCredit { get; internal set; }

    /// <summary>The declared total of quantities; null outside MovementOfGoods.</summary>
    public decimal? DeclaredQuantity { get; internal set; }

    /// <summary>The sum of the debits that count.</summary>
    public decimal Debit { get; internal set; }

    /// <summary>The sum of the credits that count.</summary>
    public decimal Credit { get; internal set; }

    /// <summary>The sum of the quantities that count; 0 outside MovementOfGoods.</summary>
    public decimal Quantity { get; internal set; }

    /// <summary>The number of faults of level error.</summary>
    public long Errors { get; internal set; }

    /// <summary>The number of faults of level warning.</summary>
    public long Warnings { get; internal set; }

    /// <summary>The signatures that fit the public key; 0 without a key.</summary>
    public long SignaturesVerified { get; internal set; }

    /// <summary>The signatures that do not fit the public key.</summary>
    public long SignaturesFailed { get; internal set; }

    /// <summary>The signatures that cannot be verified: their predecessor is in an earlier file, or another program signed.</summary>
    public long SignaturesUnverifiable { get; internal set; }

    /// <summary>The table and the number of its documents.</summary>
    public override string ToString() => $"{Table} {Documents}";
}
