using System;

namespace Invoicing.Saft;

/// <summary>A transaction of the general ledger (accounting files): entries whose debits equal their credits.</summary>
public sealed class SaftTransaction : SaftRecord
{
    /// <summary>The key: date, journal and archive number.</summary>
    public string? Id { get; set; }

    /// <summary>The journal that the transaction stands in.</summary>
    public string? JournalId { get; set; }

    /// <summary>The month, counted from the start of the fiscal year; 13 to 16 for closing entries.</summary>
    public int? Period { get; set; }

    /// <summary>The date of the transaction.</summary>
    public DateTime? Date { get; set; }

    /// <summary>The user who entered it.</summary>
    public string? SourceId { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>The number of the document in the archive.</summary>
    public string? DocArchivalNumber { get; set; }

    /// <summary>N normal, R regularisation of the period, A closing of results, J adjustment.</summary>
    public string? Type { get; set; }

    /// <summary>The day of posting.</summary>
    public DateTime? PostingDate { get; set; }

    /// <summary>The key of the customer.</summary>
    public string? CustomerId { get; set; }

    /// <summary>The key of the supplier.</summary>
    public string? SupplierId { get; set; }

    /// <summary>The debits and credits.</summary>
    public SaftList<SaftTransactionLine> Lines { get; } = [];

    internal override string? Key => Id;

    /// <summary>Key and description, for display.</summary>
    public override string ToString() => $"{Id} {Description}";
}

/// <summary>A debit or a credit of a transaction.</summary>
public sealed class SaftTransactionLine
{
    /// <summary>The number of the line.</summary>
    public string? RecordId { get; set; }

    /// <summary>The account.</summary>
    public string? AccountId { get; set; }

    /// <summary>The document behind the line.</summary>
    public string? SourceDocumentId { get; set; }

    /// <summary>The moment at which the line was entered.</summary>
    public DateTime? SystemEntryDate { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>The debit in euro; null for a credit.</summary>
    public decimal? DebitAmount { get; set; }

    /// <summary>The credit in euro; null for a debit.</summary>
    public decimal? CreditAmount { get; set; }

    /// <summary>Account and amount, for display.</summary>
    public override string ToString()
        => DebitAmount is { } debit ? $"{AccountId} debit {SaftText.Of(debit)}" : $"{AccountId} credit {SaftText.Of(CreditAmount)}";
}
