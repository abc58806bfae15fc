using System;

namespace Invoicing.Saft;

/// <summary>A line of a document. Which values it has depends on the table that the document stands in.</summary>
public sealed class SaftLine
{
    /// <summary>The line of the file where the line of the document starts, counted from 1.</summary>
    public int SourceLine { get; set; }

    /// <summary>The number of the line; gaps are normal.</summary>
    public long? LineNumber { get; set; }

    /// <summary>The orders or delivery notes behind the line.</summary>
    public SaftList<SaftOrderReference> OrderReferences { get; } = [];

    /// <summary>The key of the product.</summary>
    public string? ProductCode { get; set; }

    /// <summary>The description of the product.</summary>
    public string? ProductDescription { get; set; }

    /// <summary>The quantity.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>The unit.</summary>
    public string? UnitOfMeasure { get; set; }

    /// <summary>The price of one unit, in euro, without tax and after discounts.</summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>A taxable amount of one unit that is not part of the net total.</summary>
    public decimal? TaxBase { get; set; }

    /// <summary>The date of the supply.</summary>
    public DateTime? TaxPointDate { get; set; }

    /// <summary>The documents that a credit or debit note corrects.</summary>
    public SaftList<SaftLineReference> References { get; } = [];

    /// <summary>The documents that a line of a receipt pays.</summary>
    public SaftList<SaftSourceReference> SourceDocuments { get; } = [];

    /// <summary>The description of the line.</summary>
    public string? Description { get; set; }

    /// <summary>The serial numbers of the goods.</summary>
    public SaftList<string> SerialNumbers { get; } = [];

    /// <summary>The amount without tax, where it is on the debit side (returns).</summary>
    public decimal? DebitAmount { get; set; }

    /// <summary>The amount without tax, where it is on the credit side (sales).</summary>
    public decimal? CreditAmount { get; set; }

    /// <summary>The tax.</summary>
    public SaftTax? Tax { get; set; }

    /// <summary>The reason for which there is no tax.</summary>
    public string? TaxExemptionReason { get; set; }

    /// <summary>The reason for which there is no tax, as a code: M and two digits.</summary>
    public string? TaxExemptionCode { get; set; }

    /// <summary>The discounts that are already taken off, for information.</summary>
    public decimal? SettlementAmount { get; set; }

    /// <summary>The administrative codes of excise goods.</summary>
    public SaftList<string> ArcNumbers { get; } = [];

    /// <summary>The excise duty.</summary>
    public decimal? IecAmount { get; set; }

    /// <summary>The amount with its sign: credit above zero, debit below.</summary>
    public decimal Amount => (CreditAmount ?? 0m) - (DebitAmount ?? 0m);

    /// <summary>Quantity, product, signed amount and tax, for display.</summary>
    public override string ToString() => $"{SaftText.Of(Quantity)} {ProductCode ?? SourceDocuments.ToString()} {SaftText.Of(Amount)} {Tax}".Trim();
}
