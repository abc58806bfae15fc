using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Invoicing.Tests.Model;

/// <summary>Days, signs and columns of open documents, on a day that the test says.</summary>
public sealed class ReceivableTests
{
    private static readonly DateTime AsOf = new(2026, 3, 31);

    [Theory]
    [InlineData(-1, 0, ReceivableState.NotDue)]
    [InlineData(0, 0, ReceivableState.NotDue)]
    [InlineData(1, 1, ReceivableState.Overdue)]
    [InlineData(400, 400, ReceivableState.Overdue)]
    public void DaysCountFromTheDayAfterTheDueDate(int dueBefore, int days, ReceivableState state)
    {
        var open = Open(100, AsOf.AddDays(-dueBefore));
        Assert.Equal(days, open.DaysOverdue);
        Assert.Equal(state, open.State);
    }

    [Fact]
    public void WithoutADueDateNobodyKnowsTheDays()
    {
        var open = Open(100, due: null);
        Assert.Null(open.DaysOverdue);
        Assert.Equal(ReceivableState.NoDueDate, open.State);
    }

    [Fact]
    public void APaymentTermGivesADueDateToADocumentThatHasNone()
    {
        Invoice invoice = Document(100, due: null);
        invoice.Date = AsOf.AddDays(-31);
        Assert.Equal(1, Receivable.Of(invoice, 100, OutstandingBasis.Provider, AsOf, 30).DaysOverdue);
        invoice.DueDate = AsOf;
        Assert.Equal(0, Receivable.Of(invoice, 100, OutstandingBasis.Provider, AsOf, 30).DaysOverdue);
        invoice.DueDate = null;
        invoice.Date = DateTime.MaxValue;
        Assert.Null(Receivable.Of(invoice, 100, OutstandingBasis.Provider, AsOf, 30).DaysOverdue);
    }

    [Theory]
    [InlineData(InvoiceType.CreditNote, 50, -50)]
    [InlineData(InvoiceType.CreditNote, -50, -50)]
    [InlineData(InvoiceType.VatMossCreditNote, 50, -50)]
    [InlineData(InvoiceType.DebitNote, 50, 50)]
    [InlineData(InvoiceType.Invoice, -50, -50)]
    public void CreditsAreNegativeHoweverTheProviderWritesThem(InvoiceType type, int amount, int expected)
    {
        Invoice invoice = Document(amount, AsOf);
        invoice.Type = type;
        var open = Receivable.Of(invoice, amount, OutstandingBasis.Provider, AsOf);
        Assert.Equal((expected, expected), (open.Outstanding, open.Total));
        Assert.Equal(expected < 0, open.State == ReceivableState.Credit);
    }

    /// <summary>Each border lies in the column that its name says.</summary>
    [Theory]
    [InlineData(-10, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(30, 1)]
    [InlineData(31, 2)]
    [InlineData(60, 2)]
    [InlineData(61, 3)]
    [InlineData(90, 3)]
    [InlineData(91, 4)]
    [InlineData(5000, 4)]
    public void AnAmountIsInOneColumn(int days, int column)
    {
        ReceivableAging row = Assert.Single(ReceivableAging.Of([Open(12.34m, AsOf.AddDays(-days))]));
        decimal[] columns = [row.Current, row.Days1To30, row.Days31To60, row.Days61To90, row.Over90, row.NoDueDate];
        Assert.Equal(12.34m, columns[column]);
        Assert.Equal(12.34m, columns.Sum());
        Assert.Equal(12.34m, row.Total);
    }

    [Fact]
    public void WhatHasNoDueDateHasAColumnOfItsOwn()
    {
        ReceivableAging row = Assert.Single(ReceivableAging.Of([Open(5, due: null), Open(7, AsOf)]));
        Assert.Equal((5m, 7m, 12m, 2), (row.NoDueDate, row.Current, row.Total, row.DocumentCount));
    }

    [Fact]
    public void CurrenciesClientsAndDaysAreNeverAdded()
    {
        IReadOnlyList<ReceivableAging> rows = ReceivableAging.Of(
        [
            Open(1, AsOf, "Norte", "EUR"), Open(2, AsOf, "Norte", "USD"), Open(4, AsOf, "Alfa", "Euro"), Open(8, AsOf, "Alfa", "EUR"), Open(16, AsOf, "Alfa", null),
            Receivable.Of(Document(32, AsOf, "Alfa", "EUR"), 32, OutstandingBasis.AtMost, AsOf.AddDays(1)),
        ]);
        Assert.Equal(
            [("Alfa", null, 16m, true), ("Alfa", "EUR", 12m, true), ("Alfa", "EUR", 32m, false), ("Norte", "EUR", 1m, true), ("Norte", "USD", 2m, true)],
            rows.Select(row => (row.ClientName, row.Currency, row.Total, row.IsExact)));
    }

    [Fact]
    public void ACreditReducesTheColumnOfItsOwnDay()
    {
        Invoice credit = Document(30, AsOf.AddDays(-40));
        credit.Type = InvoiceType.CreditNote;
        ReceivableAging row = Assert.Single(ReceivableAging.Of([Open(100, AsOf.AddDays(-40)), Receivable.Of(credit, 30, OutstandingBasis.Provider, AsOf)]));
        Assert.Equal((70m, 70m), (row.Days31To60, row.Total));
    }

    private static Receivable Open(decimal amount, DateTime? due, string client = "Norte", string? currency = "EUR") =>
        Receivable.Of(Document(amount, due, client, currency), amount, OutstandingBasis.Provider, AsOf);

    private static Invoice Document(decimal amount, DateTime? due, string client = "Norte", string? currency = "EUR") => new()
    {
        Id = "1", Number = "2026/1", Type = InvoiceType.Invoice, State = InvoiceState.Final, Total = amount, DueDate = due, Currency = currency, Client = new Client { Id = client, Name = client },
    };
}
