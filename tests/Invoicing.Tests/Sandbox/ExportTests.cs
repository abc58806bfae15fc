using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class ExportTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task APdfIsReadyAfterSoManyQuestions(int polls)
    {
        using var server = new TestServer(o => o.PollsUntilReady = polls);
        var invoice = await server.IssueAsync();
        var answers = new List<Answer>();
        for (var i = 0; i <= polls; i++)
        {
            answers.Add(await server.GetAsync($"api/pdf/{invoice["id"]}.json"));
        }

        Assert.Equal(Enumerable.Repeat(202, polls).Append(200), answers.Select(a => a.Status));
        var link = (string)answers[^1].Json["output"]!["pdfUrl"]!;
        var file = await server.RawAsync("GET", link, null);
        Assert.Equal((200, "application/pdf"), (file.Status, file.ContentType));
        Assert.StartsWith("%PDF-", file.Text);

        // The same question has its answer at once; a duplicate is another file.
        Assert.Equal(link, (string)(await server.GetAsync($"api/pdf/{invoice["id"]}.json?second_copy=false")).Json["output"]!["pdfUrl"]!);
        Assert.Equal(polls > 0 ? 202 : 200, (await server.GetAsync($"api/pdf/{invoice["id"]}.json?second_copy=true")).Status);
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Empty")]
    public async Task NotReadyComesWithOrWithoutABody(string form)
    {
        using var server = new TestServer(o =>
        {
            o.PollsUntilReady = -1;
            o.Settings = new Dictionary<string, string> { ["PdfWait"] = form };
        });
        var id = (await server.IssueAsync())["id"];
        var answer = await server.GetAsync($"api/pdf/{id}.json");
        Assert.Equal(202, answer.Status);
        Assert.Equal(form == "Json" ? "202" : null, answer.Text.Length == 0 ? null : (string?)answer.Json["accepted"]!["code"]);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(202, (await server.GetAsync($"api/pdf/{id}.json")).Status);
        }
    }

    [Fact]
    public async Task APdfOfAnUnknownOrDeletedDocumentIsRefused()
    {
        using var server = new TestServer(o => o.PollsUntilReady = 0);
        var missing = await server.GetAsync("api/pdf/1.json");
        Assert.Equal((404, "404"), (missing.Status, (string)missing.Json["error"]!["code"]!));
        var draft = await server.DraftAsync("quotes");
        Assert.Equal(200, (await server.GetAsync($"api/pdf/{draft["id"]}.json")).Status);
        await server.ChangeAsync("quotes", draft, "deleted");
        Assert.Equal(406, (await server.GetAsync($"api/pdf/{draft["id"]}.json")).Status);
    }

    [Fact]
    public async Task AQrCodeIsAPictureOfIssuedInvoicesAndGuides()
    {
        using var server = new TestServer(o => o.PollsUntilReady = 1);
        foreach (var plural in new[] { "invoices", "transports" })
        {
            var path = $"api/qr_codes/{(await server.IssueAsync(plural))["id"]}.json";
            var first = await server.GetAsync(path);
            Assert.Equal((202, "In progress"), (first.Status, (string)first.Json["qr_code"]!["status"]!));
            var file = await server.RawAsync("GET", (string)(await server.GetAsync(path)).Json["qr_code"]!["url"]!, null);
            Assert.Equal("image/png", file.ContentType);
            Assert.Equal(new byte[] { 0x89, 0x50, 0x4E, 0x47 }, file.Bytes.Take(4));
        }

        var draft = await server.GetAsync($"api/qr_codes/{(await server.DraftAsync())["id"]}.json");
        var estimate = await server.GetAsync($"api/qr_codes/{(await server.IssueAsync("quotes"))["id"]}.json");
        var missing = await server.GetAsync("api/qr_codes/1.json");
        Assert.Equal((422, 404, 404), (draft.Status, estimate.Status, missing.Status));
        Assert.All(new[] { draft, estimate, missing }, a => Assert.Equal(JTokenType.String, a.Json["error"]!.Type));
    }

    [Theory]
    [InlineData("month=3&year=2026")]
    [InlineData("month=03&years=2026")]
    [InlineData("month=3&year=2026&years=2026")]
    public async Task TheSaftFileOfAMonthIsMadeInTheBackground(string query)
    {
        using var server = new TestServer();
        for (var i = 0; i < 2; i++)
        {
            var waiting = await server.GetAsync("api/export_saft.json?" + query);
            Assert.Equal((202, JTokenType.String), (waiting.Status, waiting.Json["message"]!.Type));
        }

        var ready = await server.GetAsync("api/export_saft.json?" + query);
        Assert.Equal(200, ready.Status);
        var file = await server.RawAsync("GET", (string)ready.Json["Url"]!, null);
        Assert.Equal("application/xml", file.ContentType);
        Assert.Contains("<StartDate>2026-03-01</StartDate>", Encoding.Latin1.GetString(file.Bytes));
    }

    [Fact]
    public async Task TheDownloadMayBeAZip()
    {
        using var server = new TestServer(o =>
        {
            o.ZipDownloads = true;
            o.PollsUntilReady = 0;
        });
        var file = await server.RawAsync(
            "GET", (string)(await server.GetAsync("api/export_saft.json?month=3&year=2026")).Json["Url"]!, null);
        Assert.Equal("application/zip", file.ContentType);
        using var zip = new ZipArchive(new MemoryStream(file.Bytes));
        var entry = Assert.Single(zip.Entries);
        Assert.Equal("saft-2026-03.xml", entry.Name);
        using var text = new StreamReader(entry.Open(), Encoding.Latin1);
        Assert.Contains("<AuditFile", await text.ReadToEndAsync());
    }

    [Theory]
    [InlineData("month=13&year=2026")]
    [InlineData("month=0&year=2026")]
    [InlineData("month=3")]
    [InlineData("year=2026")]
    [InlineData("month=x&year=2026")]
    [InlineData("month=3&year=99999")]
    [InlineData("month=3&year=2025")]
    public async Task APeriodWithoutDocumentsIsRefused(string query)
    {
        using var server = new TestServer();
        var answer = await server.GetAsync("api/export_saft.json?" + query);
        Assert.Equal((422, JTokenType.String), (answer.Status, answer.Json["message"]!.Type));
    }

    [Fact]
    public async Task DraftsAreNoDocumentsOfAPeriod()
    {
        using var server = new TestServer(o => o.InvoiceCount = 0);
        var draft = await server.DraftAsync();
        Assert.Equal(422, (await server.GetAsync("api/export_saft.json?month=11&year=2026")).Status);
        await server.ChangeAsync("invoices", draft, "finalized");
        Assert.Equal(202, (await server.GetAsync("api/export_saft.json?month=11&year=2026")).Status);
    }

    [Fact]
    public async Task AFailedGenerationCanBeStartedAgain()
    {
        using var server = new TestServer(o => o.Faults = new[] { SandboxFault.Parse("FailingGeneration@saft#1") });
        var statuses = new List<int>();
        for (var i = 0; i < 6; i++)
        {
            statuses.Add((await server.GetAsync("api/export_saft.json?month=3&year=2026")).Status);
        }

        Assert.Equal(new[] { 202, 202, 500, 202, 202, 200 }, statuses);
        Assert.Equal("FailingGeneration", server.Server.Requests[2].Fault);
        Assert.Null(server.Server.Requests[1].Fault);
    }

    [Fact]
    public async Task AGenerationMayNeverEnd()
    {
        using var server = new TestServer(o => o.Faults = new[] { SandboxFault.Parse("NeverReady") });
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(202, (await server.GetAsync("api/export_saft.json?month=3&year=2026")).Status);
        }

        server.Server.SetFaults();
        Assert.Equal(200, (await server.GetAsync("api/export_saft.json?month=3&year=2026")).Status);
    }

    [Fact]
    public async Task AFileThatIsOutOfDateIsMadeAnew()
    {
        using var server = new TestServer(o => o.PollsUntilReady = 0);
        async Task<string> LinkAsync() => (string)(await server.GetAsync("api/export_saft.json?month=11&year=2026")).Json["Url"]!;
        var first = await LinkAsync();
        Assert.Equal(first, await LinkAsync());
        await server.IssueAsync();
        Assert.NotEqual(first, await LinkAsync());
        Assert.Equal(200, (await server.RawAsync("GET", first, null)).Status);
    }

    [Fact]
    public async Task ALinkMustBeWholeAndIsForReading()
    {
        using var server = new TestServer(o => o.PollsUntilReady = 0);
        var link = (string)(await server.GetAsync("api/export_saft.json?month=3&year=2026")).Json["Url"]!;
        Assert.Equal(404, (await server.RawAsync("GET", link + "x", null)).Status);
        Assert.Equal(404, (await server.RawAsync("GET", server.Server.BaseUri + "files/", null)).Status);
        Assert.Equal(405, (await server.RawAsync("DELETE", link, null)).Status);
        Assert.Empty((await server.RawAsync("HEAD", link, null)).Bytes);
    }
}
