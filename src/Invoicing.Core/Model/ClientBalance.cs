using System;

namespace Invoicing;

/// <summary>The balance of a client. Positive amounts are owed by the client.</summary>
public sealed class ClientBalance : InvoiceRecord
{
    /// <summary>Identifier of the client.</summary>
    public string? ClientId { get; set; }

    /// <summary>ISO code of the currency.</summary>
    public string? Currency { get; set; }

    /// <summary>Balance with tax.</summary>
    public decimal? Balance { get; set; }

    /// <summary>Balance without tax.</summary>
    public decimal? NetBalance { get; set; }

    /// <summary>Overdue amount with tax.</summary>
    public decimal? Overdue { get; set; }

    /// <summary>Overdue amount without tax.</summary>
    public decimal? NetOverdue { get; set; }

    /// <summary>Part of the balance that adjustments have left (the provider's <c>remaining_balance.value</c>).</summary>
    public decimal? Remaining { get; set; }

    /// <summary>Total that can be adjusted (the provider's <c>remaining_balance.total</c>).</summary>
    public decimal? RemainingTotal { get; set; }

    /// <summary>Opening balance.</summary>
    public decimal? Initial { get; set; }

    /// <summary>Day of the opening balance.</summary>
    public DateTime? InitialDate { get; set; }

    /// <summary>Note on the opening balance.</summary>
    public string? InitialNotes { get; set; }

    /// <summary>The amounts.</summary>
    public override string ToString() => FormattableString.Invariant($"{Balance:0.00} {Currency}, overdue {Overdue:0.00}");
}
