using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>The account of a client in one currency over a period: opening balance, documents, payments, closing balance.</summary>
public sealed class ClientStatement
{
    private ClientStatement(Client client, string? currency, DateTime? from, DateTime to)
    {
        ClientId = client.Id;
        ClientName = client.Name;
        TaxNumber = client.TaxNumber;
        Currency = currency;
        From = from;
        To = to;
    }

    /// <summary>Identifier of the client.</summary>
    public string? ClientId { get; }

    /// <summary>Name of the client.</summary>
    public string? ClientName { get; }

    /// <summary>Tax number of the client, where it is known.</summary>
    public string? TaxNumber { get; }

    /// <summary>Currency of the amounts; <c>null</c> where the provider shows none: that of the account.</summary>
    public string? Currency { get; }

    /// <summary>First day; <c>null</c> if it begins with the first document.</summary>
    public DateTime? From { get; }

    /// <summary>Last day.</summary>
    public DateTime To { get; }

    /// <summary>Balance before the first day; <c>null</c> if the provider tells no payments.</summary>
    public decimal? Opening { get; private set; }

    /// <summary>Sum of what the client owes more.</summary>
    public decimal Debits { get; private set; }

    /// <summary>Sum of what the client owes less.</summary>
    public decimal Credits { get; private set; }

    /// <summary>Balance at the end of the last day; <c>null</c> if the provider tells no payments.</summary>
    public decimal? Closing { get; private set; }

    /// <summary>The lines, from the opening to the closing balance.</summary>
    public IReadOnlyList<StatementLine> Lines { get; private set; } = [];

    /// <summary>Notes about what cannot be known or does not agree.</summary>
    public IReadOnlyList<string> Notes { get; internal set; } = [];

    /// <summary>Puts a statement together.</summary>
    /// <param name="client">The client.</param>
    /// <param name="currency">The currency of the lines.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="entries">Documents and payments of all time, in any order.</param>
    /// <param name="arePaymentsTold">False if payments are not among them, so that there is no balance.</param>
    internal static ClientStatement Of(Client client, string? currency, DateTime? from, DateTime to, IEnumerable<StatementLine> entries, bool arePaymentsTold)
    {
        var statement = new ClientStatement(client, currency, from, to);
        StatementLine[] sorted = [.. entries
            .OrderBy(line => line.Date ?? DateTime.MinValue).ThenBy(line => line.Kind).ThenBy(line => line.Number, StringComparer.Ordinal)];
        StatementLine[] own = [.. sorted.Where(line => !(line.Date < from) && !(line.Date > to))];
        decimal balance = sorted.Where(line => line.Date < from).Sum(line => line.Change);
        statement.Opening = arePaymentsTold ? balance : null;
        foreach (StatementLine line in own)
        {
            balance += line.Change;
            line.Balance = arePaymentsTold ? balance : null;
        }

        statement.Debits = own.Sum(line => line.Debit ?? 0);
        statement.Credits = own.Sum(line => line.Credit ?? 0);
        statement.Closing = arePaymentsTold ? balance : null;
        var opening = new StatementLine(StatementLineKind.Opening, from) { Balance = statement.Opening };
        var closing = new StatementLine(StatementLineKind.Closing, to) { Balance = statement.Closing };
        statement.Lines = [opening, .. own, closing];
        foreach (StatementLine line in statement.Lines)
        {
            line.Currency = currency;
            line.ClientName = client.Name;
        }

        return statement;
    }

    /// <summary>Client and closing balance.</summary>
    public override string ToString() => FormattableString.Invariant($"{ClientName ?? ClientId}: {Closing:0.00} {Currency}").TrimEnd();
}
