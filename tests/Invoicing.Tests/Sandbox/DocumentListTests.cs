using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class DocumentListTests
{
    [Fact]
    public async Task TheInventedCompanyHasDocumentsOfManyKindsInEveryMonth()
    {
        using var server = new TestServer();
        var rows = await server.ListAsync("invoices.json?archived=true&non_archived=true", "invoices");
        var documents = rows.Where(d => (string)d["type"]! != "Receipt").ToList();
        Assert.Equal(40, documents.Count);
        Assert.InRange(documents.Count(d => (string)d["type"]! == "Invoice"), 20, 40);
        foreach (var kind in new[] { "Invoice", "InvoiceReceipt", "SimplifiedInvoice", "CreditNote", "DebitNote" })
        {
            Assert.Contains(documents, d => (string)d["type"]! == kind);
        }

        foreach (var status in new[] { "draft", "final", "settled", "canceled" })
        {
            Assert.Contains(documents, d => (string)d["status"]! == status);
        }

        for (var month = 1; month <= 11; month++)
        {
            var ending = $"/{month:00}/2026";
            Assert.True(documents.Count(d => ((string)d["date"]!).EndsWith(ending, StringComparison.Ordinal)) >= 3, ending);
        }

        var days = rows.Select(Day).ToList();
        Assert.Equal(new DateTime(2026, 1, 5), days.Min());
        Assert.Equal(new DateTime(2026, 11, 19), days.Max());
        Assert.NotEmpty((await server.GetAsync("estimates.json")).Json["estimates"]!);
        Assert.NotEmpty((await server.GetAsync("guides.json")).Json["guides"]!);
    }

    [Fact]
    public async Task NumbersOfEachTypeRunForwardWithTheirDates()
    {
        using var server = new TestServer(o => o.InvoiceCount = 200);
        var rows = await server.ListAsync("invoices.json?non_archived=true&archived=true", "invoices");
        foreach (var type in rows.Where(d => d["atcud"] != null).GroupBy(d => (string)d["type"]!))
        {
            var issued = type.OrderBy(d => int.Parse(((string)d["sequence_number"]!).Split('/')[0])).ToList();
            Assert.Equal(Enumerable.Range(1, issued.Count), issued.Select(d => int.Parse(((string)d["sequence_number"]!).Split('/')[0])));
            Assert.Equal(issued.Select(Day).Order(), issued.Select(Day));
        }
    }

    [Theory]
    [InlineData(2025, 6, 1)]
    [InlineData(2026, 1, 6)]
    [InlineData(2027, 2, 1)]
    public async Task AnyClockGivesDocumentsOfThePast(int year, int month, int day)
    {
        var now = new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero);
        using var server = new TestServer(o => o.Now = () => now);
        var rows = await server.ListAsync("invoices.json?archived=true&non_archived=true", "invoices");
        Assert.Equal(40, rows.Count(d => (string)d["type"]! != "Receipt"));
        Assert.All(rows, d => Assert.True(Day(d) < now.Date));
    }

    [Fact]
    public async Task TheSameSeedGivesTheSameCompany()
    {
        async Task<string> ListAsync(int seed)
        {
            using var server = new TestServer(o => o.Seed = seed);
            return (await server.GetAsync("invoices.json?per_page=100")).Text + (await server.GetAsync("sequences.json")).Text;
        }

        var first = await ListAsync(3);
        Assert.Equal(first, await ListAsync(3));
        Assert.NotEqual(first, await ListAsync(4));
    }

    [Theory]
    [InlineData("type[]=CreditNote", "CreditNote:*")]
    [InlineData("type%5B%5D=CreditNote&type%5B%5D=DebitNote", "CreditNote:* DebitNote:*")]
    [InlineData("type[]=SimplifiedInvoice&status[]=settled", "SimplifiedInvoice:settled")]
    [InlineData("type[]=Invoice&status[]=sent", "Invoice:final")]
    [InlineData("type[]=Invoice&status[]=final", "Invoice:final")]
    [InlineData("type[]=Invoice&status[]=draft&status[]=canceled&non_archived=true", "Invoice:draft Invoice:canceled")]
    [InlineData("type[]=CashInvoice", "")]
    [InlineData("status[]=second_copy", "")]
    [InlineData("status[]=deleted", "")]
    [InlineData("non_archived=false", "")]
    public async Task TypesAndStatusesAreFiltered(string query, string expected)
    {
        using var server = new TestServer();
        var rows = await server.ListAsync("invoices.json?" + query, "invoices");
        var kinds = rows.Select(d => $"{d["type"]}:{d["status"]}").Distinct().ToList();
        var wanted = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(
            kinds, k => Assert.Contains(wanted, w => k == w || (w.EndsWith('*') && k.StartsWith(w[..^1], StringComparison.Ordinal))));
        Assert.All(wanted, w => Assert.Contains(kinds, k => k.StartsWith(w.TrimEnd('*'), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ArchivedDocumentsComeOnlyWhenTheyAreAskedFor()
    {
        using var server = new TestServer();
        async Task<int> CountAsync(string query) =>
            (int)(await server.GetAsync("invoices.json?" + query)).Json["pagination"]!["total_entries"]!;
        var usual = await CountAsync("");
        Assert.Equal(usual, await CountAsync("non_archived=true"));
        Assert.Equal(1, await CountAsync("archived=true"));
        Assert.Equal(usual + 1, await CountAsync("archived=true&non_archived=true"));
        Assert.True((bool)(await server.GetAsync("invoices.json?archived=true")).Json["invoices"]![0]!["archived"]!);
    }

    [Fact]
    public async Task DatesAndSumsAreRanges()
    {
        using var server = new TestServer();
        var march = await server.ListAsync("invoices.json?date[from]=01/03/2026&date%5Bto%5D=31%2F03%2F2026", "invoices");
        Assert.NotEmpty(march);
        Assert.All(march, d => Assert.EndsWith("/03/2026", (string)d["date"]!));

        var due = await server.ListAsync("invoices.json?due_date[to]=31/01/2026", "invoices");
        Assert.NotEmpty(due);
        Assert.All(due, d => Assert.EndsWith("/01/2026", (string)d["due_date"]!));

        var big = await server.ListAsync("invoices.json?total_before_taxes[from]=500&total_before_taxes[to]=900.5", "invoices");
        Assert.NotEmpty(big);
        Assert.All(big, d => Assert.InRange((decimal)d["before_taxes"]!, 500m, 900.5m));
    }

    [Fact]
    public async Task TextAndReferenceAreSearched()
    {
        using var server = new TestServer();
        var made = await server.DraftAsync(change: d => d["reference"] = "Ünico-1");
        Assert.Equal(made["id"], Assert.Single(await server.ListAsync("invoices.json?reference=%C3%9Cnico-1", "invoices"))["id"]);
        Assert.Empty(await server.ListAsync("invoices.json?reference=nico-1", "invoices"));
        Assert.Equal(made["id"], Assert.Single(await server.ListAsync("invoices.json?text=sala+de+ch%C3%A1", "invoices"))["id"]);
        Assert.Equal(made["id"], Assert.Single(await server.ListAsync("invoices.json?text=NICO-1", "invoices"))["id"]);
    }

    [Fact]
    public async Task DeletedDraftsComeOnlyWhenTheyAreAskedFor()
    {
        using var server = new TestServer();
        var draft = await server.DraftAsync();
        await server.ChangeAsync("invoices", draft, "deleted");
        Assert.DoesNotContain(await server.ListAsync("invoices.json", "invoices"), d => d["id"]!.Equals(draft["id"]));
        Assert.Equal(draft["id"], Assert.Single(await server.ListAsync("invoices.json?status[]=deleted", "invoices"))["id"]);
    }

    [Fact]
    public async Task PagesHoldEveryRowOnce()
    {
        using var server = new TestServer();
        var ids = new List<long>();
        for (var page = 1; page <= 10; page++)
        {
            var json = (await server.GetAsync($"invoices.json?type[]=Invoice&per_page=7&page={page}")).Json;
            ids.AddRange(json["invoices"]!.Select(d => (long)d["id"]!));
        }

        Assert.Equal((int)(await server.GetAsync("invoices.json?type[]=Invoice")).Json["pagination"]!["total_entries"]!, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task AListShowsWhatHasJustChanged()
    {
        using var server = new TestServer();
        async Task<int> DraftsAsync() => (int)(await server.GetAsync("invoices.json?status[]=draft")).Json["pagination"]!["total_entries"]!;
        var before = await DraftsAsync();
        var draft = await server.DraftAsync();
        Assert.Equal(before + 1, await DraftsAsync());
        await server.ChangeAsync("invoices", draft, "finalized");
        Assert.Equal(before, await DraftsAsync());
    }

    [Fact]
    public async Task FilteredListsMayLagBehind()
    {
        using var server = new TestServer(o => o.ListDelay = TimeSpan.FromSeconds(2));
        var draft = await server.DraftAsync(change: d => d["reference"] = "R-1");
        Assert.Empty(await server.ListAsync("invoices.json?reference=R-1", "invoices"));
        Assert.Equal(draft["id"], (await server.GetAsync("invoices.json?per_page=1")).Json["invoices"]![0]!["id"]);
        server.Now = server.Now.AddSeconds(2);
        Assert.Single(await server.ListAsync("invoices.json?reference=R-1", "invoices"));
    }

    [Fact]
    public async Task EstimatesAndGuidesHaveListsOfTheirOwn()
    {
        using var server = new TestServer(o => o.InvoiceCount = 0);
        await server.DraftAsync("quotes", d => d["reference"] = "Q");
        await server.IssueAsync("proformas");
        await server.IssueAsync("transports");
        await server.DraftAsync("shippings", d => d["loaded_at"] = "01/12/2026 08:00:00");

        Assert.Equal(2, (await server.ListAsync("estimates.json", "estimates")).Count);
        Assert.Equal("Proforma", Assert.Single(await server.ListAsync("estimates.json?status[]=sent", "estimates"))["type"]);
        Assert.Equal("Quote", Assert.Single(await server.ListAsync("estimates.json?reference=Q", "estimates"))["type"]);
        Assert.Equal("Shipping", Assert.Single(await server.ListAsync("guides.json?type[]=Shipping", "guides"))["type"]);
        Assert.Equal("Shipping", Assert.Single(await server.ListAsync("guides.json?loaded_at[from]=01/12/2026", "guides"))["type"]);
        Assert.Equal("Transport", Assert.Single(await server.ListAsync("guides.json?loaded_at[to]=30/11/2026", "guides"))["type"]);
        Assert.Empty(await server.ListAsync("invoices.json", "invoices"));
    }

    [Fact]
    public async Task TheOldListsOfOneTypeTakeNoFilter()
    {
        using var server = new TestServer();
        var rows = await server.ListAsync("invoice_receipts.json?status[]=draft", "invoices");
        Assert.All(rows, d => Assert.Equal("InvoiceReceipt", d["type"]));
        Assert.Contains(rows, d => (string)d["status"]! == "settled");
        Assert.All(await server.ListAsync("receipts.json", "invoices"), d => Assert.Equal("Receipt", d["type"]));
    }

    private static DateTime Day(JObject document) => DateTime.ParseExact((string)document["date"]!, "dd/MM/yyyy", null);
}
