using System.Linq;
using Invoicing.Saft;
using Xunit;

namespace Invoicing.Tests.Saft;

public sealed class QrCodeTests
{
    private const string Hash = "mzmwmC1cPHLgA2ntyh4xIltgiWZuJNVAURF9E0BB7fzdyscj/eWhb3rUu8etggNojVaZThV4WEM4pe7Umkd";

    [Fact]
    public void The_worked_example()
    {
        var text = Qr(new TestDocument("SalesInvoices", "FT DEMO26/1") { Hash = Hash, Atcud = "BCDF2345-1", Customer = "C2" }.Line(100m));

        Assert.Equal(
            "A:599999993*B:999999990*C:PT*D:FT*E:N*F:20260302*G:FT DEMO26/1*H:BCDF2345-1*I1:PT*I7:100.00*I8:23.00"
            + "*N:23.00*O:123.00*Q:mLIV*R:9999",
            text);
    }

    [Fact]
    public void All_kinds_of_tax()
    {
        var document = new TestDocument("SalesInvoices", "FT A/1") { Hash = "0", Atcud = "0", AfterTotals = Withholding }
            .Line(10m, l => l.Exempt())
            .Line(20m, l => (l.TaxCode, l.TaxRate) = ("RED", 6m))
            .Line(30m, l => (l.TaxCode, l.TaxRate) = ("INT", 13m))
            .Line(40m, l => (l.TaxRegion, l.TaxRate) = ("PT-AC", 16m))
            .Line(50m, l => (l.TaxRegion, l.TaxRate) = ("PT-MA", 22m))
            .Line(60m, l => (l.TaxType, l.TaxCode, l.TaxRate) = ("NS", "NS", 0m))
            .Line(70m, l => (l.TaxType, l.TaxCode, l.TaxRate, l.IsTaxAmount, l.Quantity) = ("IS", "23.1", 1.5m, true, 2m));

        Assert.EndsWith(
            "*H:0*I1:PT*I2:10.00*I3:20.00*I4:1.20*I5:30.00*I6:3.90*J1:PT-AC*J7:40.00*J8:6.40*K1:PT-MA*K7:50.00*K8:11.00"
            + "*L:60.00*M:3.00*N:25.50*O:375.50*P:2.50*Q:0*R:9999",
            Qr(document));
    }

    [Theory]
    [InlineData("PT-AC", 16, "I1:PT-AC*I7:100.00*I8:16.00*N:16.00*")]
    [InlineData("PT-MA", 22, "I1:PT-MA*I7:100.00*I8:22.00*N:22.00*")]
    [InlineData("FR", 20, "I1:FR*I7:100.00*I8:20.00*N:20.00*")]
    public void The_first_region_fills_I_whichever_it_is(string region, int rate, string text)
        => Assert.Contains(text, Qr(Invoice().Line(100m, l => (l.TaxRegion, l.TaxRate) = (region, rate))));

    [Fact]
    public void Regions_have_an_order_of_their_own_and_other_countries_follow()
        => Assert.Contains(
            "*I1:PT-AC*I7:10.00*I8:1.60*J1:PT-MA*J7:20.00*J8:4.40*K1:DE*K7:30.00*K8:5.70*N:11.70*",
            Qr(Invoice().Line(30m, l => (l.TaxRegion, l.TaxRate) = ("DE", 19m)).Line(20m, l => (l.TaxRegion, l.TaxRate) = ("PT-MA", 22m))
                .Line(10m, l => (l.TaxRegion, l.TaxRate) = ("PT-AC", 16m))));

    [Fact]
    public void A_line_with_a_tax_base_has_its_tax_field_only()
        => Assert.Contains(
            "*I1:PT-MA*I6:26.50*N:26.50*O:26.50*",
            Qr(Invoice().Line(0m, l => (l.TaxBase, l.TaxRegion, l.TaxCode, l.TaxRate) = (220.83m, "PT-MA", "INT", 12m))));

    [Fact]
    public void Rounding_lets_the_VAT_fields_add_up_to_the_tax()
        => Assert.Contains(
            "*I1:PT*I3:0.25*I4:0.02*I5:0.50*I6:0.06*I7:0.15*I8:0.03*N:0.11*",
            Qr(Invoice().Line(0.25m, l => (l.TaxCode, l.TaxRate) = ("RED", 6m)).Line(0.5m, l => (l.TaxCode, l.TaxRate) = ("INT", 13m))
                .Line(0.15m)));

    [Fact]
    public void Both_sides_of_one_document_keep_their_signs()
        => Assert.Contains(
            "*I1:PT*I3:-10.00*I4:-0.60*I7:100.00*I8:23.00*N:22.40*",
            Qr(Invoice().Line(100m).Line(10m, l => (l.TaxCode, l.TaxRate, l.IsDebit) = ("RED", 6m, true))));

    [Fact]
    public void A_credit_note_has_amounts_without_sign()
        => Assert.Contains("*I7:100.00*I8:23.00*N:23.00*O:123.00*", Qr(new TestDocument("SalesInvoices", "NC A/1").Line(100m)));

    [Fact]
    public void A_document_without_tax_says_0_for_the_region_and_a_receipt_0_for_the_signature()
    {
        var text = Qr(new TestDocument("Payments", "RG A/1") { Atcud = "0" }.Line(100m, l => l.TaxCode = null));

        Assert.EndsWith("*H:0*I1:0*N:0.00*O:100.00*Q:0*R:9999", text);
    }

    [Fact]
    public void Without_a_customer_it_is_the_final_consumer()
    {
        var header = new SaftHeader { TaxRegistrationNumber = "599999993", SoftwareCertificateNumber = "0" };

        Assert.StartsWith("A:599999993*B:999999990*C:PT*D:FT*", SaftQrCode.For(header, new SaftInvoice { Type = "FT" }));
    }

    private const string Withholding = "<WithholdingTax><WithholdingTaxAmount>2.5</WithholdingTaxAmount></WithholdingTax>";

    private static TestDocument Invoice() => new("SalesInvoices", "FT A/1");

    private static string Qr(TestDocument document)
    {
        var file = new TestFile();
        file.Documents.Add(document);
        var records = file.Read().ToList();
        var read = records.OfType<SaftDocument>().Single();
        return SaftQrCode.For(
            records.OfType<SaftHeader>().Single(), read, records.OfType<SaftCustomer>().Single(one => one.Id == read.CustomerId));
    }
}
