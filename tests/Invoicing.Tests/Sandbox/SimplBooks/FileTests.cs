using System;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSimplBooks;

public sealed class FileTests
{
    private static readonly (string, string) Raw = ("X-Output-Format", "Raw");

    [Theory]
    [InlineData("invoices/get_pdf", "invoices", "application/pdf", "%PDF-1.4")]
    [InlineData("price_offers/get_pdf", "price_offers", "application/pdf", "%PDF-1.4")]
    [InlineData("invoices/get_xml", "invoices", "application/xml", "<?xml")]
    [InlineData("purchases/get_xml", "purchases", "application/xml", "<?xml")]
    [InlineData("purchases/get_copy", "purchases", "application/octet-stream", "%PDF-1.4")]
    public async Task AFileComesAsBase64OrAsItIs(string path, string category, string type, string begin)
    {
        using var books = new Books();
        var id = (long)(await books.ListAsync(category))[0]["id"]!;
        var wrapped = await books.GetAsync($"{path}/{id}");
        Assert.Equal((200, "status duration data"), (wrapped.Status, wrapped.Keys));
        var plain = await books.SendAsync("GET", $"{path}/{id}", null, Raw);
        Assert.Equal((200, type), (plain.Status, plain.ContentType));
        Assert.StartsWith(begin, Encoding.Latin1.GetString(plain.Bytes));
        Assert.Equal(plain.Bytes, Convert.FromBase64String((string)wrapped.Data!));

        var missing = await books.SendAsync("GET", $"{path}/1", null, Raw);
        Assert.Equal((400, "application/json"), (missing.Status, missing.ContentType));
    }

    [Fact]
    public async Task WhatWasPutInComesOut()
    {
        using var books = new Books();
        var client = await Bodies.ClientAsync(books);
        var file = Convert.ToBase64String(new byte[] { 1, 2, 3 });
        var purchase = Bodies.Purchase(client);
        var without = await books.CreateAsync("purchases/create", purchase);
        purchase["Purchase"]!["file_contents"] = file;
        purchase["Purchase"]!["file_type"] = "jpg";
        var id = await books.CreateAsync("purchases/create", purchase);
        Assert.Equal(file, (string)(await books.GetAsync($"purchases/get_copy/{id}")).Data!);
        Assert.Equal(400, (await books.GetAsync($"purchases/get_copy/{without}")).Status);

        var invoice = Bodies.Invoice(client);
        invoice["Invoice"]!["copy"] = file;
        id = await books.CreateAsync("invoices/create", invoice);
        Assert.Equal(file, (string)(await books.GetAsync($"invoices/get_pdf/{id}")).Data!);
        Assert.Null((await books.ReadAsync("invoices", id))["Invoice"]!["copy"]);
    }

    [Fact]
    public async Task AnEInvoiceAddsUp()
    {
        using var books = new Books();
        var invoice = (await books.ListAsync("invoices")).First(i => (string)i["row_sum_with_vat"]! is "True" or "1");
        var root = XDocument.Parse((await books.SendAsync("GET", $"invoices/get_xml/{invoice["id"]}", null, Raw)).Text).Root!;
        Assert.Equal("E_Invoice", root.Name.LocalName);
        Assert.Equal((string)invoice["number"]!, root.Descendants("InvoiceNumber").Single().Value);
        Assert.Equal((string)invoice["client_name"]!, root.Descendants("BuyerParty").Single().Element("Name")!.Value);
        Assert.Equal((decimal)invoice["total_sum"]!, (decimal)root.Descendants("TotalSum").Single());
        var net = root.Descendants("ItemEntry").Sum(e => (decimal)e.Element("ItemSum")!);
        Assert.InRange(net - (decimal)invoice["sum"]!, -0.02m, 0.02m);
    }

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("form", "application/x-www-form-urlencoded")]
    [InlineData("raw", "application/octet-stream")]
    public async Task AnEInvoiceThatWentOutComesInAgain(string format, string type)
    {
        using var books = new Books();
        var original = (await books.ListAsync("invoices")).First(i => (decimal)i["total_sum"]! > 0);
        var xml = (await books.SendAsync("GET", $"invoices/get_xml/{original["id"]}", null, Raw)).Text;
        using HttpContent content = format switch
        {
            "json" => Books.Json(new { xml }),
            "form" => new FormUrlEncodedContent(new[] { System.Collections.Generic.KeyValuePair.Create("xml", xml) }),
            _ => new StringContent(xml, Encoding.UTF8, type),
        };
        var header = ("X-Input-Format", format == "form" ? "FormData" : format);
        var answer = await books.SendAsync("POST", "invoices/create_from_xml", content, header);
        Assert.Equal((200, "status duration inserted_id response"), (answer.Status, answer.Keys));
        var invoice = (await books.ReadAsync("invoices", answer.Id))["Invoice"]!;
        Assert.Equal((long)original["client_id"]!, (long)invoice["client_id"]!);
        Assert.Equal((string)original["number"]!, (string)invoice["number"]!);
        Assert.InRange((decimal)invoice["total_sum"]! - (decimal)original["total_sum"]!, -0.02m, 0.02m);
    }

    [Fact]
    public async Task ASupplierThatIsNotKnownIsMade()
    {
        using var books = new Books();
        const string Xml = """
            <E_Invoice xmlns="urn:example"><Invoice>
              <InvoiceParties><SellerParty><Name>Võõras Kauba OÜ</Name><RegNumber>19777777</RegNumber></SellerParty></InvoiceParties>
              <InvoiceInformation><InvoiceNumber>V-1</InvoiceNumber><InvoiceDate>2026-07-03</InvoiceDate></InvoiceInformation>
              <InvoiceItem><InvoiceItemGroup><ItemEntry>
                <Description>Vill</Description><ItemDetailInfo><ItemUnit>kg</ItemUnit><ItemAmount>3</ItemAmount></ItemDetailInfo>
                <ItemSum>30.00</ItemSum><VAT><VATRate>24.00</VATRate></VAT>
              </ItemEntry></InvoiceItemGroup></InvoiceItem>
            </Invoice></E_Invoice>
            """;
        var ids = new[]
        {
            await books.CreateAsync("purchases/create_from_xml", new { xml = Xml }),
            await books.CreateAsync("purchases/create_from_xml", new { xml = Xml }),
        };
        Assert.Equal(2, ids.Distinct().Count());
        var client = Assert.Single(await books.ListAsync("clients", new JObject { ["reg_no"] = "19777777" }));
        var data = await books.ReadAsync("purchases", ids[0]);
        Assert.Equal(("Võõras Kauba OÜ", 37.2m), ((string)client["name"]!, (decimal)data["Purchase"]!["total_sum"]!));
        Assert.Equal(9, (int)data["PurchaseRow"]![0]!["vat_type_id"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<Order/>")]
    [InlineData("<E_Invoice/>")]
    [InlineData("<E_Invoice><Invoice/></E_Invoice>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><E_Invoice><Invoice>&b;</Invoice></E_Invoice>")]
    public async Task OtherTextIsNoEInvoice(string xml)
    {
        using var books = new Books();
        Assert.Equal(400, (await books.PostAsync("invoices/create_from_xml", new { xml })).Status);
        Assert.Equal(400, (await books.PostAsync("purchases/create_from_xml", new { xml })).Status);
    }
}
