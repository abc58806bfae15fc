using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Invoicing.Tests.Measures;

/// <summary>The arithmetic of the VAT summary.</summary>
public sealed class TaxMeasurerTests
{
    private static readonly Tax[] Taxes =
    [
        new() { Id = "1", Name = "IVA23", Rate = 23, Region = "PT", Code = "NOR" },
        new() { Id = "2", Name = "IVA22", Rate = 22, Region = "PT-MA", Code = "NOR" },
        new() { Id = "3", Name = "Isento", Rate = 0, Region = "PT", Code = "ISE" },
    ];

    [Fact]
    public void RowsAreKeptApartByTypeRegionRateAndExemption()
    {
        TaxMeasurer measurer = Measured(
            Document(123.00m, 23.00m, Line(100, "1")),
            Document(122.00m, 22.00m, Line(100, "2")),
            Exempt(50, "M07"),
            Exempt(50, "M99"),
            Exempt(50, null));
        Assert.Equal(
            ["PT 23  100 23", "PT 0  50 0", "PT 0 M07 50 0", "PT 0 M99 50 0", "PT-MA 22  100 22"],
            measurer.Rows.Select(row => FormattableString.Invariant($"{row.Region} {row.Rate:0} {row.ExemptionCode} {row.Net:0} {row.Tax:0}")));
        Assert.Equal("Isento", measurer.Rows.Single(row => row is { Rate: 0, ExemptionCode: null }).ExemptionReason);
        Assert.Empty(measurer.Differences);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void ACreditNoteIsBelowZeroHoweverItIsWritten(int sign)
    {
        Invoice note = Document(123.00m * sign, 23.00m * sign, Line(100m * sign, "1"));
        note.Type = InvoiceType.CreditNote;
        note.NetTotal = 100m * sign;
        TaxMeasure row = Assert.Single(Measured(note).Rows);
        Assert.Equal((-100m, -23m, -123m, -100m), (row.Net, row.Tax, row.Gross, row.LineNet));
    }

    [Theory]
    [InlineData(InvoiceType.Invoice, InvoiceState.Final, TaxMeasureState.Counted)]
    [InlineData(InvoiceType.InvoiceReceipt, InvoiceState.Settled, TaxMeasureState.Counted)]
    [InlineData(InvoiceType.Invoice, InvoiceState.SecondCopy, TaxMeasureState.Counted)]
    [InlineData(InvoiceType.Invoice, InvoiceState.Canceled, TaxMeasureState.Cancelled)]
    [InlineData(InvoiceType.Invoice, InvoiceState.Unknown, TaxMeasureState.Unknown)]
    [InlineData(InvoiceType.Invoice, InvoiceState.Draft, null)]
    [InlineData(InvoiceType.Invoice, InvoiceState.Deleted, null)]
    [InlineData(InvoiceType.Quote, InvoiceState.Final, null)]
    [InlineData(InvoiceType.Proforma, InvoiceState.Final, null)]
    [InlineData(InvoiceType.Transport, InvoiceState.Final, null)]
    [InlineData(InvoiceType.Receipt, InvoiceState.Final, null)]
    [InlineData(InvoiceType.Unknown, InvoiceState.Final, null)]
    public void TypeAndStateSayIfADocumentCounts(InvoiceType type, InvoiceState state, TaxMeasureState? expected)
    {
        Invoice document = Document(123.00m, 23.00m, Line(100, "1"));
        (document.Type, document.State) = (type, state);
        Assert.Equal(expected, TaxedDocument.Of(document, Taxes)?.State);
    }

    [Fact]
    public void TheCentThatADocumentRoundsOtherwiseGoesToItsLargestRowAndIsTold()
    {
        // 3 * 0.3333 + 0.333: the document says 1.33 and 0.30, the rates alone would be 1.00 and 0.33.
        Invoice document = Document(1.63m, 0.30m, Line(0.3333m, "1"), Line(0.3333m, "1"), Line(0.3333m, "1"), Line(0.333m, "2"));
        document.NetTotal = 1.34m;
        document.Total = 1.64m;
        TaxMeasurer measurer = Measured(document);
        Assert.Equal((1.34m, 0.30m), (measurer.Rows.Sum(row => row.Net), measurer.Rows.Sum(row => row.Tax)));
        Assert.Equal(1.01m, measurer.Rows.Single(row => row.Rate == 23).Net);
        Assert.All(measurer.Rows, AssertExplained);
        Assert.All(measurer.Differences, difference => Assert.Equal(TaxDifferenceReason.Rounding, difference.Reason));
    }

    [Fact]
    public void WhatRoundingCannotExplainIsARowWithoutARate()
    {
        Invoice document = Document(130.00m, 25.00m, Line(100, "1"));
        document.NetTotal = 105m;
        TaxMeasurer measurer = Measured(document);
        Assert.Equal((100m, 23m), Amounts(measurer.Rows.Single(row => row.Rate == 23)));
        Assert.Equal((5m, 2m), Amounts(measurer.Rows.Single(row => row.Rate is null)));
        TaxDifference told = Assert.Single(measurer.Differences);
        Assert.Equal((TaxDifferenceReason.Unexplained, 5m, 2m), (told.Reason, told.Net, told.Tax));
        Assert.All(measurer.Rows, AssertExplained);
    }

    [Fact]
    public void ADocumentWithoutLinesCountsWithoutARate()
    {
        TaxMeasurer measurer = Measured(Document(123.00m, 23.00m));
        Assert.Equal((100m, 23m), Amounts(Assert.Single(measurer.Rows)));
        Assert.Equal(TaxDifferenceReason.MissingLines, Assert.Single(measurer.Differences).Reason);
    }

    [Theory]
    [InlineData("percentage", 10)]
    [InlineData("absolute", 20)]
    [InlineData(null, 10)]
    public void ADiscountOnTheDocumentIsTakenOffEachLine(string? type, int discount)
    {
        Invoice document = Document(219.60m, 39.60m, Line(100, "1"), Line(100, "2"));
        (document.GlobalDiscount, document.GlobalDiscountType, document.NetTotal, document.TaxTotal, document.Total) = (discount, type, 180m, 40.50m, 220.50m);
        TaxMeasurer measurer = Measured(document);
        Assert.All(measurer.Rows, row => Assert.Equal(90m, row.Net));
        Assert.Empty(measurer.Differences);
    }

    [Fact]
    public void PricesWithTaxAreTakenApart()
    {
        Invoice document = Document(123.00m, 23.00m, new InvoiceLine { Quantity = 2, UnitPrice = 61.50m, TaxRate = 23 });
        document.PricesIncludeTax = true;
        TaxMeasure row = Assert.Single(Measured(document).Rows);
        Assert.Equal((100m, 23m, 0), (row.Net, row.Tax, row.Differences.Count));
    }

    [Fact]
    public void WhatTheClientKeepsBackIsTakenOutOfTheTaxAndTold()
    {
        // SalenGo adds up both taxes of a line: 21 and -15 of 100.
        Invoice document = Document(106.00m, 6.00m, new InvoiceLine { Quantity = 1, UnitPrice = 100, TaxRate = 21, SecondTax = "IRPF", SecondTaxRate = -15 });
        TaxMeasurer measurer = Measured(document);
        Assert.Equal((100m, 21m), Amounts(Assert.Single(measurer.Rows)));
        TaxDifference told = Assert.Single(measurer.Differences);
        Assert.Equal((TaxDifferenceReason.Withholding, -15m), (told.Reason, told.Total));
    }

    [Fact]
    public void ASurchargeIsKeptApartFromTheTax()
    {
        Invoice document = Document(126.20m, 21.00m, new InvoiceLine { Quantity = 1, UnitPrice = 100, TaxRate = 21 });
        (document.SurchargeTotal, document.NetTotal) = (5.20m, 100m);
        TaxMeasurer measurer = Measured(document);
        TaxMeasure row = Assert.Single(measurer.Rows);
        Assert.Equal((21m, 5.20m, 126.20m), (row.Tax, row.Surcharge, row.Gross));
        Assert.Empty(measurer.Differences);
    }

    [Fact]
    public void ADocumentThatComesTwiceCountsOnce()
    {
        Invoice document = Document(123.00m, 23.00m, Line(100, "1"));
        document.Id = "7";
        TaxMeasurer measurer = Measured(document, document);
        Assert.Equal(1, Assert.Single(measurer.Rows).Documents);
    }

    [Fact]
    public void CurrenciesAndCancelledOnesAreNeverAddedUp()
    {
        Invoice other = Document(123.00m, 23.00m, Line(100, "1"));
        other.Currency = "USD";
        Invoice cancelled = Document(123.00m, 23.00m, Line(100, "1"));
        cancelled.State = InvoiceState.Canceled;
        var measurer = new TaxMeasurer(TaxMeasureKey.None);
        Add(measurer, Document(123.00m, 23.00m, Line(100, "1")), Document(61.50m, 11.50m, Line(50, "1")), other, cancelled);
        Assert.Equal(["Counted  150", "Counted USD 100", "Cancelled  100"], measurer.Rows.Select(row => FormattableString.Invariant($"{row.State} {row.Currency} {row.Net:0}")));
    }

    /// <summary>Documents of any shape: the rows add up to what the documents say, and the differences to what the lines do not.</summary>
    [Fact]
    public void RowsAddUpToTheDocuments()
    {
        var random = new Random(18);
        var measurer = new TaxMeasurer();
        decimal net = 0, tax = 0;
        for (int i = 0; i < 500; i++)
        {
            InvoiceLine[] lines = [.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => Line(random.Next(1, 99999) / 1000m, random.Next(1, 4).ToString(System.Globalization.CultureInfo.InvariantCulture)))];
            decimal off = random.Next(10) == 0 ? random.Next(-500, 500) / 100m : 0;
            Invoice document = Document(0, 0, lines);
            document.Id = $"{i}";
            document.NetTotal = Math.Round(lines.Sum(line => line.Subtotal!.Value), 2) + off;
            document.TaxTotal = Math.Round(lines.Sum(line => line.Subtotal!.Value * 0.2m), 2);
            document.Total = document.NetTotal + document.TaxTotal;
            Add(measurer, document);
            net += document.NetTotal!.Value;
            tax += document.TaxTotal!.Value;
        }

        Assert.Equal((net, tax, net + tax), (measurer.Rows.Sum(row => row.Net), measurer.Rows.Sum(row => row.Tax), measurer.Rows.Sum(row => row.Gross)));
        Assert.All(measurer.Rows, AssertExplained);
    }

    [Theory]
    [InlineData(2024, 2, "2024-02-01", "2024-02-29")]
    [InlineData(9999, 12, "9999-12-01", "9999-12-31")]
    public void AMonthEndsOnItsLastDay(int year, int month, string first, string last) =>
        Assert.Equal((first, last), Days(TaxPeriod.OfMonth(year, month)));

    [Fact]
    public void QuartersAndYearsAreWhole()
    {
        Assert.Equal(("2026-10-01", "2026-12-31"), Days(TaxPeriod.OfQuarter(2026, 4)));
        Assert.Equal(("2026-01-01", "2026-12-31"), Days(TaxPeriod.OfYear(2026)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TaxPeriod.OfQuarter(2026, 5));
    }

    private static (string First, string Last) Days(TaxPeriod period) =>
        (FormattableString.Invariant($"{period.First:yyyy-MM-dd}"), FormattableString.Invariant($"{period.Last:yyyy-MM-dd}"));

    private static (decimal Net, decimal Tax) Amounts(TaxMeasure row) => (row.Net, row.Tax);

    private static void AssertExplained(TaxMeasure row)
    {
        Assert.Equal(row.Net - row.LineNet, row.Differences.Sum(one => one.Net));
        Assert.Equal(row.Tax - row.LineTax, row.Differences.Sum(one => one.Tax));
    }

    private static TaxMeasurer Measured(params Invoice[] documents)
    {
        var measurer = new TaxMeasurer();
        Add(measurer, documents);
        return measurer;
    }

    private static void Add(TaxMeasurer measurer, params IEnumerable<Invoice> documents)
    {
        foreach (Invoice document in documents)
        {
            measurer.Add(TaxedDocument.Of(document, Taxes)!);
        }
    }

    private static InvoiceLine Line(decimal net, string tax) =>
        new() { Quantity = 1, UnitPrice = net, Subtotal = net, TaxId = tax, TaxRate = Taxes.Single(one => one.Id == tax).Rate };

    private static Invoice Exempt(decimal net, string? code)
    {
        Invoice document = Document(net, 0, Line(net, "3"));
        document.TaxExemption = code;
        return document;
    }

    private static Invoice Document(decimal total, decimal tax, params InvoiceLine[] lines) => new()
    {
        Number = "2026/1",
        State = InvoiceState.Final,
        Date = new DateTime(2026, 3, 5),
        NetTotal = total - tax,
        TaxTotal = tax,
        Total = total,
        Lines = [.. lines],
    };
}
