using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Invoicing.Saft;
using static Invoicing.Tests.Saft.TestLine;

namespace Invoicing.Tests.Saft;

/// <summary>Builds small files that are correct, but for what a test changes.</summary>
internal sealed class TestFile
{
    public const string Namespace = "urn:OECD:StandardAuditFile-Tax:PT_1.04_01";

    private static readonly string[] Tables = ["SalesInvoices", "MovementOfGoods", "WorkingDocuments", "Payments"];

    public string Declaration { get; set; } = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    public string Certificate { get; set; } = "9999";

    public string Basis { get; set; } = "F";

    public string TaxNumber { get; set; } = "599999993";

    public string StartDate { get; set; } = "2026-03-01";

    public string EndDate { get; set; } = "2026-03-31";

    public string DateCreated { get; set; } = "2026-04-02";

    /// <summary>XML behind the usual customers.</summary>
    public string MoreCustomers { get; set; } = "";

    /// <summary>XML behind the usual tax entries.</summary>
    public string MoreTaxes { get; set; } = "";

    /// <summary>XML of the ledger accounts, and of the entries.</summary>
    public (string Accounts, string Entries) Ledger { get; set; } = ("", "");

    public List<TestDocument> Documents { get; } = [];

    /// <summary>One file with a document in each table, everything right.</summary>
    public static TestFile Typical() => new TestFile()
        .Invoice("FT A/1", d => d.Line(100m).Line(10m, l => l.Exempt()))
        .Invoice("FT A/2", d => d.Line(20m, l => l.Quantity = 3m))
        .Invoice("NC A/1", d => d.Line(5m, l => l.Reference = "FT A/1"))
        .Movement("GT A/1", d => d.Line(7m))
        .Work("OR A/1", d => d.Line(50m))
        .Payment("RG A/1", d => d.Line(100m, l => l.Reference = "FT A/1"));

    public TestFile Invoice(string number, Action<TestDocument> change) => Add("SalesInvoices", number, change);

    public TestFile Movement(string number, Action<TestDocument> change) => Add("MovementOfGoods", number, change);

    public TestFile Work(string number, Action<TestDocument> change) => Add("WorkingDocuments", number, change);

    public TestFile Payment(string number, Action<TestDocument> change) => Add("Payments", number, change);

    public TestFile With(Action<TestFile> change)
    {
        change(this);
        return this;
    }

    /// <summary>Signs all documents as a certified program would.</summary>
    public TestFile Sign(RSA key)
    {
        var last = new Dictionary<string, string>();
        foreach (var document in Documents.Where(document => document.Table != "Payments"))
        {
            var message = document.Message(last.GetValueOrDefault(document.Series, ""));
            var hash = key.SignData(Encoding.UTF8.GetBytes(message), HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
            document.Hash = last[document.Series] = Convert.ToBase64String(hash);
        }

        return this;
    }

    public string ToXml()
    {
        var xml = new StringWriter();
        Write(xml, Documents);
        return xml.ToString();
    }

    /// <summary>The XML with one text replaced; fails where the text is not there.</summary>
    public string ToXml(string old, string with)
    {
        var xml = ToXml();
        var at = xml.IndexOf(old, StringComparison.Ordinal);
        return at < 0 ? throw new ArgumentException("Not in the file: " + old) : xml[..at] + with + xml[(at + old.Length)..];
    }

    public IEnumerable<SaftRecord> Read(SaftSection sections = SaftSection.All)
        => SaftReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(ToXml())), sections);

    public SaftReport Check(SaftCheckOptions? options = null) => Check(ToXml(), options);

    public static SaftReport Check(string xml, SaftCheckOptions? options = null) => Check(Encoding.UTF8.GetBytes(xml), options);

    public static SaftReport Check(byte[] bytes, SaftCheckOptions? options = null)
        => SaftChecker.Check(new MemoryStream(bytes), options ?? new SaftCheckOptions());

    /// <summary>Writes the file; the documents are gone through twice, as the totals of a table stand at its start.</summary>
    public void Write(TextWriter xml, IEnumerable<TestDocument> documents)
    {
        xml.Write(Declaration + "\n<AuditFile xmlns=\"" + Namespace + "\">\n");
        xml.Write(Header() + "\n<MasterFiles>\n" + Ledger.Accounts + Customers() + MoreCustomers + Masters() + "</MasterFiles>\n");
        xml.Write(Ledger.Entries + "<SourceDocuments>\n");
        foreach (var table in Tables)
        {
            var some = documents.Where(document => document.Table == table);
            if (some.Any())
            {
                xml.Write("<" + table + ">\n" + Totals(table, some) + "\n");
                foreach (var document in some)
                {
                    xml.Write(document.ToXml() + "\n");
                }

                xml.Write("</" + table + ">\n");
            }
        }

        xml.Write("</SourceDocuments>\n</AuditFile>\n");
    }

    private static string Totals(string table, IEnumerable<TestDocument> documents)
    {
        var counted = documents.Where(document => document.Status != "A" && (document.Status != "F" || table != "SalesInvoices"));
        decimal debit = 0, credit = 0, quantity = 0;
        foreach (var line in counted.SelectMany(document => document.Lines))
        {
            debit += line.IsDebit ? line.Value : 0;
            credit += line.IsDebit ? 0 : line.Value;
            quantity += line.Quantity;
        }

        return table == "MovementOfGoods"
            ? Tag("NumberOfMovementLines", Text(documents.Sum(document => document.Lines.Count))) + Tag(
                "TotalQuantityIssued", Text(quantity))
            : Tag("NumberOfEntries", Text(documents.Count())) + Tag("TotalDebit", Text(debit)) + Tag("TotalCredit", Text(credit));
    }

    private static string Customers()
        => Customer("C1", "123456789", "PT", "Exemplo Um") + Customer("C2", "999999990", "PT", "Consumidor final");

    public static string Customer(string id, string taxId, string country, string name = "Exemplo")
        => "<Customer>" + Tag("CustomerID", id) + Tag("AccountID", "Desconhecido") + Tag("CustomerTaxID", taxId) + Tag("CompanyName", name)
            + "<BillingAddress>" + Tag("AddressDetail", "Rua 1") + Tag("City", "Lisboa") + Tag("PostalCode", "1000-001")
                + Tag("Country", country)
            + "</BillingAddress><SelfBillingIndicator>0</SelfBillingIndicator></Customer>\n";

    private string Masters()
        => "<Supplier><SupplierID>S1</SupplierID><AccountID>Desconhecido</AccountID><SupplierTaxID>500000000</SupplierTaxID>"
            + "<CompanyName>Exemplo Tres</CompanyName><BillingAddress><AddressDetail>Rua 2</AddressDetail><City>Porto</City>"
            + "<PostalCode>4000-001</PostalCode><Country>PT</Country></BillingAddress>"
            + "<SelfBillingIndicator>0</SelfBillingIndicator></Supplier>\n"
            + Product("P1") + Product("P2") + "<TaxTable>\n"
            + TaxEntry("IVA", "PT", "NOR", 23) + TaxEntry("IVA", "PT", "INT", 13) + TaxEntry("IVA", "PT", "RED", 6)
                + TaxEntry("IVA", "PT", "ISE", 0)
            + TaxEntry("IVA", "PT-AC", "NOR", 16) + TaxEntry("IVA", "PT-MA", "NOR", 22) + TaxEntry("NS", "PT", "NS", 0)
            + TaxEntry("IVA", "PT", "NOR", 20)
            + TaxEntry("IS", "PT", "23.1", 1.5m).Replace("TaxPercentage", "TaxAmount", StringComparison.Ordinal) + MoreTaxes
                + "</TaxTable>\n";

    private static string Product(string code)
        => "<Product><ProductType>S</ProductType>" + Tag("ProductCode", code) + "<ProductDescription>Consultoria</ProductDescription>"
            + Tag("ProductNumberCode", code) + "</Product>\n";

    public static string TaxEntry(string type, string region, string code, decimal rate)
        => "<TaxTableEntry>" + Tag("TaxType", type) + Tag("TaxCountryRegion", region) + Tag("TaxCode", code) + Tag("Description", "Taxa")
            + Tag("TaxPercentage", Text(rate)) + "</TaxTableEntry>\n";

    private TestFile Add(string table, string number, Action<TestDocument> change)
    {
        var document = new TestDocument(table, number);
        change(document);
        Documents.Add(document);
        return this;
    }

    private string Header()
        => "<Header>" + Tag("AuditFileVersion", "1.04_01") + Tag("CompanyID", "Lisboa 12345") + Tag("TaxRegistrationNumber", TaxNumber)
            + Tag("TaxAccountingBasis", Basis) + Tag("CompanyName", "Exemplo Lda") + "<CompanyAddress>" + Tag("AddressDetail", "Rua 3")
            + Tag("City", "Lisboa") + Tag("PostalCode", "1000-002") + Tag("Country", "PT") + "</CompanyAddress>" + Tag("FiscalYear", StartDate[..4])
            + Tag("StartDate", StartDate) + Tag("EndDate", EndDate) + Tag("CurrencyCode", "EUR") + Tag("DateCreated", DateCreated)
            + Tag("TaxEntity", "Global") + Tag("ProductCompanyTaxID", "500000000") + Tag("SoftwareCertificateNumber", Certificate)
            + Tag("ProductID", "Exemplo/Exemplo Lda") + Tag("ProductVersion", "1.0") + "</Header>";
}
