using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Invoicing.Tests.Saft.RuleCases;

namespace Invoicing.Tests.Saft;

/// <summary>Small correct files, one for each part of the tree, which hold every element of it, the optional ones too.</summary>
internal static class MutationFiles
{
    private const string Source = "<SourceID>ana</SourceID><EACCode>62010</EACCode>";

    private const string Times =
        "<MovementEndTime>2026-03-02T12:00:00</MovementEndTime><MovementStartTime>2026-03-02T11:00:00</MovementStartTime>";

    private const string Place =
        "<DeliveryID>AA-00-BB</DeliveryID><DeliveryDate>2026-03-02</DeliveryDate><WarehouseID>W1</WarehouseID><LocationID>L1</LocationID>"
        + "<Address>" + Address + "</Address>";

    private const string Ship = "<ShipTo>" + Place + "</ShipTo><ShipFrom>" + Place + "</ShipFrom>";

    private const string Withheld =
        "<WithholdingTax><WithholdingTaxType>IRS</WithholdingTaxType><WithholdingTaxDescription>x</WithholdingTaxDescription>"
        + "<WithholdingTaxAmount>0</WithholdingTaxAmount></WithholdingTax>";

    private const string Foreign = "<Currency><CurrencyCode>USD</CurrencyCode><CurrencyAmount>146.30</CurrencyAmount><ExchangeRate>1.1</ExchangeRate></Currency>";

    private const string Address =
        "<BuildingNumber>1</BuildingNumber><StreetName>Rua</StreetName><AddressDetail>Rua 1</AddressDetail><City>Porto</City>"
        + "<PostalCode>4000-001</PostalCode><Region>Norte</Region><Country>PT</Country>";

    private const string Contacts = "<Telephone>1</Telephone><Fax>1</Fax><Email>a@example.com</Email><Website>www.example.com</Website>";

    private const string Customs = "<CustomsInformation><ARCNo>123</ARCNo><IECAmount>1</IECAmount></CustomsInformation>";

    /// <summary>Optional elements: a part of the tree, a text in it, and what takes its place.</summary>
    private static readonly (string Part, string Old, string New)[] Optional =
    [
        ("Header", "<CompanyAddress>", "<BusinessName>Exemplo</BusinessName><CompanyAddress><BuildingNumber>3</BuildingNumber><StreetName>Rua</StreetName>"),
        ("Header", "</PostalCode>", "</PostalCode><Region>Lisboa</Region>"),
        ("Header", "</ProductVersion>", "</ProductVersion><HeaderComment>x</HeaderComment>" + Contacts),
        ("Customer", "<BillingAddress>", "<Contact>Rui</Contact><BillingAddress><BuildingNumber>1</BuildingNumber><StreetName>Rua</StreetName>"),
        ("Customer", "</PostalCode>", "</PostalCode><Region>Norte</Region>"),
        ("Customer", "</BillingAddress>", "</BillingAddress><ShipToAddress>" + Address + "</ShipToAddress>" + Contacts),
        ("Supplier", "<BillingAddress>", "<Contact>Rui</Contact><BillingAddress><BuildingNumber>1</BuildingNumber><StreetName>Rua</StreetName>"),
        ("Supplier", "</PostalCode>", "</PostalCode><Region>Norte</Region>"),
        ("Supplier", "</BillingAddress>", "</BillingAddress><ShipFromAddress>" + Address + "</ShipFromAddress>" + Contacts),
        ("Product", "<ProductDescription>", "<ProductGroup>G</ProductGroup><ProductDescription>"),
        ("Product", "</ProductNumberCode>", "</ProductNumberCode><CustomsDetails><CNCode>12345678</CNCode><UNNumber>1234</UNNumber></CustomsDetails>"),
        ("TaxTable", "</Description>", "</Description><TaxExpirationDate>2026-12-31</TaxExpirationDate>"),
        ("GeneralLedgerEntries", "</AccountID>", "</AccountID><SourceDocumentID>FT 1</SourceDocumentID>"),
        ("SalesInvoices", "</CustomerID>", "</CustomerID>" + Ship + Times),
        ("MovementOfGoods", "</CustomerID><SourceID>ana</SourceID>", "</CustomerID>" + Source + "<MovementComments>x</MovementComments>" + Ship),
        ("MovementOfGoods", "</MovementStartTime>", "</MovementStartTime><ATDocCodeID>1</ATDocCodeID>"),
        ("MovementOfGoods", "</GrossTotal>", "</GrossTotal>" + Foreign.Replace("146.30", "9.47", StringComparison.Ordinal)),
        ("WorkingDocuments", "</GrossTotal>", "</GrossTotal>" + Foreign.Replace("146.30", "70.02", StringComparison.Ordinal)),
        ("Payments", "<TransactionDate>", "<TransactionID>2026-03-02 J1 1</TransactionID><TransactionDate>"),
        ("Payments", "</PaymentType>", "</PaymentType><Description>Recibo</Description><SystemID>1</SystemID>"),
        ("Payments", "</InvoiceDate>", "</InvoiceDate><Description>Venda</Description>"),
        ("Payments", "<CreditAmount>", "<SettlementAmount>0</SettlementAmount><CreditAmount>"),
        ("Payments", "</GrossTotal>", "</GrossTotal><Settlement><SettlementAmount>0</SettlementAmount></Settlement>" + Foreign),
        ("Payments", "</DocumentTotals>", "</DocumentTotals>" + Withheld),
        .. Signed("SalesInvoices", Source + "<SystemEntryDate>"),
        .. Signed("WorkingDocuments", Source + "<SystemEntryDate>"),
        .. Signed("MovementOfGoods", "<SourceID>ana</SourceID><SystemEntryDate>"),
    ];

    /// <summary>The parts, and the element that each is about.</summary>
    public static readonly Dictionary<string, string> Parts = new()
    {
        ["Header"] = "Header",
        ["Customer"] = "Customer",
        ["Supplier"] = "Supplier",
        ["Product"] = "Product",
        ["TaxTable"] = "TaxTable",
        ["GeneralLedgerAccounts"] = "GeneralLedgerAccounts",
        ["GeneralLedgerEntries"] = "GeneralLedgerEntries",
        ["SalesInvoices"] = "SalesInvoices",
        ["MovementOfGoods"] = "MovementOfGoods",
        ["WorkingDocuments"] = "WorkingDocuments",
        ["Payments"] = "Payments",
    };

    /// <summary>The file of a part: of the large parts those alone that it needs, so that its many mutants are small.</summary>
    public static XDocument Of(string part)
    {
        var file = XDocument.Parse(Xml());
        var needed = part switch
        {
            "GeneralLedgerAccounts" or "GeneralLedgerEntries" => ["GeneralLedgerAccounts", "GeneralLedgerEntries"],
            "Supplier" => ["MovementOfGoods"],
            "SalesInvoices" or "MovementOfGoods" or "WorkingDocuments" or "Payments" => new[] { part },
            _ => ["SalesInvoices"],
        };
        string[] large = ["GeneralLedgerAccounts", "GeneralLedgerEntries", "SalesInvoices", "MovementOfGoods", "WorkingDocuments", "Payments"];
        file.Descendants().Where(element => element.Ancestors().Count() <= 2 && large.Except(needed).Contains(element.Name.LocalName)).Remove();
        return file;
    }

    public static string Xml()
    {
        var xml = new TestFile { Ledger = (LedgerAccounts, Entries(Transaction("1", 100m, 100m), Transaction("2", 50m, 50m, "<SupplierID>S1</SupplierID>"))) }
            .Invoice("FT A/1", d => (d.Line(100m).Line(10m, l => l.Exempt()).Line(10m, Stamp).InTotals, d.AfterTotals, d.Period, d.Status, d.Reason) = (
                Foreign.Replace("146.30", "158.95", StringComparison.Ordinal) + "<Settlement><SettlementDiscount>x</SettlementDiscount><SettlementAmount>1</SettlementAmount>"
                + "<SettlementDate>2026-03-30</SettlementDate><PaymentTerms>30 dias</PaymentTerms></Settlement>" + Paid(10m),
                Withheld,
                "3", "N", "motivo"))
            .Invoice("NC A/1", d => d.Line(5m, l => l.Reference = "FT A/1"))
            .Invoice("NC A/2", d => d.Line(0m, l => (l.TaxBase, l.Reference) = (5m, "FT A/1")))
            .Movement("GT A/1", d => (d.Line(7m).Line(0m, l => l.Exempt()).Start, d.End, d.Period, d.Reason) = ("2026-03-02T11:00:00", "2026-03-02T12:00:00", "3", "motivo"))
            .Movement("GT A/2", d => d.Line(7m).Supplier = "S1")
            .Work("OR A/1", d => d.Line(50m, l => l.Reference = "OR 1/1").Line(1m, l => l.Exempt()).Line(0m, l => l.TaxBase = 5m).And(() => d.Reason = "motivo").Period = "3")
            .Payment("RG A/1", d => (d.Line(100m, l => l.Reference = "FT A/1").Line(10m, l => l.Exempt().And(() => l.Reference = "FT A/1")).Methods, d.Period, d.Reason) =
                (Methods(133m), "3", "motivo"))
            .ToXml();
        foreach (var (part, old, with) in Optional)
        {
            xml = Regex.Replace(
                xml, $"<{part}>.*?</{part}>", match => match.Value.Replace(old, with, StringComparison.Ordinal), RegexOptions.Singleline);
        }

        return xml;
    }

    private static void Stamp(TestLine line) => (line.TaxType, line.TaxCode, line.TaxRate, line.IsTaxAmount) = ("IS", "23.1", 1.5m, true);

    /// <summary>The optional elements of a table whose documents are signed and have goods on their lines.</summary>
    private static IEnumerable<(string Part, string Old, string New)> Signed(string part, string source) =>
    [
        (part, "<SourceID>ana</SourceID><SystemEntryDate>", source),
        (part, "</SystemEntryDate>", "</SystemEntryDate><TransactionID>2026-03-02 J1 1</TransactionID>"),
        (part, "</LineNumber>", "</LineNumber><OrderReferences><OriginatingON>NE 1</OriginatingON><OrderDate>2026-03-01</OrderDate></OrderReferences>"),
        (part, "</Description>", "</Description><ProductSerialNumber><SerialNumber>S1</SerialNumber></ProductSerialNumber>"),
        (part, "</Line>", "<SettlementAmount>1</SettlementAmount>" + Customs + "</Line>"),
    ];
}
