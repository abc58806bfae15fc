namespace Invoicing.Saft;

/// <summary>An account of the general ledger (accounting files).</summary>
public sealed class SaftAccount : SaftRecord
{
    /// <summary>The number of the account.</summary>
    public string? Id { get; set; }

    /// <summary>The name of the account.</summary>
    public string? Description { get; set; }

    /// <summary>The debit balance at the start of the period, in euro.</summary>
    public decimal? OpeningDebit { get; set; }

    /// <summary>The credit balance at the start of the period, in euro.</summary>
    public decimal? OpeningCredit { get; set; }

    /// <summary>The debit balance at the end of the period, in euro.</summary>
    public decimal? ClosingDebit { get; set; }

    /// <summary>The credit balance at the end of the period, in euro.</summary>
    public decimal? ClosingCredit { get; set; }

    /// <summary>GR, GA, GM for first-degree, grouping and movement accounts of the general ledger; AR, AA, AM of the analytical one.</summary>
    public string? GroupingCategory { get; set; }

    /// <summary>The account that this one belongs to.</summary>
    public string? GroupingCode { get; set; }

    /// <summary>The code of the taxonomy, 1 to 999; only of movement accounts.</summary>
    public string? TaxonomyCode { get; set; }

    internal override string? Key => Id;

    /// <summary>Number and name, for display.</summary>
    public override string ToString() => $"{Id} {Description}";
}
