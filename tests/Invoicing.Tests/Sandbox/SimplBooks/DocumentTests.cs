using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSimplBooks;

public sealed class DocumentTests
{
    [Fact]
    public async Task AnInvoiceIsCompletedFromItsClientAndItsRows()
    {
        using var books = new Books();
        var id = await books.CreateAsync("invoices/create", Bodies.Invoice(await Bodies.ClientAsync(books)));
        var data = await books.ReadAsync("invoices", id);
        var invoice = data["Invoice"]!;
        Assert.Equal(new[] { "Invoice", "Task" }, data.Properties().Select(p => p.Name));
        Assert.Matches("^26[0-9]{4}$", (string)invoice["number"]!);
        Assert.Equal("2026-07-31", (string)invoice["due"]!);
        Assert.Equal("2026-07-01", (string)invoice["transaction_date"]!);
        Assert.Equal((64m, 15.36m, 79.36m), Sums(invoice));
        Assert.Equal(79.36m, Of(invoice, "remnant"));
        Assert.Equal(("0000-00-00", "0000-00-00"), ((string)invoice["sent"]!, (string)invoice["paid"]!));
        Assert.Equal(0, (int)invoice["credit_invoice_for"]!);
        Assert.Equal("Põhjala Puit OÜ", (string)invoice["client_name"]!);
        var row = (JObject)data["Task"]![0]!;
        Assert.Equal(JTokenType.Null, row["article_id"]!.Type);
        Assert.Equal((0, 24m), ((int)row["warehouse_id"]!, Of(row, "vat")));
        Assert.Null(row["Projects"]);
    }

    [Fact]
    public async Task TheClientsNameIsTheOneOfTheDay()
    {
        using var books = new Books();
        var client = await Bodies.ClientAsync(books);
        var id = await books.CreateAsync("invoices/create", Bodies.Invoice(client));
        await books.PostAsync("clients/update", new { Client = new { id = client, name = "Uus Nimi OÜ" } });
        Assert.Equal("Põhjala Puit OÜ", (string)(await books.ReadAsync("invoices", id))["Invoice"]!["client_name"]!);
    }

    [Fact]
    public async Task ARowTakesFromItsArticleWhatIsNotSent()
    {
        using var books = Books.With(("NumberDigits", true));
        var article = (await books.ListAsync("articles", new JObject { ["code"] = "1009" }))[0];
        var row = JObject.FromObject(new { article_id = article["id"], amount = 1, price_per_unit = 3, vat_type_id = 3, code = "ignored" });
        var numbers = new List<JTokenType>();
        for (var i = 0; i < 2; i++)
        {
            var id = await books.CreateAsync("invoices/create", new JObject
            {
                ["Invoice"] = new JObject { ["client_id"] = await Bodies.ClientAsync(books) },
                ["Tasks"] = new JArray(new JObject { ["Task"] = row }),
            });
            var got = (await books.ReadAsync("invoices", id))["Task"]![0]!;
            Assert.Equal(("Pakkepaber, rull", "rull", "1009"), ((string)got["name"]!, (string)got["unit"]!, got["code"]!.ToString()));
            Assert.Equal(35, (int)got["income_account_id"]!);
            numbers.Add(got["code"]!.Type);
        }

        Assert.Equal(new[] { JTokenType.Integer, JTokenType.String }, numbers.Order());
    }

    [Theory]
    [InlineData(false, 100, 24, 124)]
    [InlineData(true, 80.65, 19.35, 100)]
    public async Task PricesAreWithoutOrWithVat(bool withVat, decimal sum, decimal vat, decimal total)
    {
        using var books = new Books();
        var body = Bodies.Invoice(await Bodies.ClientAsync(books), 1, 100);
        body["Invoice"]!["row_sum_with_vat"] = withVat;
        var invoice = (await books.ReadAsync("invoices", await books.CreateAsync("invoices/create", body)))["Invoice"]!;
        Assert.Equal((sum, vat, total), Sums(invoice));
    }

    [Fact]
    public async Task RoundingIsPartOfTheTotal()
    {
        using var books = new Books();
        var body = Bodies.Invoice(await Bodies.ClientAsync(books));
        body["Invoice"]!["rounding"] = -0.01;
        var invoice = (await books.ReadAsync("invoices", await books.CreateAsync("invoices/create", body)))["Invoice"]!;
        Assert.Equal((79.35m, 79.35m), (Of(invoice, "total_sum"), Of(invoice, "remnant")));
    }

    [Fact]
    public async Task AnInvoicesRowsAreKeptByTheirIds()
    {
        using var books = new Books();
        var body = Bodies.Invoice(await Bodies.ClientAsync(books));
        ((JArray)body["Tasks"]!).Add(body["Tasks"]![0]!.DeepClone());
        var id = await books.CreateAsync("invoices/create", body);
        var rows = (await books.ReadAsync("invoices", id))["Task"]!;
        var update = new JObject
        {
            ["Invoice"] = new JObject { ["id"] = id },
            ["Tasks"] = new JArray(
                new JObject { ["Task"] = new JObject { ["id"] = rows[1]!["id"], ["amount"] = 1 } },
                new JObject { ["Task"] = new JObject { ["name"] = "Uus", ["amount"] = 1, ["price_per_unit"] = 1, ["vat_type_id"] = 5 } }),
        };
        Assert.Equal(200, (await books.PostAsync("invoices/update", update)).Status);
        var data = await books.ReadAsync("invoices", id);
        Assert.Equal(new[] { "Halupuu", "Uus" }, data["Task"]!.Select(t => (string)t["name"]!));
        Assert.Equal((long)rows[1]!["id"]!, (long)data["Task"]![0]!["id"]!);
        Assert.Equal(7.4m, Of(data["Invoice"]!, "sum"));

        update["Tasks"]![0]!["Task"]!["id"] = 4711;
        Assert.Equal(400, (await books.PostAsync("invoices/update", update)).Status);
        Assert.Equal(data.ToString(), (await books.ReadAsync("invoices", id)).ToString());
    }

    [Theory]
    [InlineData("price_offers")]
    [InlineData("purchases")]
    public async Task OtherRowsAreReplaced(string category)
    {
        using var books = new Books();
        var (_, model, make, _, _) = Bodies.All.Single(b => b.Category == category);
        var body = await make(books);
        var id = await books.CreateAsync(category + "/create", body);
        var before = (await books.ReadAsync(category, id))[model + "Row"]![0]!;
        body[model]!["id"] = id;
        body[model + "Rows"]![0]![model + "Row"]!["id"] = before["id"];
        Assert.Equal(200, (await books.PostAsync(category + "/update", body)).Status);
        var after = (await books.ReadAsync(category, id))[model + "Row"]!;
        Assert.NotEqual((long)before["id"]!, (long)Assert.Single(after)["id"]!);
        Assert.NotNull(after[0]!["Projects"]);
    }

    [Fact]
    public async Task TheProjectsOfARowStandBesideItOnWriteAndInItOnRead()
    {
        using var books = new Books();
        var id = await books.CreateAsync("price_offers/create", Bodies.Offer(await Bodies.ClientAsync(books)));
        var data = await books.ReadAsync("price_offers", id);
        Assert.Equal("P-7", (string)data["PriceOfferRow"]![0]!["Projects"]![0]!["code"]!);
        Assert.Equal((289.75m, 63.75m, 353.5m), Sums(data["PriceOffer"]!));
    }

    [Fact]
    public async Task AnOfferHasItsIdInTheListOnlyAndCanBeCancelled()
    {
        using var books = new Books();
        var id = await books.CreateAsync("price_offers/create", Bodies.Offer(await Bodies.ClientAsync(books)));
        Assert.Null((await books.ReadAsync("price_offers", id))["PriceOffer"]!["id"]);
        Assert.Equal("0000-00-00", (string)(await books.ReadAsync("price_offers", id))["PriceOffer"]!["cancelled"]!);
        var answer = await books.PostAsync($"price_offers/cancel/{id}");
        Assert.Equal((200, "status duration data"), (answer.Status, answer.Keys));
        Assert.Equal("2026-07-15", (string)(await books.ReadAsync("price_offers", id))["PriceOffer"]!["cancelled"]!);
        Assert.Equal("2026-07-15", (string)(await books.ListAsync("price_offers")).Single(o => (long)o["id"]! == id)["cancelled"]!);
        Assert.Equal(400, (await books.PostAsync("price_offers/cancel/1")).Status);
    }

    [Fact]
    public async Task AnInvoiceIsMarkedAsSent()
    {
        using var books = new Books();
        var id = await books.CreateAsync("invoices/create", Bodies.Invoice(await Bodies.ClientAsync(books)));
        var answer = await books.PostAsync($"invoices/sent/{id}");
        Assert.Equal((200, "status duration inserted_id response"), (answer.Status, answer.Keys));
        Assert.Equal("2026-07-15", (string)(await books.ReadAsync("invoices", id))["Invoice"]!["sent"]!);
        Assert.Empty(books.Server.Emails);
    }

    [Fact]
    public async Task APurchasesVatIsWorkedOutUnlessItIsSent()
    {
        using var books = new Books();
        var body = Bodies.Purchase(await Bodies.ClientAsync(books));
        var worked = (await books.ReadAsync("purchases", await books.CreateAsync("purchases/create", body)))["Purchase"]!;
        body["Purchase"]!["vat"] = 47.99;
        var sent = (await books.ReadAsync("purchases", await books.CreateAsync("purchases/create", body)))["Purchase"]!;
        Assert.Equal((48m, 248m), (Of(worked, "vat"), Of(worked, "total_sum")));
        Assert.Equal((47.99m, 247.99m), (Of(sent, "vat"), Of(sent, "total_sum")));
        Assert.Null(sent["file_contents"]);
    }

    [Fact]
    public async Task APurchasesRowShowsTheCodeOfItsAccount()
    {
        using var books = new Books();
        var body = Bodies.Purchase(await Bodies.ClientAsync(books));
        body["PurchaseRows"]![0]!["PurchaseRow"]!["expense_account_id"] = 66;
        var row = (await books.ReadAsync("purchases", await books.CreateAsync("purchases/create", body)))["PurchaseRow"]![0]!;
        Assert.Equal((66, "5130"), ((int)row["expense_account_id"]!, row["expense_account_code"]!.ToString()));
        body["PurchaseRows"]![0]!["PurchaseRow"]!["expense_account_id"] = 5130;
        Assert.Equal(400, (await books.PostAsync("purchases/create", body)).Status);
    }

    /// <summary>Other people's strict clients run against the default.</summary>
    [Fact]
    public async Task RecordsHaveTheTypesOfTheDescriptionUnlessASettingSaysOtherwise()
    {
        using var books = new Books();
        var invoices = await books.ListAsync("invoices");
        Assert.All(invoices, i => Assert.Equal(JTokenType.Float, i["total_sum"]!.Type));
        Assert.All(invoices, i => Assert.Equal(JTokenType.Boolean, i["proforma"]!.Type));
        foreach (var invoice in invoices.Take(4))
        {
            Assert.Equal(JTokenType.String, (await books.ReadAsync("invoices", (long)invoice["id"]!))["Invoice"]!["reference"]!.Type);
        }

        for (var i = 0; i < 3; i++)
        {
            var made = await books.PostAsync("clients/create", new { Client = new { name = "Klient " + i } });
            Assert.Equal((JTokenType.Integer, JTokenType.Float), (made.Json["inserted_id"]!.Type, made.Json["duration"]!.Type));
        }
    }

    [Fact]
    public async Task NumbersOfSomeDocumentsComeAsText()
    {
        using var books = Books.With(("TextNumbers", true), ("NumberFlags", true));
        var invoices = await books.ListAsync("invoices");
        Assert.All(invoices, i => Assert.Equal((long)i["id"]! % 3 == 0 ? JTokenType.String : JTokenType.Float, i["total_sum"]!.Type));
        Assert.All(invoices, i => Assert.Equal((long)i["id"]! % 4 == 0 ? JTokenType.Integer : JTokenType.Boolean, i["proforma"]!.Type));
        Assert.Contains(invoices, i => i["total_sum"]!.Type == JTokenType.String);
    }

    [Fact]
    public async Task TasksAndInvoiceRowsAreOfOneKindAndShareTheirIds()
    {
        using var books = new Books();
        var task = await books.CreateAsync("tasks/create", new
        {
            Task = new { name = "Töö", amount = 1, price_per_unit = 30, vat_type_id = 3 },
            Projects = new[] { new { code = "P-9" } },
        });
        var id = await books.CreateAsync("invoices/create", Bodies.Invoice(await Bodies.ClientAsync(books)));
        Assert.Equal(task + 1, (long)(await books.ReadAsync("invoices", id))["Task"]![0]!["id"]!);
        var data = await books.ReadAsync("tasks", task);
        Assert.Equal("2026-07-15", (string)data["Task"]!["date_of_doing"]!);
        Assert.Equal("P-9", (string)data["Projects"]![0]!["code"]!);
    }

    private static (decimal Sum, decimal Vat, decimal Total) Sums(JToken record) =>
        (Of(record, "sum"), Of(record, "vat"), Of(record, "total_sum"));

    private static decimal Of(JToken record, string field) => (decimal)record[field]!;
}
