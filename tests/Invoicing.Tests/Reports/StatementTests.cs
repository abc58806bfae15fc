using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Reports;
using Xunit;

namespace Invoicing.Tests.Reports;

/// <summary>Balances of statements, and the numbers of their page.</summary>
public sealed class StatementTests
{
    private static readonly DateTime From = new(2026, 3, 1);
    private static readonly DateTime To = new(2026, 3, 31);

    [Fact]
    public void BalancesRunFromTheOpeningToTheClosing()
    {
        var statement = Statement(
            Line(StatementLineKind.Payment, "2026-03-10", -40, "R 2"),
            Line(StatementLineKind.Document, "2026-02-01", 100, "FT 1"),
            Line(StatementLineKind.Document, "2026-03-10", 50, "FT 2"),
            Line(StatementLineKind.Payment, "2026-02-28", -30, "R 1"),
            Line(StatementLineKind.Document, "2026-03-31", -20, "NC 1"),
            Line(StatementLineKind.Document, "2026-04-01", 999, "FT 3"));

        Assert.Equal(70, statement.Opening);
        Assert.Equal(60, statement.Closing);
        Assert.Equal((50m, 60m), (statement.Debits, statement.Credits));
        Assert.Equal(statement.Closing, statement.Opening + statement.Debits - statement.Credits);
        Assert.Equal([null, "FT 2", "R 2", "NC 1", null], statement.Lines.Select(line => line.Number));
        Assert.Equal([70, 120, 80, 60, 60], statement.Lines.Select(line => line.Balance));
        Assert.All(statement.Lines, line => Assert.Equal(("EUR", "Norte"), (line.Currency, line.ClientName)));
    }

    [Fact]
    public void TheFirstAndTheLastDayBelongToThePeriod()
    {
        var statement = Statement(Line(StatementLineKind.Document, "2026-03-01", 1, "a"), Line(StatementLineKind.Document, "2026-03-31", 2, "b"));
        Assert.Equal((0m, 3m), (statement.Opening, statement.Closing));
        Assert.Equal(4, statement.Lines.Count);

        // Also where a provider tells the time of day.
        Assert.Equal(2, Statement(Line(StatementLineKind.Document, "2026-03-31T23:59:59", 2, "b")).Closing);
    }

    [Fact]
    public void WithoutPaymentsThereIsNoBalance()
    {
        var statement = ClientStatement.Of(Norte(), "EUR", From, To, [Line(StatementLineKind.Document, "2026-03-10", 50, "FT 2")], arePaymentsTold: false);
        Assert.Null(statement.Opening);
        Assert.Null(statement.Closing);
        Assert.All(statement.Lines, line => Assert.Null(line.Balance));
        Assert.Equal(50, statement.Debits);
    }

    [Fact]
    public void ThePageHasTheNumbersOfTheObjects()
    {
        ClientStatement[] statements =
        [
            Statement(Line(StatementLineKind.Document, "2026-03-10", 1234.5m, "FT 2"), Line(StatementLineKind.Payment, "2026-03-11", -0.01m, "R 2"), Line(StatementLineKind.Payment, "2026-03-12", 3, "R 3")),
            ClientStatement.Of(Norte(), "USD", From, To, [Line(StatementLineKind.Document, "2026-03-10", -5, "NC 9")], arePaymentsTold: true),
        ];
        string html = StatementReport.Of(statements, "Acme & Filhos, Lda.").ToString();

        IEnumerable<decimal?> expected = statements.Select(statement => statement.Closing)
            .Concat(statements.SelectMany(statement => statement.Lines).SelectMany(line => new[] { line.Debit, line.Credit, line.Balance }).Where(amount => amount is not null));
        Assert.Equal(expected, Regex.Matches(html, "<data value=\"([^\"]+)\">").Select(match => (decimal?)decimal.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("Acme &amp; Filhos, Lda.", html, StringComparison.Ordinal);
        Assert.Contains("Repayment", html, StringComparison.Ordinal);
        Assert.Contains("1,234.50", html, StringComparison.Ordinal);
    }

    [Fact]
    public void APageWithoutBalancesShowsStatesAndSaysWhy()
    {
        StatementLine line = Line(StatementLineKind.Document, "2026-03-10", 50, "FT 2");
        line.State = InvoiceState.Settled;
        var statement = ClientStatement.Of(Norte(), null, null, To, [line], arePaymentsTold: false);
        statement.Notes = ["no payments are told"];
        string html = StatementReport.Of([statement]).ToString();

        Assert.Contains("no payments are told", html, StringComparison.Ordinal);
        Assert.Contains("Settled", html, StringComparison.Ordinal);
        Assert.DoesNotContain("balance</td>", html, StringComparison.OrdinalIgnoreCase);
    }

    private static Client Norte() => new() { Id = "1", Name = "Norte" };

    private static ClientStatement Statement(params StatementLine[] entries) => ClientStatement.Of(Norte(), "EUR", From, To, entries, arePaymentsTold: true);

    private static StatementLine Line(StatementLineKind kind, string day, decimal change, string number) =>
        new(kind, DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), change) { Number = number, Type = kind == StatementLineKind.Document ? InvoiceType.Invoice : null };
}
