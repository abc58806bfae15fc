using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class SaftExportTests
{
    private static readonly XNamespace Saft = "urn:OECD:StandardAuditFile-Tax:PT_1.04_01";

    [Fact]
    public async Task TheFilesOfAYearHoldEveryIssuedDocumentOnceAndVerify()
    {
        using var server = new TestServer(o => o.PollsUntilReady = 0);
        var listed = new List<JObject>();
        foreach (var list in new[] { "invoices", "estimates", "guides" })
        {
            listed.AddRange(await server.ListAsync($"{list}.json?archived=true&non_archived=true", list));
        }

        using var key = RSA.Create();
        key.ImportFromPem(server.Server.SaftPublicKeyPem);
        var previous = new Dictionary<string, string>();
        var seen = new Dictionary<string, XElement>();
        for (var month = 1; month <= 11; month++)
        {
            var file = await ExportAsync(server, month);
            CheckTable(file, "SalesInvoices", "Invoice", "A", "F");
            CheckTable(file, "WorkingDocuments", "WorkDocument", "A");
            CheckTable(file, "Payments", "Payment", "A");
            foreach (var document in Documents(file))
            {
                seen.Add(Number(document), document);
                if (document.Element(Saft + "Hash") != null)
                {
                    Verify(key, document, previous);
                }
            }
        }

        var issued = listed.Where(d => d["atcud"] != null).ToList();
        Assert.Equal(issued.Count, seen.Count);
        foreach (var document in issued)
        {
            var found = seen.Single(s => s.Key.EndsWith(" " + document["inverted_sequence_number"], StringComparison.Ordinal)
                && (string?)s.Value.Element(Saft + "ATCUD") == (string)document["atcud"]!).Value;
            var totals = found.Element(Saft + "DocumentTotals")!;
            Assert.Equal((decimal)document["total"]!, (decimal)totals.Element(Saft + "GrossTotal")!);
            Assert.Equal((decimal)document["before_taxes"]!, (decimal)totals.Element(Saft + "NetTotal")!);
            Assert.Equal((string)document["status"]! == "canceled" ? "A" : "N", Status(found));
            if (document["saft_hash"] is { } hash)
            {
                var signature = (string)found.Element(Saft + "Hash")!;
                Assert.Equal((string)hash!, string.Concat(signature[0], signature[10], signature[20], signature[30]));
            }
        }
    }

    [Fact]
    public async Task OddDocumentsMakeAValidFileToo()
    {
        using var server = new TestServer(o =>
        {
            o.PollsUntilReady = 0;
            o.InvoiceCount = 0;
        });
        await server.PostAsync("taxes.json", new { tax = new { name = "Odd", value = "7.5", region = "Desconhecido" } });
        await server.PostAsync("taxes.json", new { tax = new { name = "Abroad", value = "21.0", region = "ES", code = "NOR" } });
        await server.PostAsync("taxes.json", new { tax = new { name = "Zero", value = "0.0", region = "PT", code = "NOR" } });
        var invoice = await server.IssueAsync(change: d =>
        {
            d["client"] = new JObject { ["name"] = "日本 <&> \"x\" ação", ["country"] = "Zambia" };
            d["items"] = new JArray
            {
                TestServer.Line(new string('a', 70) + "1", 0.123456m, 3, "Odd", 12.5m),
                TestServer.Line(new string('a', 70) + "2", 0, 1, "Abroad"),
                TestServer.Line("Ω", 5, 0.001m, "Zero", 100),
            };
            d["items"]![0]!["description"] = "";
            d["tax_exemption"] = "M16";
            d["currency_code"] = "USD";
            d["rate"] = "1.1";
            d["retention"] = "25";
            d["global_discount"] = new JObject { ["value_type"] = "percentage", ["value"] = 10 };
        });
        await server.IssueAsync("credit_notes", d => d["owner_invoice_id"] = invoice["id"]);
        await server.IssueAsync("debit_notes", d => d["owner_invoice_id"] = invoice["id"]);
        await server.IssueAsync("vat_moss_invoices");
        await server.IssueAsync("vat_moss_credit_notes");
        await server.IssueAsync("vat_moss_receipts");
        foreach (var plural in new[] { "quotes", "proformas", "fees_notes", "shippings", "transports", "devolutions" })
        {
            await server.IssueAsync(plural, d => d["items"] = new JArray { TestServer.Line(price: 0), TestServer.Line(tax: "Isento") });
        }

        var file = await ExportAsync(server, 11);
        Assert.Equal(12, Documents(file).Count());
        var first = Documents(file).First();
        Assert.Equal("FT 2026/1", Number(first));
        Assert.Equal("USD", (string)first.Element(Saft + "DocumentTotals")!.Element(Saft + "Currency")!.Element(Saft + "CurrencyCode")!);
        Assert.NotNull(first.Element(Saft + "WithholdingTax"));
        Assert.Equal("M16", (string)first.Descendants(Saft + "TaxExemptionCode").Single());
        var note = Documents(file).Single(d => Number(d) == "NC 2026/1");
        Assert.NotNull(note.Descendants(Saft + "DebitAmount").Single());
        Assert.Equal("FT 2026/1", (string)note.Descendants(Saft + "Reference").Single());
        Assert.Equal("0", (string)Documents(file).Single(d => Number(d) == "FVM 2026/1").Element(Saft + "ATCUD")!);
    }

    private static async Task<XDocument> ExportAsync(TestServer server, int month)
    {
        var link = (string)(await server.GetAsync($"api/export_saft.json?month={month}&year=2026")).Json["Url"]!;

        // Latin-1 reads the same as the file's Windows-1252 in what is compared here.
        return XDocument.Parse(Encoding.Latin1.GetString((await server.RawAsync("GET", link, null)).Bytes));
    }

    private static IEnumerable<XElement> Documents(XDocument file) =>
        file.Root!.Element(Saft + "SourceDocuments")!.Elements().SelectMany(t => t.Elements())
            .Where(e => e.Element(Saft + "DocumentStatus") != null);

    private static string Number(XElement document) =>
        new[] { "InvoiceNo", "DocumentNumber", "PaymentRefNo" }.Select(name => (string?)document.Element(Saft + name)).First(n => n != null)!;

    private static string Status(XElement document) => (string)document.Element(Saft + "DocumentStatus")!.Elements().First();

    private static void CheckTable(XDocument file, string name, string element, params string[] uncounted)
    {
        var table = file.Root!.Element(Saft + "SourceDocuments")!.Element(Saft + name);
        if (table is null)
        {
            return;
        }

        var documents = table.Elements(Saft + element).ToList();
        var counted = documents.Where(d => !uncounted.Contains(Status(d))).Elements(Saft + "Line").ToList();
        Assert.Equal(documents.Count, (int)table.Element(Saft + "NumberOfEntries")!);
        Assert.Equal(Sum("Debit"), (decimal)table.Element(Saft + "TotalDebit")!, 2);
        Assert.Equal(Sum("Credit"), (decimal)table.Element(Saft + "TotalCredit")!, 2);

        decimal Sum(string side) =>
            Math.Round(counted.Elements(Saft + (side + "Amount")).Sum(a => (decimal)a), 2, MidpointRounding.AwayFromZero);
    }

    private static void Verify(RSA key, XElement document, Dictionary<string, string> previous)
    {
        var number = Number(document);
        var series = number[..number.IndexOf('/')];
        var date = document.Element(Saft + "InvoiceDate") ?? document.Element(Saft + "WorkDate") ?? document.Element(Saft + "MovementDate");
        var entry = document.Element(Saft + "SystemEntryDate")!.Value;
        var gross = (decimal)document.Element(Saft + "DocumentTotals")!.Element(Saft + "GrossTotal")!;
        var before = previous.GetValueOrDefault(series, "");
        var message = FormattableString.Invariant($"{date!.Value};{entry};{number};{gross:0.00};{before}");
        var hash = (string)document.Element(Saft + "Hash")!;
        var signature = Convert.FromBase64String(hash);
        Assert.True(key.VerifyData(Encoding.UTF8.GetBytes(message), signature, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1), number);
        previous[series] = hash;
    }
}
