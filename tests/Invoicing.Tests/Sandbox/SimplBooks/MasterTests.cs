using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSimplBooks;

public sealed class MasterTests
{
    [Fact]
    public async Task ANewArticleIsNotActiveUntilToldSo()
    {
        using var books = new Books();
        var id = await books.CreateAsync("articles/create", new { Article = new { name = "Nupp" } });
        var article = (await books.ReadAsync("articles", id))["Article"]!;
        Assert.False((bool)article["active"]!);
        Assert.False((bool)article["is_inventory"]!);
        Assert.Equal("none", (string)article["markup_type"]!);
        Assert.Equal((3, 9), ((int)article["sales_vat_type_id"]!, (int)article["purchase_vat_type_id"]!));
    }

    [Fact]
    public async Task AnArticlesAccountsFollowFromItsKindAndCannotBeWritten()
    {
        using var books = new Books();
        var id = await books.CreateAsync("articles/create", new { Article = new { name = "Nupp", income_account_id = 11 } });
        var service = (await books.ReadAsync("articles", id))["Article"]!;
        Assert.Equal("3010 Kaupade müük", (string)service["income_account"]!);
        Assert.Equal("4010 Kaubakulu", (string)service["expense_account"]!);
        await books.PostAsync("articles/update", new { Article = new { id, is_inventory = 1 } });
        var goods = (await books.ReadAsync("articles", id))["Article"]!;
        Assert.Equal("1310 Kaubad laos", (string)goods["expense_account"]!);
        Assert.Null((await books.ListAsync("articles", new JObject { ["id"] = id }))[0]["expense_account"]);
    }

    [Fact]
    public async Task AnArticlesTextsMayComeInSeveralLanguages()
    {
        using var books = new Books();
        var id = await books.CreateAsync("articles/create", new
        {
            Article = new { name = new { en_GB = "Button", et_EE = "Nööp" }, unit = new { en_GB = "pcs" } },
        });
        var article = (await books.ReadAsync("articles", id))["Article"]!;
        Assert.Equal(("Nööp", "pcs"), ((string)article["name"]!, (string)article["unit"]!));
    }

    [Fact]
    public async Task AListOfClientsLeavesTheirSettingsOut()
    {
        using var books = new Books();
        var listed = (await books.ListAsync("clients"))[0];
        var whole = (JObject)(await books.ReadAsync("clients", (long)listed["id"]!))["Client"]!;
        Assert.Equal(16, listed.Count);
        Assert.Equal(30, whole.Count);
        Assert.Equal(30, (int)whole["client_settings_due_days"]!);
        Assert.Equal("et_EE", (string)whole["client_settings_language"]!);
    }

    [Theory]
    [InlineData("contacts", "Contact")]
    [InlineData("invoices", "invoices")]
    [InlineData("incomings", "Incoming")]
    [InlineData("payments", "Payment")]
    [InlineData("purchases", "Purchase")]
    public async Task AClientsThingsComeInTwoShapes(string list, string key)
    {
        using var books = new Books();
        using var mapped = Books.With(("SubListsAreMaps", true));
        var found = 0;
        foreach (var client in await books.ListAsync("clients"))
        {
            var id = (long)client["id"]!;
            var answer = await books.GetAsync($"clients/{list}/{id}");
            Assert.Equal("status duration data", answer.Keys);
            Assert.All(answer.Data, item => Assert.Equal(id, (long)item[key]!["client_id"]!));
            var map = (JObject)(await mapped.GetAsync($"clients/{list}/{id}")).Data;
            Assert.Equal(answer.Data.Select(i => (string)i[key]!["id"]!), map.Properties().Select(p => p.Name));
            found += map.Count;
        }

        Assert.Equal(list == "contacts" ? 4 : (await books.ListAsync(list)).Count, found);
        Assert.Equal(400, (await books.GetAsync($"clients/{list}/1")).Status);
    }

    [Fact]
    public async Task ANoteCannotBeMoved()
    {
        using var books = new Books();
        var client = await Bodies.ClientAsync(books);
        var note = new { client_id = client, note = "A", object_type = "Invoice", object_id = 5 };
        var id = await books.CreateAsync("client_notes/create", new { ClientNote = note });
        await books.PostAsync("client_notes/update", new { ClientNote = new { id, note = "B", client_id = client + 1, object_id = 6 } });
        var data = await books.ReadAsync("client_notes", id);
        var read = data["ClientNote"]!;
        Assert.Equal(("B", client, 5), ((string)read["note"]!, (long)read["client_id"]!, (int)read["object_id"]!));
        Assert.Equal("2026-07-15 00:30:00", (string)read["created"]!);
        Assert.NotEmpty((string)data["Client"]!["name"]!);
        Assert.NotEmpty((string)data["User"]!["name"]!);
    }

    [Theory]
    [InlineData("{'client_id':2001,'note':'A','object_type':'Invoice'}")]
    [InlineData("{'client_id':2001}")]
    [InlineData("{'note':'A'}")]
    [InlineData("{'client_id':1,'note':'A'}")]
    public async Task ANoteNeedsItsParts(string note)
    {
        using var books = new Books();
        Assert.Equal(400, (await books.PostAsync("client_notes/create", "{\"ClientNote\":" + note.Replace('\'', '"') + "}")).Status);
    }

    [Fact]
    public async Task AWarehousesAccountIsReadByIdAndWrittenByCode()
    {
        using var books = new Books();
        var id = await books.CreateAsync("warehouses/create", new { Warehouse = new { name = "Ladu", financial_account_id = "1320" } });
        var warehouse = (await books.ReadAsync("warehouses", id))["Warehouse"]!;
        Assert.Equal("1320 Kaubad välilaos", (string)warehouse["financial_account"]!);
        var account = (await books.GetAsync($"financial_accounts/get/{warehouse["financial_account_id"]}")).Data["FinancialAccount"]!;
        Assert.Equal("1320", (string)account["code"]!);

        var echo = new { id, financial_account_id = warehouse["financial_account_id"] };
        var echoed = await books.PostAsync("warehouses/update", new { Warehouse = echo });
        Assert.Equal(400, echoed.Status);
        Assert.Contains("financial_account_id", echoed.Errors);
        Assert.Equal(200, (await books.PostAsync("warehouses/update", new { Warehouse = new { id, financial_account_id = 1310 } })).Status);
        Assert.Equal("1310 Kaubad laos", (string)(await books.ReadAsync("warehouses", id))["Warehouse"]!["financial_account"]!);
        Assert.Equal(5, (await books.ListAsync("warehouses"))[0].Count);
    }

    [Theory]
    [InlineData("financial_accounts", "FinancialAccount", 35, "name", "Kaupade müük")]
    [InlineData("income_accounts", "IncomeAccount", 1, "account_name", "Arvelduskonto")]
    public async Task AccountsAreRead(string category, string model, long id, string field, string value)
    {
        using var books = new Books();
        Assert.Equal(value, (string)(await books.ReadAsync(category, id))[model]![field]!);
        Assert.Equal(400, (await books.GetAsync(category + "/get/4711")).Status);
    }

    [Fact]
    public async Task TheTwoSpacesOfAccountIdsDiffer()
    {
        using var books = new Books();
        var ledger = (await books.ListAsync("financial_accounts")).Select(a => (long)a["id"]!);
        Assert.Empty(ledger.Intersect((await books.ListAsync("income_accounts")).Select(a => (long)a["id"]!)));
    }
}
