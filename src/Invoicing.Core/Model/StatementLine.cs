using System;

namespace Invoicing;

/// <summary>A line of a statement. Positive balances are owed by the client.</summary>
public sealed class StatementLine
{
    internal StatementLine(StatementLineKind kind, DateTime? date, decimal? change = null)
    {
        Kind = kind;
        Date = date?.Date;
        Debit = change > 0 ? change : null;
        Credit = change < 0 ? -change : null;
    }

    /// <summary>Kind of the line.</summary>
    public StatementLineKind Kind { get; }

    /// <summary>Day of the document or the payment.</summary>
    public DateTime? Date { get; }

    /// <summary>Type of the document.</summary>
    public InvoiceType? Type { get; internal set; }

    /// <summary>Number of the document or the receipt.</summary>
    public string? Number { get; internal set; }

    /// <summary>Your own key of the document, such as an order number.</summary>
    public string? Reference { get; internal set; }

    /// <summary>Due date of the document.</summary>
    public DateTime? DueDate { get; internal set; }

    /// <summary>Amount that the client owes more by this line.</summary>
    public decimal? Debit { get; }

    /// <summary>Amount that the client owes less by this line.</summary>
    public decimal? Credit { get; }

    /// <summary>Balance after the line; <c>null</c> where the provider tells no payments.</summary>
    public decimal? Balance { get; internal set; }

    /// <summary>Currency of the amounts; <c>null</c> where the provider shows none: that of the account.</summary>
    public string? Currency { get; internal set; }

    /// <summary>Name of the client.</summary>
    public string? ClientName { get; internal set; }

    /// <summary>State of the document today.</summary>
    public InvoiceState? State { get; internal set; }

    /// <summary>The provider's identifier of the document or the payment.</summary>
    public string? Id { get; internal set; }

    /// <summary>Debit less credit.</summary>
    internal decimal Change => (Debit ?? 0) - (Credit ?? 0);

    /// <summary>Kind, number and amount.</summary>
    public override string ToString() => FormattableString.Invariant($"{Kind} {Number} {(Kind is StatementLineKind.Opening or StatementLineKind.Closing ? Balance : Change):0.00}");
}
