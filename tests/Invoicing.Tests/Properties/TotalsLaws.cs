using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using Xunit.Abstractions;
using Facturagem = Invoicing.Providers.Facturagem;
using InvoiceXpress = Invoicing.Providers.InvoiceXpress;
using SalenGo = Invoicing.Providers.SalenGo;
using SimplBooks = Invoicing.Providers.SimplBooks;

namespace Invoicing.Tests.Properties;

/// <summary>Laws of totals. What is owed must not depend on how the lines lie, and the parts must make up the whole.</summary>
public sealed class TotalsLaws
{
    private const decimal Cent = 0.01m;

    private static readonly Dictionary<string, Func<Invoice, InvoiceTotals>> Rules = new()
    {
        ["FACTURAgem"] = Facturagem.FacturagemTotals.Of,
        ["InvoiceXpress"] = InvoiceXpress.InvoiceXpressTotals.Of,
        ["SalenGo"] = invoice => SalenGo.SalenGoTotals.Of(invoice.Lines, invoice.GlobalDiscount),
        ["SimplBooks"] = SimplBooks.SimplBooksTotals.Of,
    };

    private readonly ITestOutputHelper _output;

    public TotalsLaws(ITestOutputHelper output) => _output = output;

    public static TheoryData<string> Providers => [.. Rules.Keys];

    private static Arbitrary<Invoice> Invoices => (
        from lines in (
            from quantity in Gen.Choose(1, 50_000)
            from price in Gen.Choose(-1_000_000, 10_000_000)
            from rate in Gen.Elements(0m, 4m, 6m, 10m, 13m, 21m, 22m, 23m, 24m)
            select new InvoiceLine { Quantity = quantity / 100m, UnitPrice = price / 1000m, TaxRate = rate, Tax = "VAT" + rate }).NonEmptyListOf()
        from discount in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 9999)))
        select New(lines, discount / 100m)).ToArbitrary();

    [Theory]
    [MemberData(nameof(Providers))]
    public void AmountsAreCents(string provider) => Holds(provider, (totals, _) =>
        Assert.All([totals.Net, totals.Tax, totals.Total, .. totals.Taxes.Select(share => share.Amount)], amount => Assert.Equal(decimal.Round(amount, 2), amount)));

    [Theory]
    [MemberData(nameof(Providers))]
    public void NetAndTaxMakeTheTotal(string provider) => Holds(provider, (totals, _) =>

        // InvoiceXpress rounds the total by itself.
        Assert.InRange(totals.Total - totals.Net - totals.Tax, provider == "InvoiceXpress" ? -Cent : 0, provider == "InvoiceXpress" ? Cent : 0));

    [Theory]
    [MemberData(nameof(Providers))]
    public void TheSharesMakeTheTax(string provider) => Holds(provider, (totals, invoice) =>
    {
        decimal allowed = provider == "InvoiceXpress" ? Cent * totals.Taxes.Count : 0;
        Assert.InRange(totals.Taxes.Sum(share => share.Amount) - totals.Tax, -allowed, allowed);
        Assert.Equal(invoice.Lines.Select(line => line.TaxRate).Distinct().OrderByDescending(rate => rate), totals.Taxes.Select(share => (decimal?)share.Rate));
    });

    [Theory]
    [MemberData(nameof(Providers))]
    public void TheOrderOfLinesDoesNotMatter(string provider) => Holds(provider, (totals, invoice) =>
        Assert.Equal(Amounts(totals), Amounts(Rules[provider](New(invoice.Lines.Reverse(), invoice.GlobalDiscount)))));

    [Theory]
    [MemberData(nameof(Providers))]
    public void WhatIsCreditedIsWhatWasOwed(string provider) => Holds(provider, (totals, invoice) =>
    {
        IEnumerable<InvoiceLine> back = invoice.Lines.Select(line => new InvoiceLine
        {
            Quantity = -line.Quantity,
            UnitPrice = line.UnitPrice,
            TaxRate = line.TaxRate,
            Tax = line.Tax,
        });
        InvoiceTotals credit = Rules[provider](New(back, invoice.GlobalDiscount));
        Assert.Equal((totals.Net, totals.Tax, totals.Total), (-credit.Net, -credit.Tax, -credit.Total));
    });

    private static Invoice New(IEnumerable<InvoiceLine> lines, decimal? discount) => new()
    {
        Lines = [.. lines],
        GlobalDiscount = discount > 0 ? discount : null,
    };

    private static (decimal Net, decimal Tax, decimal Total, string Shares) Amounts(InvoiceTotals totals) =>
        (totals.Net, totals.Tax, totals.Total, string.Join("; ", totals.Taxes));

    private void Holds(string provider, Action<InvoiceTotals, Invoice> law) =>
        Law.Holds(_output, Invoices, invoice => law(Rules[provider](invoice), invoice));
}
