using System;
using System.Collections.Generic;
using System.IO;
using Invoicing.Sandbox.Saft;
using Xunit;

namespace Invoicing.Tests.SandboxSaft;

public sealed class SaftCheckTests
{
    private static readonly SaftTax Other = new() { Code = "OUT", Percentage = 7, Description = "IVA 7%" };

    // What is wrong, and the key that the error has to name.
    private static readonly SaftCustomer[] NoCustomers = Array.Empty<SaftCustomer>();
    private static readonly SaftPayment[] Receipts = { Sample.Payment("RG A/7", "N", 1) };
    private static readonly SaftInvoice Good = Sample.Invoice("FT A/1", "N", Sample.Line(1, 1));

    private static readonly Dictionary<string, (string Key, Func<SaftFile> File)> Cases = new()
    {
        ["customer missing"] = ("'1'", () => Sample.File(new[] { Good }, customers: NoCustomers)),
        ["customer missing in a receipt"] = ("RG A/7", () => Sample.File(payments: Receipts, customers: NoCustomers)),
        ["product missing"] = ("'A1'", () => Sample.File(new[] { Good }, products: Array.Empty<SaftProduct>())),
        ["tax missing"] = ("OUT 7", () => Sample.File(new[] { Sample.Invoice("FT A/1", "N", Sample.Line(1, 1, tax: Other)) })),
        ["customer twice"] = ("'1'", () => Sample.File(customers: Array.ConvertAll(new[] { "1", "1" }, SaftCustomer.FinalConsumer))),
        ["number twice"] = ("'FT A/1'", () => Invoices(Good, Good)),
        ["number without series"] = ("FT 1", () => Invoices(Sample.Invoice("FT 1", "N", Sample.Line(1, 1)))),
        ["number with a caret"] = ("FT A^/1", () => Invoices(Sample.Invoice("FT A^/1", "N", Sample.Line(1, 1)))),
        ["type of another table"] = ("'GT'", () => Invoices(Sample.Invoice("GT A/1", "N", Sample.Line(1, 1)))),
        ["status of another table"] = ("'T'", () => Invoices(Sample.Invoice("FT A/1", "T", Sample.Line(1, 1)))),
        ["no lines"] = ("FT A/1", () => Invoices(Sample.Invoice("FT A/1", "N"))),
        ["line number twice"] = ("FT A/1", () => Invoices(Sample.Invoice("FT A/1", "N", Sample.Line(1, 1), Sample.Line(1, 1)))),
        ["zero tax without code"] = ("line 1", () => Invoices(Sample.Invoice("FT A/1", "N", Exempted(Sample.Exempt, null)))),
        ["tax with exemption code"] = ("line 1", () => Invoices(Sample.Invoice("FT A/1", "N", Exempted(Sample.Normal, "M07")))),
        ["malformed exemption code"] = ("'X07'", () => Invoices(Sample.Invoice("FT A/1", "N", Exempted(Sample.Exempt, "X07")))),
        ["negative amount"] = ("line 1", () => Invoices(Sample.Invoice("FT A/1", "N", Sample.Line(1, -1, true, price: 1)))),
        ["ATCUD empty"] = ("ATCUD", () => Invoices(Signed("1", atcud: ""))),
        ["signed with no key"] = ("'0'", () => Invoices(Signed("0"))),
        ["key version of no known form"] = ("'v1'", () => Invoices(Signed("v1"))),
        ["negative price"] = ("UnitPrice", () => Invoices(Sample.Invoice("FT A/1", "N", Sample.Line(1, 1, price: -1)))),
        ["two slashes in the company"] = ("a/b/c", () => Software("a/b/c", 9999)),
        ["signed though uncertified"] = ("172", () => Software("a/b", 0, Good)),
    };

    public static TheoryData<string> Wrong => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WhatContradictsItselfIsRefusedByName(string wrong)
    {
        var (key, file) = Cases[wrong];
        var error = Assert.Throws<InvalidOperationException>(() => SaftWriter.Write(new MemoryStream(), file()));

        Assert.Contains(key, error.Message);
    }

    [Fact]
    public void NothingIsWrittenOfAFileWithAMissingKey()
    {
        var stream = new MemoryStream();
        var file = Sample.File(new[] { Good }, customers: NoCustomers);

        Assert.Throws<InvalidOperationException>(() => SaftWriter.Write(stream, file));
        Assert.Equal(0, stream.Length);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("9999.1")]
    [InlineData("1-FTM abc/00001")]
    [InlineData("1-FTD XY 2013A/00099")]
    public void EveryFormOfTheKeyVersionIsTaken(string hashControl)
    {
        var xml = Sample.Xml(Invoices(Signed(hashControl)));

        Assert.Equal(hashControl, Assert.Single(xml.Descendants(Sample.Ns + "HashControl")).Value);
    }

    private static SaftInvoice Signed(string hashControl, string atcud = "0") => new()
    {
        Number = "FT A/1",
        Atcud = atcud,
        Status = Sample.Status(),
        Date = Sample.Day,
        Type = "FT",
        SourceId = "ana",
        SystemEntryDate = Sample.Moment,
        CustomerId = "1",
        Hash = Sample.Signature,
        HashControl = hashControl,
        Lines = Good.Lines,
        Totals = Good.Totals,
    };

    private static SaftFile Invoices(params SaftInvoice[] invoices) => Sample.File(invoices);

    private static SaftFile Software(string productId, int certificate, params SaftInvoice[] invoices) => new()
    {
        Company = new SaftCompany { Name = "Empresa Exemplo Lda", TaxNumber = "599999993", Address = Sample.Address() },
        Software = new SaftSoftware { MakerTaxNumber = "1", CertificateNumber = certificate, ProductId = productId, ProductVersion = "1" },
        StartDate = Sample.Day,
        EndDate = Sample.Day,
        DateCreated = Sample.Day,
        Customers = new[] { SaftCustomer.FinalConsumer("1") },
        Products = new[] { new SaftProduct { Code = "A1", Description = "Artigo" } },
        Taxes = new[] { Sample.Normal },
        Invoices = invoices,
    };

    private static SaftGoodsLine Exempted(SaftTax tax, string? code) => new()
    {
        Number = 1,
        ProductCode = "A1",
        ProductDescription = "Artigo",
        Quantity = 1,
        UnitPrice = 1,
        TaxPointDate = Sample.Day,
        Amount = 1,
        Tax = tax,
        ExemptionCode = code,
    };
}
