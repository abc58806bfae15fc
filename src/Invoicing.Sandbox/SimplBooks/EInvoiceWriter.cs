using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Writes a document as an Estonian E-invoice, taken to be of version 1.2. [assumption]</summary>
internal static class EInvoiceWriter
{
    public static byte[] Write(Company company, Resource resource, Record document)
    {
        var isSale = resource == Resources.Invoices;
        var us = new Party(Company.Name, Company.RegistryCode, Company.VatNumber, "Kivi tee 1", "Haapsalu", "90500");
        var them = new Party(
            document.Text("client_name"),
            document.Text("client_reg_no"),
            document.Text("client_vat_no"),
            document.Text("client_address_street"),
            document.Text("client_address_city"),
            document.Text("client_address_postal_code"));
        var root = new XElement(
            "E_Invoice",
            new XElement(
                "Header",
                new XElement("Date", company.Today),
                new XElement("FileId", document.Id),
                new XElement("Version", "1.2")),
            Invoice(document, isSale ? us : them, isSale ? them : us),
            new XElement(
                "Footer",
                new XElement("TotalNumberInvoices", 1),
                new XElement("TotalAmount", Money(document.Number("total_sum")))));
        Clean(root);
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            new XDocument(new XDeclaration("1.0", "UTF-8", null), root).Save(text);
        }

        return bytes.ToArray();
    }

    private static void Clean(XElement root)
    {
        foreach (var text in root.DescendantNodes().OfType<XText>())
        {
            text.Value = XmlCharacters.Clean(text.Value);
        }

        foreach (var attribute in root.Descendants().Attributes())
        {
            attribute.Value = XmlCharacters.Clean(attribute.Value);
        }
    }

    private static XElement Invoice(Record document, Party seller, Party buyer)
    {
        var isCredit = document.Number("total_sum") < 0;
        var rows = document.Rows.Select(row => new Row(row, document.Flag("row_sum_with_vat"))).ToList();
        return new XElement(
            "Invoice",
            new XAttribute("invoiceId", document.Id),
            new XAttribute("regNumber", buyer.RegistryCode),
            new XAttribute("sellerRegnumber", seller.RegistryCode),
            new XElement("InvoiceParties", seller.Element("SellerParty"), buyer.Element("BuyerParty")),
            new XElement(
                "InvoiceInformation",
                new XElement("Type", new XAttribute("type", isCredit ? "CRE" : "DEB")),
                new XElement("DocumentName", isCredit ? "Kreeditarve" : "Arve"),
                new XElement("InvoiceNumber", document.Text("number")),
                IfAny("PaymentReferenceNumber", document.Text("reference")),
                new XElement("InvoiceDate", document.Text("created")),
                IfAny("DueDate", document.Text("due"))),
            new XElement(
                "InvoiceSumGroup",
                new XElement("InvoiceSum", Money(document.Number("sum"))),
                new XElement("Rounding", Money(document.Number("rounding"))),
                rows.GroupBy(row => row.Rate).Select(rate => Vat(rate.Sum(row => row.Net), rate.Key)),
                new XElement("TotalVATSum", Money(document.Number("vat"))),
                new XElement("TotalSum", Money(document.Number("total_sum"))),
                new XElement("Currency", document.Text("currency_name"))),
            new XElement("InvoiceItem", new XElement("InvoiceItemGroup", rows.Select(Item))));
    }

    private static XElement Item(Row row, int index)
    {
        var record = row.Record;
        var amount = record.Number("amount");
        return new XElement(
            "ItemEntry",
            new XElement("RowNo", index + 1),
            IfAny("SellerProductId", record.Text("code")),
            new XElement("Description", record.Text("name")),
            new XElement(
                "ItemDetailInfo",
                new XElement("ItemUnit", record.Text("unit")),
                new XElement("ItemAmount", Number(amount)),
                new XElement("ItemPrice", Number(amount == 0 ? 0 : row.Net / amount))),
            new XElement("ItemSum", Money(row.Net)),
            Vat(row.Net, row.Rate),
            new XElement("ItemTotal", Money(row.Net * (1 + (row.Rate / 100)))));
    }

    private static XElement Vat(decimal net, decimal rate) => new(
        "VAT",
        new XElement("SumBeforeVAT", Money(net)),
        new XElement("VATRate", Money(rate)),
        new XElement("VATSum", Money(net * rate / 100)));

    private static XElement? IfAny(string name, string text) => text.Length > 0 ? new XElement(name, text) : null;

    private static string Money(decimal value) => DocumentRules.Cents(value).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => Math.Round(value, 4).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A row, and its money without VAT.</summary>
    private sealed class Row
    {
        public Row(Record record, bool withVat)
        {
            Record = record;
            Rate = record.Number("vat");
            Net = withVat ? DocumentRows.Sum(record) * 100 / (100 + Rate) : DocumentRows.Sum(record);
        }

        public Record Record { get; }

        public decimal Rate { get; }

        public decimal Net { get; }
    }

    private sealed class Party
    {
        private readonly IReadOnlyList<string> _address;
        private readonly string _name;
        private readonly string _vatNumber;

        public Party(string name, string registryCode, string vatNumber, params string[] address)
        {
            _name = name;
            RegistryCode = registryCode;
            _vatNumber = vatNumber;
            _address = address;
        }

        public string RegistryCode { get; }

        public XElement Element(string role) => new(
            role,
            new XElement("Name", _name),
            IfAny("RegNumber", RegistryCode),
            IfAny("VATRegNumber", _vatNumber),
            new XElement(
                "ContactData",
                new XElement(
                    "LegalAddress",
                    IfAny("PostalAddress1", _address[0]),
                    IfAny("City", _address[1]),
                    IfAny("PostalCode", _address[2]))));
    }
}
