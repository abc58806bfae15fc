using System;
using System.Linq;
using Invoicing.Sandbox.Saft;
using Xunit;

namespace Invoicing.Tests.SandboxSaft;

public sealed class SaftTotalsTests
{
    [Fact]
    public void TaxBaseIsTaxedButNotAskedFor()
    {
        var totals = SaftTotals.Of(new[] { Sample.Line(1, 100), TaxBase(2, 40) });

        Assert.Equal((100m, 32.20m, 132.20m), (totals.NetTotal, totals.TaxPayable, totals.GrossTotal));
    }

    [Fact]
    public void ACreditNoteHasPositiveTotals()
    {
        var totals = SaftTotals.Of(new[] { Sample.Line(1, 30, debit: true), Sample.Line(2, 10) });

        Assert.Equal((20m, 4.60m, 24.60m), (totals.NetTotal, totals.TaxPayable, totals.GrossTotal));
    }

    [Fact]
    public void ATaxBaseThatIsGivenBackIsPositiveToo() =>
        Assert.Equal(9.20m, SaftTotals.Of(new[] { TaxBase(1, 40, debit: true) }).TaxPayable);

    [Fact]
    public void FixedStampDutyIsDueForEachUnit()
    {
        var stamp = new SaftTax { Type = "IS", Code = "23.1", Amount = 0.5m };

        Assert.Equal(1.50m, SaftTotals.Of(new[] { Sample.Line(1, 30, tax: stamp, quantity: 3, price: 10) }).TaxPayable);
    }

    [Fact]
    public void NetAndTaxOnDifferentSidesAreRefused()
    {
        var lines = new[] { Sample.Line(1, 100, tax: Sample.Exempt), Sample.Line(2, 50, debit: true) };

        Assert.Throws<InvalidOperationException>(() => SaftTotals.Of(lines));
    }

    [Fact]
    public void TaxIsRoundedOnceAndTheGroupsAddUpToIt()
    {
        // 0.115 + 0.065 + 0.03 = 0.21, but 0.12 + 0.07 + 0.03 = 0.22.
        var lines = new[] { Sample.Line(1, 0.5m), Sample.Line(2, 0.5m, tax: SaftTax.Vat(13)), Sample.Line(3, 0.5m, tax: SaftTax.Vat(6)) };
        var groups = SaftTaxGroup.Of(lines);

        Assert.Equal(0.21m, SaftTotals.Of(lines).TaxPayable);
        Assert.Equal(0.21m, groups.Sum(g => g.Due));
        Assert.Equal(new[] { "NOR", "INT", "RED" }, groups.Select(g => g.Tax.Code));
        Assert.Equal(new[] { 0.5m, 0.5m, 0.5m }, groups.Select(g => g.Base));
    }

    [Fact]
    public void LinesOfOneTaxAreOneGroup()
    {
        var group = Assert.Single(SaftTaxGroup.Of(new[] { Sample.Line(1, 10), Sample.Line(2, 5, tax: SaftTax.Vat(23.00m)) }));

        Assert.Equal((15m, 3.45m), (group.Base, group.Due));
    }

    [Theory]
    [InlineData(23, "PT", "NOR")]
    [InlineData(13, "PT", "INT")]
    [InlineData(4, "PT-AC", "RED")]
    [InlineData(22, "PT-MA", "NOR")]
    [InlineData(22, "PT", "OUT")]
    [InlineData(21, "ES", "OUT")]
    [InlineData(0, "PT-AC", "ISE")]
    public void ARateHasTheCodeOfItsRegion(int rate, string region, string code)
    {
        var tax = SaftTax.Vat(rate, region);

        Assert.Equal((code, region, rate), (tax.Code, tax.Region, (int)tax.Percentage!));
    }

    [Fact]
    public void AmountsAreRoundedAwayFromZero() => Assert.Equal(1.01m, SaftGoodsLine.AmountOf(1.5m, 0.67m));

    private static SaftGoodsLine TaxBase(int number, decimal value, bool debit = false) => new()
    {
        Number = number,
        ProductCode = "A1",
        ProductDescription = "Artigo",
        Quantity = 1,
        UnitPrice = 0,
        TaxBase = value,
        TaxPointDate = Sample.Day,
        Amount = 0,
        IsDebit = debit,
        Tax = Sample.Normal,
    };
}
