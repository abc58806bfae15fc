using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Invoicing.Reports;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Reports;

/// <summary>The numbers of a report of a month, and their way through its page.</summary>
public sealed class MonthReportTests
{
    private static readonly TaxPeriod March = TaxPeriod.OfMonth(2026, 3);
    private static readonly DateTime AsOf = new(2026, 4, 10);

    [Fact]
    public void TurnoverIsOfTwelveMonthsAndOfWhatCounts()
    {
        MonthReport report = Report(
            Document(100, 23, "2026-03-31"), Document(50, 11.50m, "2025-04-01"), Document(70, 16.10m, "2025-03-31"),
            Document(30, 6.90m, "2026-03-01", TaxMeasureState.Cancelled), Document(-20, -4.60m, "2026-03-02"));
        Assert.Equal(12, report.Turnover.Count);
        Assert.Equal(("2025-04", 50m, 61.50m, 1), Row(report.Turnover[0]));
        Assert.Equal(("2026-03", 80m, 98.40m, 2), Row(report.Turnover[11]));
        Assert.Equal((80m, 18.40m, 2), (report.Net, report.TaxTotal, report.Documents));
        Assert.Equal(30m, report.Tax.Single(row => row.State == TaxMeasureState.Cancelled).Net);
    }

    [Fact]
    public void TheLargestClientsHaveTheirShare()
    {
        var report = MonthReport.Of(Data(
            Document(100, 23, "2026-03-01", client: "A"), Document(250, 0, "2026-03-02", client: "B"), Document(50, 0, "2026-03-03", client: "A"), Document(5, 0, "2026-03-04", client: "C")), top: 2);
        Assert.Equal(["B 250 1 61.7", "A 150 2 37.0"], report.Clients.Select(client => FormattableString.Invariant($"{client.Name} {client.Net:0} {client.Documents} {client.Share:0.0}")));
    }

    [Fact]
    public void AnotherCurrencyIsToldAndNotAdded()
    {
        MonthReport report = Report(Document(100, 23, "2026-03-01"), Document(100, 23, "2026-03-02"), Document(999, 0, "2026-03-03", currency: "USD"));
        Assert.Equal(("EUR", 200m), (report.Currency, report.Net));
        Assert.Contains(report.Notes, note => note.Contains("1 documents") && note.Contains("USD") && note.Contains("999.00"));
    }

    [Fact]
    public void ADocumentThatComesTwiceCountsOnce()
    {
        TaxedDocument document = Document(100, 23, "2026-03-01");
        Assert.Equal(100m, Report(document, document).Net);
    }

    [Fact]
    public void WhatIsOpenIsAddedUpByAge()
    {
        var report = MonthReport.Of(Data([Open(10, "2026-04-10"), Open(20, "2026-04-09"), Open(30, "2026-03-01"), Open(40, "2026-01-20"), Open(50, "2025-12-01"), Open(60, null)]));
        Assert.Equal([10m, 20m, 30m, 40m, 50m, 60m], report.Ages!.Select(age => age.Amount));
        Assert.Equal([50m, 40m, 30m, 20m, 10m, 60m], report.Open!.Select(one => one.Outstanding));
    }

    [Fact]
    public void ASourceThatCannotTellWhatIsOpenSaysSo()
    {
        MonthReport report = Report(Document(100, 23, "2026-03-01"));
        Assert.Null(report.Ages);
        Assert.Null(report.Open);
        Assert.Contains("The source does not tell what is open.", report.ToPage().ToString());
    }

    [Fact]
    public void ThePageGivesItsNumbersBack()
    {
        using var folder = new Folder();
        string hostile = "\"><script>alert(1)</script>&quot;\u00e9\u2028 -->";
        var report = MonthReport.Of(Data([Open(10.25m, "2026-03-01", hostile)], Document(0.1m, 0.2m, "2026-03-01", client: hostile)));
        string path = Path.Combine(folder.Path, "report.html");
        report.ToPage().Save(path, overwrite: false);
        string html = File.ReadAllText(path);
        Assert.DoesNotContain("<script", html);
        var read = MonthReportNumbers.Load(path);
        Assert.Equal((report.Numbers.Period, report.Numbers.Source, report.Numbers.Currency, report.Numbers.AsOf), (read.Period, read.Source, read.Currency, read.AsOf));
        Assert.Equal(report.Numbers.Values.Values, read.Values.Values);
        Assert.Empty(MonthReport.Of(report.Data, read).Changes!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("<meta name=\"invoicing-data\" content=\"\">")]
    [InlineData("<meta name=\"invoicing-data\" content=\"{&quot;form&quot;:&quot;other&quot;}\">")]
    [InlineData("<meta name=\"invoicing-data\" content=\"{&quot;form&quot;:&quot;invoicing-report-1&quot;,&quot;asOf&quot;:&quot;2026-04-10&quot;,&quot;values&quot;:{&quot;a&quot;:{}}}\">")]
    [InlineData("<meta name=\"invoicing-data\" content=\"{&quot;form&quot;:&quot;invoicing-report-1&quot;,&quot;asOf&quot;:&quot;x&quot;,&quot;values&quot;:{}}\">")]
    [InlineData("<meta name=\"invoicing-data\" content=\"{&quot;form&quot;:&quot;invoicing-report-1&quot;,&quot;asOf&quot;:&quot;2026-04-10&quot;,&quot;values&quot;:{&quot;a&quot;:1e400}}\">")]
    [InlineData("<meta name=\"invoicing-data\" content=\"[[[[[[[[[[]]]]]]]]]]\">")]
    public void AFileThatIsNoReportIsRefused(string text)
    {
        using var folder = new Folder();
        string path = Path.Combine(folder.Path, "other.html");
        File.WriteAllText(path, text);
        InvoicingException fault = Assert.Throws<InvoicingException>(() => MonthReportNumbers.Load(path));
        Assert.Equal(ErrorKind.FileFailed, fault.Kind);
        Assert.Contains("is not a report", fault.Message);
    }

    [Fact]
    public void ChangesAreOfTheNumbersThatBothReportsHave()
    {
        var before = MonthReport.Of(Data([Open(10, "2026-03-01", number: "1"), Open(20, "2026-03-01", number: "2")], Document(100, 23, "2026-03-01"), Document(70, 16.10m, "2026-02-01")));
        var now = MonthReport.Of(Data([Open(15, "2026-03-01", number: "2"), Open(30, "2026-03-01", number: "3")], Document(100, 23, "2026-03-01"), Document(40, 9.20m, "2026-03-02"), Document(70, 16.10m, "2026-02-01")), before.Numbers);
        Assert.Equal(
            [
                "Net of the month: 100 -> 140", "Tax of the month: 23 -> 32.2", "Documents of the month: 1 -> 2", "Tax at 23 %: 23 -> 32.2", "Turnover 2026-03: 123 -> 172.2",
                "Receivables: 30 -> 45", "Receivables, 31 to 60 days: 30 -> 45", "Open: Invoice 3, A:  -> 30", "Open: Invoice 2, A: 20 -> 15", "Open: Invoice 1, A: 10 -> ",
            ],
            now.Changes!.Select(change => FormattableString.Invariant($"{change.Name}: {change.Before:0.##} -> {change.Now:0.##}")));

        // Eleven months have another place in the next month's report, and a file cannot tell what is open.
        var file = MonthReport.Of(new MonthReportData { Month = TaxPeriod.OfMonth(2026, 4), Source = "a file", AsOf = AsOf, Documents = [Document(100, 23, "2026-04-01"), Document(100, 23, "2026-03-01"), Document(70, 16.10m, "2026-02-01")] }, before.Numbers);
        Assert.Empty(file.Changes!);
        Assert.Contains(file.Notes, note => note.Contains("earlier report was made from test"));
    }

    [Fact]
    public void ReportsInTwoCurrenciesAreNotCompared()
    {
        MonthReport before = Report(Document(100, 23, "2026-03-01", currency: "USD"));
        Assert.Equal(ErrorKind.InvalidInput, Assert.Throws<InvoicingException>(() => MonthReport.Of(Data(Document(100, 23, "2026-03-01")), before.Numbers)).Kind);
    }

    private static (string, decimal?, decimal, int) Row(MonthTurnover month) => (month.Month, month.Net, month.Total, month.Documents);

    private static MonthReport Report(params TaxedDocument[] documents) => MonthReport.Of(Data(documents));

    private static MonthReportData Data(params TaxedDocument[] documents) => new() { Month = March, Source = "test", Documents = documents, AsOf = AsOf };

    private static MonthReportData Data(IReadOnlyList<Receivable> open, params TaxedDocument[] documents) =>
        new() { Month = March, Source = "test", Documents = documents, Receivables = open, AsOf = AsOf };

    private static Receivable Open(decimal amount, string? due, string client = "A", string number = "1") => Receivable.Of(
        new Invoice { Number = number, State = InvoiceState.Final, Total = amount, DueDate = due is null ? null : Day(due), Client = new Client { Id = client, Name = client } }, amount, OutstandingBasis.Provider, AsOf);

    private static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static TaxedDocument Document(
        decimal net, decimal tax, string date, TaxMeasureState state = TaxMeasureState.Counted, string client = "A", string currency = "EUR")
    {
        return new TaxedDocument
        {
            Id = Guid.NewGuid().ToString(),
            State = state,
            Date = Day(date),
            ClientId = client,
            ClientName = client,
            Currency = currency,
            Net = net,
            Tax = tax,
            Total = net + tax,
            Parts = [new TaxedPart { Rate = tax == 0 ? 0 : 23, Net = net, Tax = tax }],
        };
    }
}
