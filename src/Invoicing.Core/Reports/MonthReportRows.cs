using System;

namespace Invoicing.Reports;

/// <summary>Turnover of a month in the currency of a report.</summary>
public sealed class MonthTurnover
{
    /// <summary>The month as year-month.</summary>
    public string Month { get; init; } = "";

    /// <summary>Number of documents.</summary>
    public int Documents { get; init; }

    /// <summary>Amount without tax, less credit notes; <c>null</c> where the source does not tell it of each document.</summary>
    public decimal? Net { get; init; }

    /// <summary>Sum of the totals of the documents.</summary>
    public decimal Total { get; init; }

    /// <summary>Month and total.</summary>
    public override string ToString() => FormattableString.Invariant($"{Month}: {Total:0.00}");
}

/// <summary>A client and what it was invoiced in the month of a report.</summary>
public sealed class MonthClient
{
    /// <summary>Name of the client.</summary>
    public string Name { get; init; } = "";

    /// <summary>Number of documents.</summary>
    public int Documents { get; init; }

    /// <summary>Amount without tax, less credit notes.</summary>
    public decimal Net { get; init; }

    /// <summary>Share of the month's amount in percent; <c>null</c> if that is not above zero.</summary>
    public decimal? Share { get; init; }

    /// <summary>Name and amount.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Net:0.00}");
}

/// <summary>The amount that clients owe of one age.</summary>
public sealed class MonthAge
{
    /// <summary>The days in words, such as <c>1 to 30 days</c>.</summary>
    public string Age { get; init; } = "";

    /// <summary>The amount.</summary>
    public decimal Amount { get; init; }

    /// <summary>Days and amount.</summary>
    public override string ToString() => FormattableString.Invariant($"{Age}: {Amount:0.00}");
}

/// <summary>A number that is not what it was in an earlier report.</summary>
public sealed class MonthChange
{
    /// <summary>The name of the number.</summary>
    public string Name { get; init; } = "";

    /// <summary>The number before; <c>null</c> if the earlier report does not have it.</summary>
    public decimal? Before { get; init; }

    /// <summary>The number now; <c>null</c> if it is gone.</summary>
    public decimal? Now { get; init; }

    /// <summary>The number now less the one before.</summary>
    public decimal Difference => (Now ?? 0) - (Before ?? 0);

    /// <summary>Name and numbers.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Before:0.00##} -> {Now:0.00##}");
}
