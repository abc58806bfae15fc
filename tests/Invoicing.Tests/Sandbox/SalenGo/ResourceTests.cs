using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSalenGo;

public sealed class ResourceTests
{
    [Theory]
    [InlineData("client", "{\"email\":\"nobody\"}", "email")]
    [InlineData("client", "{}", "organization")]
    [InlineData("client", "{\"organization\":{}}", "organization")]
    [InlineData("client", "{\"organization\":\"X\",\"contacts\":[{\"first_name\":\"Eva\"}]}", "email")]
    [InlineData("client", "{\"organization\":\"X\",\"contacts\":\"Eva\"}", "contacts")]
    [InlineData("item", "{\"unit_cost\":1}", "name")]
    [InlineData("item", "{\"name\":\"X\",\"unit_cost\":\"1,5\"}", "unit_cost")]
    [InlineData("item", "{\"name\":\"X\",\"unit_cost\":1000000000}", "unit_cost")]
    [InlineData("item", "{\"name\":\"X\",\"inventory\":1.5}", "inventory")]
    [InlineData("item", "{\"name\":\"X\",\"folder\":\"attic\"}", "folder")]
    [InlineData("tax", "{\"name\":\"X\",\"rate\":101}", "rate")]
    [InlineData("tax", "{\"name\":\"X\",\"compound\":2}", "compound")]
    [InlineData("tax", "{\"name\":\"X\",\"compound\":\"yes\"}", "compound")]
    [InlineData("category", "{\"name\":\"X\",\"parent_id\":5}", "parent_id")]
    [InlineData("invoice", "{}", "client_id")]
    [InlineData("invoice", "{\"client_id\":0}", "client_id")]
    [InlineData("invoice", "{\"client_id\":-1}", "client_id")]
    [InlineData("invoice", "{\"client_id\":CLIENT,\"date\":\"2026-03-05T00:00:00\"}", "date")]
    [InlineData("invoice", "{\"client_id\":CLIENT,\"date\":\"2026-03-05\"}", "date")]
    [InlineData("invoice", "{\"client_id\":CLIENT,\"date\":\"2026-02-30 00:00:00\"}", "date")]
    [InlineData("invoice", "{\"client_id\":CLIENT,\"status\":\"paid\"}", "status")]
    [InlineData("invoice", "{\"client_id\":CLIENT,\"lines\":[1]}", "lines")]
    [InlineData("invoice", "{\"client_id\":CLIENT,\"lines\":[{\"quantity\":\"many\"}]}", "quantity")]
    [InlineData("invoice", "{\"client_id\":CLIENT,\"lines\":[{\"type\":\"Hour\"}]}", "type")]
    [InlineData("recurring", "{\"client_id\":CLIENT,\"frequency\":\"daily\"}", "frequency")]
    [InlineData("payment", "{\"amount\":5}", "invoice_id")]
    [InlineData("payment", "{\"client_id\":CLIENT,\"amount\":-5}", "amount")]
    [InlineData("expense", "{\"category_id\":CATEGORY,\"amount\":5}", "staff_id")]
    [InlineData("expense", "{\"category_id\":CATEGORY,\"amount\":5,\"staff_id\":9}", "staff_id")]
    [InlineData("callback", "{\"uri\":\"http://127.0.0.1:9/\"}", "event")]
    public async Task AWrongValueIsNamed(string resource, string values, string field)
    {
        using var shop = new Shop();
        var client = (await shop.IdsAsync("client"))[0];
        var category = (await shop.IdsAsync("category"))[0];
        var total = (int)(await shop.ListAsync(resource)).Page["total"]!;
        var body = JObject.Parse(values.Replace("CLIENT", client.ToString()).Replace("CATEGORY", category.ToString()));
        var answer = await shop.FailAsync(resource + "/create", new JObject { [resource] = body });
        Assert.Equal(new[] { field }, answer.Fields);
        Assert.Equal(total, (int)(await shop.ListAsync(resource)).Page["total"]!);
    }

    [Fact]
    public async Task OneFailureNamesEverythingThatIsWrong()
    {
        using var shop = new Shop();
        var answer = await shop.FailAsync("expense/create", new { expense = new { date = "x", tax1_percent = "y" } });
        Assert.Equal(new[] { "amount", "category_id", "date", "tax1_percent" }, answer.Fields.Order());
    }

    [Theory]
    [InlineData("get", "{}")]
    [InlineData("get", "{\"client_id\":\"abc\"}")]
    [InlineData("get", "{\"client_id\":[]}")]
    [InlineData("get", "{\"client_id\":1}")]
    [InlineData("delete", "{\"client_id\":1}")]
    [InlineData("update", "{\"client\":{\"notes\":\"x\"}}")]
    [InlineData("update", "{\"client\":{\"client_id\":1,\"notes\":\"x\"}}")]
    public async Task AnIdentifierMustBeOneOfSomething(string verb, string body)
    {
        using var shop = new Shop();
        Assert.Equal(new[] { "client_id" }, (await shop.FailAsync("client/" + verb, JObject.Parse(body))).Fields);
    }

    [Theory]
    [InlineData("create")]
    [InlineData("update")]
    public async Task ABodyMustHaveTheObject(string verb)
    {
        using var shop = new Shop();
        Assert.Equal(new[] { "client" }, (await shop.FailAsync("client/" + verb, new { organization = "X" })).Fields);
    }

    [Fact]
    public async Task AnUpdateChangesOnlyWhatWasSentAndARefusedOneNothing()
    {
        using var shop = new Shop();
        var id = await shop.NewClientAsync();
        await shop.UpdateAsync("client", id, new { p_city = "Bilbao", contacts = new[] { new { email = "eva@example.com" } } });
        await shop.UpdateAsync("client", id, new { organization = "Faro Nuevo SL" });
        await shop.FailAsync("client/update", new { client = new { client_id = id, organization = "No", email = "no" } });
        var client = await shop.GetAsync("client", id);
        Assert.Equal(("Faro Nuevo SL", "Bilbao"), ((string?)client["organization"], (string?)client["p_city"]));
        Assert.Equal("eva@example.com", client["contacts"]![0]!["email"]);
        await shop.UpdateAsync("client", id, new { p_city = "" });
        Assert.Equal("", (await shop.GetAsync("client", id))["p_city"]);
    }

    [Fact]
    public async Task WhatWasReadCanBeSentBack()
    {
        using var shop = new Shop();
        foreach (var resource in new[] { "client", "invoice", "estimate", "recurring", "payment", "expense", "item", "tax", "category" })
        {
            var row = (await shop.ListAsync(resource)).Rows[0];
            await shop.CallAsync(resource + "/update", new JObject { [resource] = row });
            var again = await shop.GetAsync(resource, Shop.Id(row[resource + "_id"]));
            Assert.Equal(Comparable(row), Comparable(again), JToken.EqualityComparer);
        }
    }

    [Fact]
    public async Task APasswordIsTakenButNeverShown()
    {
        using var shop = new Shop();
        var id = await shop.CreateAsync("client", new { organization = "X", username = "x", password = "geheim" });
        Assert.DoesNotContain("password", (await shop.GetAsync("client", id)).ToString());
        Assert.DoesNotContain("geheim", shop.Server.Requests[0].Body);
    }

    [Fact]
    public async Task WhatHasAFolderIsDeletedIntoItAndTheRestIsGone()
    {
        using var shop = new Shop();
        var client = await shop.NewClientAsync();
        await shop.DeleteAsync("client", client);
        Assert.Equal("deleted", (await shop.GetAsync("client", client))["folder"]);
        Assert.Equal(new[] { "client_id" }, (await shop.FailAsync("client/delete", new { client_id = client })).Fields);
        Assert.Equal(new[] { "client_id" }, (await shop.FailAsync("invoice/create", new { invoice = new { client_id = client } })).Fields);

        var tax = await shop.CreateAsync("tax", new { name = "Fugaz" });
        await shop.DeleteAsync("tax", tax);
        await shop.FailAsync("tax/get", new { tax_id = tax });
    }

    [Theory]
    [InlineData(100, 5, 4.76)]
    [InlineData(121, 21, 21)]
    [InlineData(100, 0, 0)]
    [InlineData(9.99, 21, 1.73)]
    public async Task TheTaxOfAnExpenseIsPartOfItsAmount(decimal amount, decimal percent, decimal tax)
    {
        using var shop = new Shop();
        var category = (await shop.IdsAsync("category"))[0];
        var values = new { staff_id = 1, category_id = category, amount, tax1_name = "IVA", tax1_percent = percent };
        var expense = await shop.CreateAsync("expense", values);
        Assert.Equal(tax, (decimal)(await shop.GetAsync("expense", expense))["tax1_amount"]!);

        await shop.UpdateAsync("expense", expense, new { tax1_amount = 0.5m });
        var changed = await shop.GetAsync("expense", expense);
        Assert.Equal((0.5m, amount), ((decimal)changed["tax1_amount"]!, (decimal)changed["amount"]!));
        Assert.Equal("2026-11-20 00:00:00", changed["date"]);
    }

    [Fact]
    public async Task StaffReachOnlyTheirExpensesAndNoWebHooks()
    {
        using var shop = new Shop("Caller=Staff");
        var category = (await shop.IdsAsync("category"))[0];
        var mine = await shop.CreateAsync("expense", new { staff_id = 1, category_id = category, amount = 5 });
        Assert.Equal(2, (int)(await shop.GetAsync("expense", mine))["staff_id"]!);

        using var boss = new Shop();
        var all = await boss.IdsAsync("expense");
        var reached = await shop.IdsAsync("expense");
        Assert.InRange(reached.Count, 2, all.Count);
        var others = all.Except(reached).ToList();
        Assert.NotEmpty(others);
        await shop.FailAsync("expense/get", new { expense_id = others[0] });
        await shop.FailAsync("callback/list");

        var clients = await shop.IdsAsync("client");
        var notTheirs = new { expense = new { category_id = category, amount = 5, client_id = clients[^1] } };
        Assert.Equal(new[] { "client_id" }, (await shop.FailAsync("expense/create", notTheirs)).Fields);
        await shop.CreateAsync("expense", new { category_id = category, amount = 5, client_id = clients[^2] });
    }

    [Fact]
    public async Task ABlankInventoryIsNotTracked()
    {
        using var shop = new Shop();
        var item = await shop.CreateAsync("item", new { name = "Silla", inventory = "" });
        Assert.Equal("", (await shop.GetAsync("item", item))["inventory"]);
        await shop.UpdateAsync("item", item, new { inventory = 4 });
        Assert.Equal(4, (await shop.GetAsync("item", item))["inventory"]);
    }

    private static JObject Comparable(JObject row)
    {
        var copy = (JObject)row.DeepClone();
        copy.Remove("updated");
        foreach (var line in copy.SelectTokens("$.lines[*]").Cast<JObject>())
        {
            line.Remove("line_id");
        }

        return copy;
    }
}
