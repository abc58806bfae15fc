using System;
using Invoicing.Sandbox.Saft;
using Xunit;

namespace Invoicing.Tests.SandboxSaft;

public sealed class SaftQrCodeTests
{
    private static readonly SaftCustomer Anonymous =
        new() { Id = "1", Name = "Consumidor final", BillingAddress = new SaftAddress { Country = "PT" } };

    [Fact]
    public void TheWorkedExampleComesOut()
    {
        // Only the four printed characters of the signature matter here.
        var hash = new string('x', 172).ToCharArray();
        (hash[0], hash[10], hash[20], hash[30]) = ('m', 'L', 'I', 'V');

        Assert.Equal(
            "A:599999993*B:999999990*C:PT*D:FT*E:N*F:20260302*G:FT DEMO26/1*H:BCDF2345-1*"
                + "I1:PT*I7:100.00*I8:23.00*N:23.00*O:123.00*Q:mLIV*R:9999",
            SaftQrCode.Build("599999993", Anonymous, Document("FT DEMO26/1", "BCDF2345-1", new string(hash), Sample.Line(1, 100)), 9999));
    }

    [Fact]
    public void EveryTaxHasItsPlaceAndTheOrderIsThatOfTheCodes()
    {
        var azores = SaftTax.Vat(16, "PT-AC");
        var stamp = new SaftTax { Type = "IS", Code = "23.1", Amount = 0.5m };
        var none = new SaftTax { Type = "NS", Code = "NS", Percentage = 0 };
        var document = Document(
            "FT A/1",
            "0",
            Sample.Signature,
            Sample.Line(1, 10, tax: none),
            Sample.Line(2, 20, tax: stamp),
            Sample.Line(3, 30, tax: azores),
            Sample.Line(4, 40, tax: SaftTax.Vat(6)),
            Sample.Line(5, 50, tax: Sample.Exempt),
            Sample.Line(6, 60, tax: SaftTax.Vat(13)));

        var text = SaftQrCode.Build("599999993", Anonymous, document, 30);

        Assert.EndsWith(
            "*H:0*I1:PT*I2:50.00*I3:40.00*I4:2.40*I5:60.00*I6:7.80*"
                + "J1:PT-AC*J7:30.00*J8:4.80*L:10.00*M:0.50*N:15.50*O:225.50*P:2.50*Q:AAAA*R:30",
            text);
    }

    [Theory]
    [InlineData("PT-AC", 16, "*I1:PT-AC*I7:100.00*I8:16.00*N:16.00*")]
    [InlineData("PT-MA", 22, "*I1:PT-MA*I7:100.00*I8:22.00*N:22.00*")]
    [InlineData("FR", 20, "*I1:FR*I7:100.00*I8:20.00*N:20.00*")]
    public void TheFirstRegionFillsIWhicheverItIs(string region, int rate, string text) => Assert.Contains(
        text, SaftQrCode.Build("599999993", Anonymous, Document("FT A/1", "0", Sample.Signature, Sample.Line(1, 100, tax: SaftTax.Vat(rate, region))), 30));

    [Fact]
    public void AReceiptHasNeitherVatNorSignature()
    {
        var text = SaftQrCode.Build("599999993", SaftCustomer.FinalConsumer("1"), Sample.Payment("RG A/1", "N", 10), 9999);

        Assert.Contains("*C:Desconhecido*D:RG*", text);
        Assert.EndsWith("*H:0*I1:0*N:0.00*O:10.00*Q:0*R:9999", text);
    }

    private static SaftInvoice Document(string number, string atcud, string hash, params SaftGoodsLine[] lines) => new()
    {
        Number = number,
        Atcud = atcud,
        Status = Sample.Status(),
        Date = Sample.Day,
        Type = "FT",
        SourceId = "ana",
        SystemEntryDate = Sample.Moment,
        CustomerId = "1",
        Hash = hash,
        HashControl = "1",
        Lines = lines,
        Totals = SaftTotals.Of(lines),
        Withholdings = lines.Length > 1 ? new[] { new SaftWithholding { Amount = 2.5m } } : Array.Empty<SaftWithholding>(),
    };
}
