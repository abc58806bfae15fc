using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Invoicing.Sandbox.Saft;

namespace Invoicing.Tests.SandboxSaft;

// Invented documents of an invented company.
internal static class Sample
{
    public static readonly XNamespace Ns = "urn:OECD:StandardAuditFile-Tax:PT_1.04_01";
    public static readonly DateTime Day = new(2026, 3, 2);
    public static readonly DateTime Moment = new(2026, 3, 2, 10, 15, 30);
    public static readonly SaftTax Normal = SaftTax.Vat(23);
    public static readonly SaftTax Exempt = SaftTax.Vat(0);
    public static readonly string Signature = new('A', 172);

    private static readonly SaftPaidDocument PaidDocument = new() { Number = "FT A/1", Date = Day };

    public static SaftStatus Status(string code = "N") => new() { Code = code, Date = Moment, SourceId = "ana" };

    public static SaftAddress Address(string? country = "PT") =>
        new() { Detail = "Rua do Exemplo 1", City = "Lisboa", PostalCode = "1000-001", Country = country };

    public static SaftGoodsLine Line(
        int number, decimal amount, bool debit = false, SaftTax? tax = null, decimal quantity = 1, decimal? price = null) => new()
        {
            Number = number,
            ProductCode = "A1",
            ProductDescription = "Artigo",
            Quantity = quantity,
            UnitPrice = price ?? amount,
            TaxPointDate = Day,
            Amount = amount,
            IsDebit = debit,
            Tax = tax ?? Normal,
            ExemptionCode = (tax ?? Normal).IsZero ? "M07" : null,
        };

    public static SaftInvoice Invoice(string number, string status, params SaftGoodsLine[] lines) =>
        Invoice(number, status, Signature, lines);

    public static SaftInvoice Invoice(string number, string status, string hash, SaftGoodsLine[] lines) => new()
    {
        Number = number,
        Status = Status(status),
        Date = Day,
        Type = number[..2],
        SourceId = "ana",
        SystemEntryDate = Moment,
        CustomerId = "1",
        Hash = hash,
        HashControl = "1",
        Lines = lines,
        Totals = SaftTotals.Of(lines),
    };

    public static SaftWorkDocument WorkDocument(string number, string status, params SaftGoodsLine[] lines) => new()
    {
        Number = number,
        Status = Status(status),
        Date = Day,
        Type = "OR",
        SourceId = "ana",
        SystemEntryDate = Moment,
        CustomerId = "1",
        Hash = Signature,
        HashControl = "1",
        Lines = lines,
        Totals = SaftTotals.Of(lines),
    };

    public static SaftStockMovement StockMovement(string number, string status, params SaftGoodsLine[] lines) => new()
    {
        Number = number,
        Status = Status(status),
        Date = Day,
        Type = number[..2],
        SourceId = "ana",
        SystemEntryDate = Moment,
        CustomerId = "1",
        Hash = Signature,
        HashControl = "1",
        MovementStart = Moment,
        Lines = lines,
        Totals = SaftTotals.Of(lines),
    };

    public static SaftPayment Payment(string number, string status, decimal amount) => new()
    {
        Number = number,
        Status = Status(status),
        Date = Day,
        Type = "RG",
        SourceId = "ana",
        SystemEntryDate = Moment,
        CustomerId = "1",
        Lines = new[] { new SaftPaymentLine { Number = 1, Amount = amount, Documents = new[] { PaidDocument } } },
        Totals = new SaftTotals { NetTotal = amount, TaxPayable = 0, GrossTotal = amount },
    };

    public static SaftFile File(
        IReadOnlyList<SaftInvoice>? invoices = null,
        IReadOnlyList<SaftStockMovement>? movements = null,
        IReadOnlyList<SaftWorkDocument>? work = null,
        IReadOnlyList<SaftPayment>? payments = null,
        IReadOnlyList<SaftCustomer>? customers = null,
        IReadOnlyList<SaftProduct>? products = null,
        string companyName = "Empresa Exemplo Lda") => new()
        {
            Company = new SaftCompany { Name = companyName, TaxNumber = "599999993", Address = Address() },
            Software = new SaftSoftware
            {
                MakerTaxNumber = "599999993",
                CertificateNumber = 9999,
                ProductId = "Invoicing Sandbox/Exemplo",
                ProductVersion = "1",
            },
            StartDate = new DateTime(2026, 3, 1),
            EndDate = new DateTime(2026, 3, 31),
            DateCreated = new DateTime(2026, 4, 1),
            Customers = customers ?? new[] { SaftCustomer.FinalConsumer("1") },
            Products = products ?? new[] { new SaftProduct { Code = "A1", Description = "Artigo" } },
            Taxes = new[] { Normal, Exempt },
            Invoices = invoices ?? Array.Empty<SaftInvoice>(),
            StockMovements = movements ?? Array.Empty<SaftStockMovement>(),
            WorkDocuments = work ?? Array.Empty<SaftWorkDocument>(),
            Payments = payments ?? Array.Empty<SaftPayment>(),
        };

    public static byte[] Bytes(SaftFile file)
    {
        using var stream = new MemoryStream();
        SaftWriter.Write(stream, file);
        return stream.ToArray();
    }

    public static XElement Xml(SaftFile file) => XDocument.Parse(Encoding.Latin1.GetString(Bytes(file))).Root!;

    public static string? Value(this XElement element, params string[] path) =>
        path.Aggregate((XElement?)element, (e, name) => e?.Element(Ns + name))?.Value;
}
