using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Invoicing.Sandbox.Saft;
using Xunit;

namespace Invoicing.Tests.SandboxSaft;

public sealed class SaftWriterTests
{
    [Fact]
    public void TotalsOfInvoicesLeaveOutCancelledAndBilled()
    {
        var sales = Sample.Xml(Sample.File(new[]
        {
            Sample.Invoice("FT A/1", "N", Sample.Line(1, 100), Sample.Line(2, 50)),
            Sample.Invoice("FT A/2", "A", Sample.Line(1, 80)),
            Sample.Invoice("FR B/1", "N", Sample.Line(1, 20)),
            Sample.Invoice("NC C/1", "N", Sample.Line(1, 30, debit: true)),
            Sample.Invoice("FT A/3", "F", Sample.Line(1, 10)),
        })).Element(Sample.Ns + "SourceDocuments")!.Element(Sample.Ns + "SalesInvoices")!;

        Assert.Equal(("5", "30.00", "170.00"), (sales.Value("NumberOfEntries"), sales.Value("TotalDebit"), sales.Value("TotalCredit")));
    }

    [Fact]
    public void TotalsOfWorkingDocumentsLeaveOutOnlyCancelled()
    {
        var table = Sample.Xml(Sample.File(work: new[]
        {
            Sample.WorkDocument("OR A/1", "N", Sample.Line(1, 100), Sample.Line(2, 50)),
            Sample.WorkDocument("OR A/2", "A", Sample.Line(1, 80)),
            Sample.WorkDocument("OR A/3", "N", Sample.Line(1, 20)),
            Sample.WorkDocument("OR A/4", "F", Sample.Line(1, 10)),
        })).Element(Sample.Ns + "SourceDocuments")!.Element(Sample.Ns + "WorkingDocuments")!;

        Assert.Equal(("4", "0.00", "180.00"), (table.Value("NumberOfEntries"), table.Value("TotalDebit"), table.Value("TotalCredit")));
    }

    [Fact]
    public void TotalsOfGoodsCountEveryLineAndSumQuantitiesOfWhatWasNotCancelled()
    {
        var goods = Sample.Xml(Sample.File(movements: new[]
        {
            Sample.StockMovement("GT A/1", "N", Sample.Line(1, 0, quantity: 5), Sample.Line(2, 0, quantity: 3)),
            Sample.StockMovement("GT A/2", "A", Sample.Line(1, 0, quantity: 7)),
            Sample.StockMovement("GR A/1", "F", Sample.Line(1, 0, quantity: 2)),
        })).Element(Sample.Ns + "SourceDocuments")!.Element(Sample.Ns + "MovementOfGoods")!;

        Assert.Equal(("4", "10"), (goods.Value("NumberOfMovementLines"), goods.Value("TotalQuantityIssued")));
    }

    [Fact]
    public void TotalsOfReceiptsLeaveOutCancelled()
    {
        var table = Sample.Xml(Sample.File(payments: new[] { Sample.Payment("RG A/1", "N", 12.5m), Sample.Payment("RG A/2", "A", 3) }))
            .Element(Sample.Ns + "SourceDocuments")!.Element(Sample.Ns + "Payments")!;

        Assert.Equal(("2", "12.50"), (table.Value("NumberOfEntries"), table.Value("TotalCredit")));
    }

    [Fact]
    public void AnEmptyMonthIsDeclared()
    {
        var sources = Sample.Xml(Sample.File()).Element(Sample.Ns + "SourceDocuments")!;

        Assert.Equal(new[] { "SalesInvoices" }, sources.Elements().Select(e => e.Name.LocalName));
        Assert.Equal("00.000.00", sources.Value);
    }

    [Fact]
    public void BytesAreWindows1252AndSaidToBe()
    {
        var products = new[] { new SaftProduct { Code = "A1", Description = "Café 5€ — Łódź, 日本 \U0001F600\u0007e\u0301" } };
        var bytes = Sample.Bytes(Sample.File(products: products));
        var text = Encoding.Latin1.GetString(bytes);

        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"Windows-1252\"?>", text);
        Assert.Contains("Caf\u00E9 5\u0080 \u0097 L\u00F3dz, ?? ? \u00E9<", text);
        Assert.Contains("Café 5€ — Lódz, ?? ? é<", Invoicing.Saft.Encodings.CodePages.Windows1252.GetString(bytes));
    }

    [Fact]
    public void LongTextsAreCutAndUnknownOnesReplaced()
    {
        var stranger = new SaftCustomer { Id = "1", Name = new string('n', 101), Contact = " ", BillingAddress = Sample.Address("??") };
        var products = new[] { new SaftProduct { Code = "A1", Description = "x" } };
        var master = Sample.Xml(Sample.File(customers: new[] { stranger }, products: products, companyName: new string('c', 99) + " long"));
        var customer = master.Element(Sample.Ns + "MasterFiles")!.Element(Sample.Ns + "Customer")!;

        Assert.Equal(new string('c', 99), master.Value("Header", "CompanyName"));
        Assert.Equal(new string('n', 100), customer.Value("CompanyName"));
        Assert.Equal(("Desconhecido", "999999990"), (customer.Value("AccountID"), customer.Value("CustomerTaxID")));
        Assert.Equal("Desconhecido", customer.Value("BillingAddress", "Country"));
        Assert.Null(customer.Element(Sample.Ns + "Contact"));
        Assert.Equal("x.", master.Value("MasterFiles", "Product", "ProductDescription"));
    }

    [Fact]
    public void PricesKeepTheirDecimalsAndTotalsHaveTwo()
    {
        var line = Sample.Line(1, 3.7m, quantity: 0.125m, price: 29.603996m);
        var invoice = Sample.Xml(Sample.File(new[] { Sample.Invoice("FT A/1", "N", line) })).Descendants(Sample.Ns + "Invoice").Single();

        Assert.Equal("0.125", invoice.Value("Line", "Quantity"));
        Assert.Equal("29.603996", invoice.Value("Line", "UnitPrice"));
        Assert.Equal("3.70", invoice.Value("Line", "CreditAmount"));
        Assert.Equal(("0.85", "4.55"), (invoice.Value("DocumentTotals", "TaxPayable"), invoice.Value("DocumentTotals", "GrossTotal")));
        Assert.Equal("2026-03-02T10:15:30", invoice.Value("SystemEntryDate"));
    }

    [Fact]
    public void TheStreamStaysOpen()
    {
        using var stream = new MemoryStream();
        SaftWriter.Write(stream, Sample.File());
        Assert.True(stream.CanWrite);
        stream.Position = 0;
        using var reader = XmlReader.Create(new StreamReader(stream, Invoicing.Saft.Encodings.CodePages.Windows1252));
        Assert.Equal("AuditFile", XDocument.Load(reader).Root!.Name.LocalName);
    }
}
