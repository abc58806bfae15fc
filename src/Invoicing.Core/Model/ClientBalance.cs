using System;

namespace Invoicing;

/// <summary>What a client owes. Amounts above zero are owed by the client.</summary>
public sealed class ClientBalance : InvoiceRecord
{
    /// <summary>Identifier of the client.</summary>
    public string? ClientId { get; set; }

    /// <summary>ISO code of the currency.</summary>
    public string? Currency { get; set; }

    /// <summary>What is owed, with tax.</summary>
    public decimal? Balance { get; set; }

    /// <summary>What is owed, without tax.</summary>
    public decimal? NetBalance { get; set; }

    /// <summary>What is overdue, with tax.</summary>
    public decimal? Overdue { get; set; }

    /// <summary>What is overdue, without tax.</summary>
    public decimal? NetOverdue { get; set; }

    /// <summary>What is left of the balance for adjustments (the provider's <c>remaining_balance.value</c>).</summary>
    public decimal? Remaining { get; set; }

    /// <summary>All that can be adjusted (the provider's <c>remaining_balance.total</c>).</summary>
    public decimal? RemainingTotal { get; set; }

    /// <summary>What was owed at the beginning.</summary>
    public decimal? Initial { get; set; }

    /// <summary>Day of the beginning.</summary>
    public DateTime? InitialDate { get; set; }

    /// <summary>Text on the beginning.</summary>
    public string? InitialNotes { get; set; }

    /// <summary>The amounts.</summary>
    public override string ToString() => FormattableString.Invariant($"{Balance:0.00} {Currency}, overdue {Overdue:0.00}");
}
