using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSimplBooks;

public sealed class ListTests
{
    [Theory]
    [InlineData("articles", "Article")]
    [InlineData("clients", "Client")]
    [InlineData("client_notes", "ClientNote,Client,User")]
    [InlineData("financial_accounts", "FinancialAccount")]
    [InlineData("income_accounts", "IncomeAccount")]
    [InlineData("incomings", "Incoming")]
    [InlineData("invoices", "invoices")]
    [InlineData("payments", "Payment")]
    [InlineData("price_offers", "PriceOffer")]
    [InlineData("purchases", "Purchase")]
    [InlineData("tasks", "Task")]
    [InlineData("vat_types", "VatType")]
    [InlineData("warehouses", "Warehouse")]
    public async Task EveryItemHasItsKeyAndAnId(string category, string keys)
    {
        using var books = new Books();
        var answer = await books.GetAsync(category + "/list");
        Assert.Equal((200, "status duration data"), (answer.Status, answer.Keys));
        Assert.NotEmpty(answer.Data);
        Assert.All(answer.Data.Cast<JObject>(), item =>
        {
            Assert.Equal(keys, string.Join(",", item.Properties().Select(p => p.Name)));
            Assert.True((long)item.Properties().First().Value["id"]! > 0);
        });
    }

    [Fact]
    public async Task PagesComeWithoutTotalsAndEndInAShortOne()
    {
        using var books = new Books();
        Assert.Equal(10, (await books.GetAsync("invoices/list")).Data.Count());
        var ids = new List<long>();
        var sizes = new List<int>();
        for (var page = 1; page <= 4; page++)
        {
            var answer = await books.GetAsync("invoices/list", new { page, per_page = 16 });
            Assert.Equal("status duration data", answer.Keys);
            sizes.Add(answer.Data.Count());
            ids.AddRange(answer.Data.Select(i => (long)i["invoices"]!["id"]!));
        }

        Assert.Equal(new[] { 16, 16, 8, 0 }, sizes);
        Assert.Equal(40, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("{\"per_page\":1000}", 200)]
    [InlineData("{\"per_page\":\"1000\"}", 200)]
    [InlineData("{\"per_page\":1001}", 400)]
    [InlineData("{\"per_page\":0}", 400)]
    [InlineData("{\"per_page\":\"all\"}", 400)]
    [InlineData("{\"page\":-1}", 400)]
    [InlineData("{\"page\":2147483647}", 200)]
    [InlineData("{\"page\":null}", 200)]
    [InlineData("[]", 200)]
    [InlineData("[1]", 400)]
    [InlineData("{", 400)]
    public async Task ThePageMustBeOne(string body, int status)
    {
        using var books = new Books();
        Assert.Equal(status, (await books.GetAsync("clients/list", body)).Status);
    }

    [Fact]
    public async Task VatTypesAreNotPaged()
    {
        using var books = new Books();
        Assert.Equal(10, (await books.GetAsync("vat_types/list", new { per_page = 1 })).Data.Count());
    }

    [Theory]
    [InlineData("clients", "name", "PÕHJALA", 2)]
    [InlineData("clients", "e_mail", "klient1@", 1)]
    [InlineData("clients", "id", "2003", 1)]
    [InlineData("clients", "phone", "no such number", 12)]
    [InlineData("articles", "code", "1009", 1)]
    [InlineData("articles", "name", "kruus", 1)]
    [InlineData("financial_accounts", "code", "10", 0)]
    [InlineData("financial_accounts", "code", "1020", 1)]
    [InlineData("financial_accounts", "active", "true", 13)]
    [InlineData("income_accounts", "account_name", "konto", 2)]
    [InlineData("invoices", "invoice_number", "260007", 1)]
    [InlineData("invoices", "number", "260007", 40)]
    [InlineData("price_offers", "number", "H-1", 1)]
    [InlineData("price_offers", "id", "6000001", 5)]
    [InlineData("client_notes", "client_note", "võti", 3)]
    [InlineData("warehouses", "address", "kärdla", 1)]
    [InlineData("warehouses", "name", "", 2)]
    public async Task AFilterNarrowsAListWhenItIsKnown(string category, string filter, string value, int count)
    {
        using var books = new Books();
        Assert.Equal(count, (await books.ListAsync(category, new JObject { [filter] = value })).Count);
    }

    [Fact]
    public async Task FiltersWorkTogether()
    {
        using var books = new Books();
        var one = (await books.ListAsync("invoices"))[3];
        var found = await books.ListAsync("invoices", new JObject
        {
            ["client_id"] = one["client_id"],
            ["client_name"] = one["client_name"],
            ["invoice_number"] = one["number"],
        });
        Assert.Equal((long)one["id"]!, (long)Assert.Single(found)["id"]!);
        Assert.Equal(400, (await books.GetAsync("invoices/list", new { client_id = 0 })).Status);
        Assert.Equal(400, (await books.GetAsync("invoices/list", new { client_id = "abc" })).Status);
    }

    [Fact]
    public async Task NotesAreFoundByTheNameOfTheirClient()
    {
        using var books = new Books();
        var note = (await books.GetAsync("client_notes/list")).Data[0]!;
        var found = await books.ListAsync("client_notes", new JObject { ["client_name"] = note["Client"]!["name"] });
        Assert.All(found, n => Assert.Equal((long)note["ClientNote"]!["client_id"]!, (long)n["client_id"]!));
        Assert.NotEmpty(found);
        Assert.Empty(await books.ListAsync("client_notes", new JObject { ["client_name"] = "keegi muu" }));
    }

    [Theory]
    [InlineData("invoices", "created_from", "created", "31-03-2026", "2026-03-31")]
    [InlineData("price_offers", "created_from", "created", "31-03-2026", "2026-03-31")]
    [InlineData("purchases", "created_from", "created", "31-03-2026", "2026-03-31")]
    [InlineData("tasks", "date_of_doing_from", "date_of_doing", "2026-03-31", "31-03-2026")]
    [InlineData("client_notes", "created_from", "created", "2026-03-31", "31-03-2026")]
    public async Task ADateHasTheFormOfItsListsExample(string category, string filter, string field, string good, string bad)
    {
        using var books = new Books();
        var all = await books.ListAsync(category);
        var expected = all.Count(r => string.CompareOrdinal((string)r[field]!, "2026-03-31") >= 0);
        Assert.Equal(expected, (await books.ListAsync(category, new JObject { [filter] = good })).Count);
        Assert.Equal(400, (await books.GetAsync(category + "/list", new JObject { [filter] = bad })).Status);

        using var lenient = Books.With(("ExampleDatesOnly", false));
        Assert.Equal(expected, (await lenient.ListAsync(category, new JObject { [filter] = good })).Count);
        Assert.Equal(expected, (await lenient.ListAsync(category, new JObject { [filter] = bad })).Count);
    }

    [Fact]
    public async Task BothEndsOfASpanBelongToIt()
    {
        using var books = new Books();
        var all = await books.ListAsync("invoices");
        var day = (string)all[5]["created"]!;
        var filter = DateTime.Parse(day).ToString("dd-MM-yyyy");
        var found = await books.ListAsync("invoices", new JObject { ["created_from"] = filter, ["created_until"] = filter });
        Assert.Equal(all.Count(i => (string)i["created"]! == day), found.Count);
        Assert.NotEmpty(found);

        // The note is of today in Tallinn; a day's filter takes in its whole day.
        Assert.Equal(3, (await books.ListAsync("client_notes", new JObject { ["created_until"] = "2026-07-15" })).Count);
        Assert.Empty(await books.ListAsync("client_notes", new JObject { ["created_until"] = "2026-07-14" }));
    }

    [Fact]
    public async Task MoneyIsFoundByItsExactDay()
    {
        using var books = new Books();
        var day = (string)(await books.ListAsync("incomings"))[0]["income_date"]!;
        var found = await books.ListAsync("incomings", new JObject { ["income_date"] = day });
        Assert.NotEmpty(found);
        Assert.All(found, i => Assert.Equal(day, (string)i["income_date"]!));
        Assert.Empty(await books.ListAsync("payments", new JObject { ["payment_date"] = "2020-01-01" }));
    }

    [Theory]
    [InlineData("articles", true)]
    [InlineData("invoices", true)]
    [InlineData("incomings", true)]
    [InlineData("financial_accounts", true)]
    [InlineData("clients", false)]
    [InlineData("payments", false)]
    [InlineData("warehouses", false)]
    public async Task SomeListsShowOnlyTheFieldsAskedFor(string category, bool isTaken)
    {
        using var books = new Books();
        var rows = await books.ListAsync(category, new JObject { ["fields"] = new JArray("id", "no_such_field") });
        Assert.All(rows, row => Assert.Equal(isTaken, row.Count == 1));
        Assert.NotEmpty(rows);
    }

    [Theory]
    [InlineData("Array", " data")]
    [InlineData("Missing", "")]
    [InlineData("Null", " data")]
    public async Task AnEmptyListHasThreeForms(string form, string key)
    {
        using var books = Books.With(("EmptyList", form));
        var answer = await books.GetAsync("clients/list", new { name = "pole olemas" });
        Assert.Equal("status duration" + key, answer.Keys);
        Assert.Equal(form == "Array", answer.Json["data"] is JArray);
    }

    [Fact]
    public async Task TheKeyOfTasksMayBeTheWrongOne()
    {
        using var books = Books.With(("tasklistkey", "warehouse"));
        var item = (await books.GetAsync("tasks/list")).Data[0]!;
        Assert.NotNull(item["Warehouse"]!["date_of_doing"]);
        Assert.NotNull((await books.ReadAsync("tasks", (long)item["Warehouse"]!["id"]!))["Task"]);
    }
}
