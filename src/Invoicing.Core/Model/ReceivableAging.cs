using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>Open amounts of a client in one currency, by the days since they were due. Credits count in the column of their own due date.</summary>
public sealed class ReceivableAging
{
    private ReceivableAging(IReadOnlyList<Receivable> open)
    {
        Receivable first = open[0];
        Origin = first.Origin;
        ClientId = first.ClientId;
        ClientName = first.ClientName;
        Currency = first.Currency;
        AsOf = first.AsOf;
        Current = Sum(open, 0, 0);
        Days1To30 = Sum(open, 1, 30);
        Days31To60 = Sum(open, 31, 60);
        Days61To90 = Sum(open, 61, 90);
        Over90 = Sum(open, 91, int.MaxValue);
        NoDueDate = open.Where(one => one.DaysOverdue is null).Sum(one => one.Outstanding);
        Total = open.Sum(one => one.Outstanding);
        DocumentCount = open.Count;
        IsExact = open.All(one => one.Basis != OutstandingBasis.AtMost);
    }

    /// <summary>Identifier of the client.</summary>
    public string? ClientId { get; }

    /// <summary>Name of the client.</summary>
    public string? ClientName { get; }

    /// <summary>Currency of the amounts; amounts of two currencies are never added. <c>null</c> where the provider shows none: that of the account.</summary>
    public string? Currency { get; }

    /// <summary>Amount that is not due yet.</summary>
    public decimal Current { get; }

    /// <summary>Amount that was due 1 to 30 days ago.</summary>
    public decimal Days1To30 { get; }

    /// <summary>Amount that was due 31 to 60 days ago.</summary>
    public decimal Days31To60 { get; }

    /// <summary>Amount that was due 61 to 90 days ago.</summary>
    public decimal Days61To90 { get; }

    /// <summary>Amount that was due more than 90 days ago.</summary>
    public decimal Over90 { get; }

    /// <summary>Amount of documents without a due date, whose age nobody can say.</summary>
    public decimal NoDueDate { get; }

    /// <summary>Sum of all columns.</summary>
    public decimal Total { get; }

    /// <summary>Number of documents.</summary>
    public int DocumentCount { get; }

    /// <summary>True if each amount is exact; false if the provider does not tell what is left of a document that is paid in part.</summary>
    public bool IsExact { get; }

    /// <summary>The day for which the amounts and the days are told.</summary>
    public DateTime AsOf { get; }

    /// <summary>Provider, account and session of the documents.</summary>
    public string? Origin { get; }

    /// <summary>Adds open documents up by client and currency.</summary>
    /// <param name="receivables">The documents.</param>
    /// <returns>A row for each client and currency, by name. Documents of two accounts, or of two days, are never added.</returns>
    public static IReadOnlyList<ReceivableAging> Of(IEnumerable<Receivable> receivables) =>
    [
        .. receivables
            .GroupBy(one => (one.Origin, Client: one.ClientId ?? one.ClientName, one.Currency, one.AsOf))
            .Select(same => new ReceivableAging([.. same]))
            .OrderBy(row => row.ClientName, StringComparer.OrdinalIgnoreCase)
            .ThenBy(row => row.ClientId, StringComparer.Ordinal)
            .ThenBy(row => row.Currency, StringComparer.Ordinal),
    ];

    /// <summary>Client and total.</summary>
    public override string ToString() => FormattableString.Invariant($"{ClientName ?? ClientId}: {Total:0.00} {Currency}").TrimEnd();

    private static decimal Sum(IEnumerable<Receivable> open, int from, int to) =>
        open.Where(one => one.DaysOverdue >= from && one.DaysOverdue <= to).Sum(one => one.Outstanding);
}
