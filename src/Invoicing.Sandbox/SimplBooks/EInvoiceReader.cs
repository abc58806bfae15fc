using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Makes documents of E-invoices. Which parts of one the real service looks at is not documented. [assumption]</summary>
internal static class EInvoiceReader
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <exception cref="XmlException">The text is not XML.</exception>
    /// <exception cref="FormatException">It is not an E-invoice, or a number in it is none.</exception>
    public static List<Record> Read(Company company, Resource resource, string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        var root = XDocument.Load(reader).Root!;
        var invoices = Children(root, "Invoice").ToList();
        if (root.Name.LocalName != "E_Invoice" || invoices.Count == 0)
        {
            throw new FormatException("there is no E_Invoice with an Invoice in it");
        }

        return invoices.ConvertAll(invoice => Document(company, resource, invoice));
    }

    private static Record Document(Company company, Resource resource, XElement invoice)
    {
        var isSale = resource == Resources.Invoices;
        var party = Child(Child(invoice, "InvoiceParties"), isSale ? "BuyerParty" : "SellerParty")
            ?? throw new FormatException("a party is missing");
        var information = Child(invoice, "InvoiceInformation");
        var header = new JObject
        {
            ["client_id"] = ClientOf(company, party).Id,
            ["number"] = Text(information, "InvoiceNumber"),
            ["reference"] = Text(information, "PaymentReferenceNumber"),
            ["created"] = Text(information, "InvoiceDate"),
            ["due"] = Text(information, "DueDate"),
            ["currency_name"] = Text(Child(invoice, "InvoiceSumGroup"), "Currency"),
        };
        var rows = Children(Child(invoice, "InvoiceItem"), "InvoiceItemGroup").SelectMany(group => Children(group, "ItemEntry"))
            .Select(entry => new JObject { [resource.RowModel] = Row(entry, isSale) });
        return Editor.Create(company, resource, new JObject { [resource.Model] = header, [resource.RowModel + "s"] = new JArray(rows) });
    }

    private static JObject Row(XElement entry, bool isSale)
    {
        var detail = Child(entry, "ItemDetailInfo");
        return new JObject
        {
            ["name"] = Text(entry, "Description"),
            ["code"] = Text(entry, "SellerProductId"),
            ["unit"] = Text(detail, "ItemUnit"),
            ["amount"] = (decimal?)Child(detail, "ItemAmount") ?? 1,
            [isSale ? "price_per_unit" : "sum"] = (decimal?)(isSale ? Child(detail, "ItemPrice") : Child(entry, "ItemSum")),
            ["vat"] = (decimal?)Child(Child(entry, "VAT"), "VATRate") ?? 0,
        };
    }

    /// <summary>The client with that registry code, else with that name, else a new one.</summary>
    private static Record ClientOf(Company company, XElement party)
    {
        var name = Text(party, "Name");
        var code = Text(party, "RegNumber");
        var clients = company[Resources.Clients].All.ToList();
        var address = Child(Child(party, "ContactData"), "LegalAddress");
        return clients.Find(client => code.Length > 0 && client.Text("reg_no") == code)
            ?? clients.Find(client => client.Text("name") == name)
            ?? Editor.Create(company, Resources.Clients, new JObject
            {
                ["Client"] = new JObject
                {
                    ["name"] = name,
                    ["reg_no"] = code,
                    ["vat_no"] = Text(party, "VATRegNumber"),
                    ["address_street"] = Text(address, "PostalAddress1"),
                    ["address_city"] = Text(address, "City"),
                    ["address_postal_code"] = Text(address, "PostalCode"),
                },
            });
    }

    /// <summary>Some programs put the elements into a namespace, some do not.</summary>
    private static IEnumerable<XElement> Children(XElement? parent, string name) =>
        parent?.Elements().Where(element => element.Name.LocalName == name) ?? Enumerable.Empty<XElement>();

    private static XElement? Child(XElement? parent, string name) => Children(parent, name).FirstOrDefault();

    private static string Text(XElement? parent, string name) => Child(parent, name)?.Value.Trim() ?? "";
}
