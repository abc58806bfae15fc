using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSalenGo;

public sealed class ListTests
{
    [Theory]
    [InlineData("{}", 1, 25, 5, 25)]
    [InlineData("{\"per_page\":1000}", 1, 100, 2, 100)]
    [InlineData("{\"per_page\":100,\"page\":2}", 2, 100, 2, 5)]
    [InlineData("{\"per_page\":\"50\",\"page\":\"3\"}", 3, 50, 3, 5)]
    [InlineData("{\"page\":99}", 99, 25, 5, 0)]
    [InlineData("{\"page\":2147483647,\"per_page\":2147483647}", 2147483647, 100, 2, 0)]
    public async Task APageHasAtMost100Rows(string request, int page, int perPage, int pages, int count)
    {
        using var shop = new Shop(o => (o.ClientCount, o.InvoiceCount) = (105, 0));
        var (head, rows) = await shop.ListAsync("client", JObject.Parse(request));
        Assert.Equal(new[] { "page", "per_page", "pages", "total", "client" }, head.Properties().Select(p => p.Name));
        Assert.Equal((page, perPage, pages, 105), ((int)head["page"]!, (int)head["per_page"]!, (int)head["pages"]!, (int)head["total"]!));
        Assert.Equal(count, rows.Count);
    }

    [Fact]
    public async Task ThePagesTogetherHaveEveryRowOnceWithTheNewestFirst()
    {
        using var shop = new Shop(o => (o.ClientCount, o.InvoiceCount) = (30, 0), "MaxPerPage=7");
        var ids = new List<long>();
        for (var page = 1; page <= 5; page++)
        {
            ids.AddRange(await shop.IdsAsync("client", new { page, per_page = 100 }));
        }

        Assert.Equal(30, ids.Count);
        Assert.Equal(ids.Distinct().OrderDescending(), ids);
    }

    [Theory]
    [InlineData("{\"page\":0}", "page")]
    [InlineData("{\"per_page\":-1}", "per_page")]
    [InlineData("{\"per_page\":\"all\"}", "per_page")]
    [InlineData("{\"page\":[1]}", "page")]
    [InlineData("{\"client_id\":\"x\"}", "client_id")]
    [InlineData("{\"date_from\":\"05/03/2026\"}", "date_from")]
    [InlineData("{\"date_to\":\"2026-03-05T00:00:00\"}", "date_to")]
    public async Task AFilterThatMakesNoSenseIsAFailure(string request, string field)
    {
        using var shop = new Shop();
        Assert.Equal(new[] { field }, (await shop.FailAsync("invoice/list", JObject.Parse(request))).Fields);
    }

    [Fact]
    public async Task InvoicesAreFilteredByWhatTheyAre()
    {
        using var shop = new Shop(o => o.InvoiceCount = 0);
        var first = await shop.NewClientAsync();
        var second = await shop.NewClientAsync();
        async Task<long> Add(long client, string date, string number)
        {
            var document = Shop.Document(client);
            document.Merge(new JObject { ["date"] = date + " 12:00:00", ["number"] = number });
            return await shop.CreateAsync("invoice", document);
        }

        var a = await Add(first, "2026-03-01", "A-1");
        var b = await Add(first, "2026-03-02", "A-2");
        var c = await Add(second, "2026-03-03", "A-3");
        async Task Expect(object filters, params long[] ids) => Assert.Equal(ids, (await shop.IdsAsync("invoice", filters)).Order());

        await Expect(new { client_id = first }, a, b);
        await Expect(new { client_id = $"{first:00000000000}" }, a, b);
        await Expect(new { number = "a-3" }, c);
        await Expect(new { date_from = "2026-03-02" }, b, c);
        await Expect(new { date_to = "2026-03-02" }, a, b);
        await Expect(new { date_to = "2026-03-02 11:59:59" }, a);
        await Expect(new { date_from = "2026-03-02 12:00:00", date_to = "2026-03-02 12:00:00" }, b);
        await Expect(new { date_from = "", date_to = (string?)null }, a, b, c);
        await Expect(new { status = "sent" });
        await Expect(new { updated_from = "2026-11-21" });
        await shop.DeleteAsync("invoice", b);
        await Expect(new { folder = "deleted" }, b);
        await Expect(new { folder = "active" }, a, c);
        await Expect(new { client_id = first }, a);
    }

    [Fact]
    public async Task OtherListsHaveTheirFilters()
    {
        using var shop = new Shop();
        var client = await shop.CreateAsync("client", new { email = "una@example.com", username = "una", notes = "Prefiere el teléfono" });
        Assert.Equal(new[] { client }, await shop.IdsAsync("client", new { email = "UNA@example.com" }));
        Assert.Equal(new[] { client }, await shop.IdsAsync("client", new { username = "una" }));
        Assert.Equal(new[] { client }, await shop.IdsAsync("client", new { notes = "teléfono" }));

        var tax = await shop.CreateAsync("tax", new { name = "Doble", rate = 3, compound = 1 });
        Assert.Equal(new[] { tax }, await shop.IdsAsync("tax", new { compound = 1 }));

        var item = await shop.CreateAsync("item", new { name = "Viejo", folder = "archived" });
        Assert.Equal(new[] { item }, await shop.IdsAsync("item", new { folder = "archived" }));

        var credit = await shop.CreateAsync("payment", new { client_id = client, amount = 5, date = "2020-01-01 00:00:00" });
        Assert.Equal(new[] { credit }, await shop.IdsAsync("payment", new { client_id = client }));
        Assert.Equal(new[] { credit }, await shop.IdsAsync("payment", new { date_to = "2020-12-31" }));

        var category = await shop.CreateAsync("category", new { name = "Única" });
        var spent = new { staff_id = 1, category_id = category, client_id = client, project_id = 77, amount = 3, vendor = "Quiosco" };
        var expense = await shop.CreateAsync("expense", spent);
        var asked = new object[]
        {
            new { category_id = category }, new { client_id = client }, new { project_id = 77 }, new { vendor = "quiosco" },
            new { vendor = "Quiosco", date_from = "2026-11-20", date_to = "2026-11-20" },
        };
        foreach (var filters in asked)
        {
            Assert.Equal(new[] { expense }, await shop.IdsAsync("expense", filters));
        }
    }

    [Fact]
    public async Task ANewRowMayStayOutOfFilteredListsForAWhile()
    {
        using var shop = new Shop(o => o.ListDelay = TimeSpan.FromMinutes(1));
        var invoice = await shop.NewInvoiceAsync();
        var client = (await shop.GetAsync("invoice", invoice))["client_id"];
        Assert.Empty(await shop.IdsAsync("invoice", new { client_id = client }));
        Assert.Contains(invoice, await shop.IdsAsync("invoice"));
        shop.Now = shop.Now.AddMinutes(1);
        Assert.Equal(new[] { invoice }, await shop.IdsAsync("invoice", new { client_id = client }));
    }

    [Fact]
    public async Task UnknownFiltersCanBeRefused()
    {
        using var lenient = new Shop();
        await lenient.CallAsync("invoice/list", new { colour = "red" });
        using var strict = new Shop("UnknownMembers=Refuse");
        Assert.Equal(new[] { "colour" }, (await strict.FailAsync("invoice/list", new { colour = "red" })).Fields);
        var client = (await strict.IdsAsync("client"))[0];
        var invoice = new { client_id = client, country = "ES", lines = new[] { new { unit = "h" } } };
        Assert.Equal(new[] { "country", "unit" }, (await strict.FailAsync("invoice/create", new { invoice })).Fields.Order());
    }
}
