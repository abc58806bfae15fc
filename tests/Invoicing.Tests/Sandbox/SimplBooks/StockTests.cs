using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSimplBooks;

public sealed class StockTests
{
    [Fact]
    public async Task PurchasesBringAndInvoicesTakeAway()
    {
        using var books = new Books();
        var client = await Bodies.ClientAsync(books);
        var article = await ArticleAsync(books);
        await books.CreateAsync("purchases/create", Bodies.Purchase(client, 50, article, 1, 20));
        await books.CreateAsync("invoices/create", Bodies.Invoice(client, 7, 6, article, 1));
        await books.CreateAsync("invoices/create", Bodies.Invoice(client, 2, 6, article, 2));
        await books.CreateAsync("invoices/create", Bodies.Invoice(client, 5, 6, article));
        Assert.Equal($"{{\"{article}\":{{\"1\":13.0,\"2\":-2.0}}}}", await RemnantAsync(books, article, null));
        Assert.Equal($"{{\"{article}\":{{\"2\":-2.0}}}}", await RemnantAsync(books, article, new { warehouse_id = 2 }));
        var byForm = await books.FormAsync($"articles/remnant/{article}", ("warehouse_id", "2"));
        Assert.Equal(-2, (decimal)Assert.Single(byForm.Data[article.ToString()]!.Values()));
        Assert.Equal("[]", await RemnantAsync(books, article, new { date = "2026-06-30" }));

        var warehouse = (JObject)(await books.PostAsync("warehouses/remnant/1")).Data;
        Assert.Equal(13, (decimal)warehouse[article.ToString()]!);
        Assert.True(warehouse.Count > 1);
        Assert.Null((await books.PostAsync("warehouses/remnant/1", new { date = "2026-06-30" })).Data[article.ToString()]);
    }

    [Fact]
    public async Task AProformaMovesNothingAndAServiceHasNoStock()
    {
        using var books = new Books();
        var client = await Bodies.ClientAsync(books);
        var article = await ArticleAsync(books);
        var proforma = Bodies.Invoice(client, 7, 6, article, 1);
        proforma["Invoice"]!["proforma"] = true;
        await books.CreateAsync("invoices/create", proforma);
        Assert.Equal("[]", await RemnantAsync(books, article, null));
        await books.PostAsync("articles/update", new { Article = new { id = article, is_inventory = false } });
        await books.CreateAsync("invoices/create", Bodies.Invoice(client, 7, 6, article, 1));
        Assert.Equal("[]", await RemnantAsync(books, article, null));
    }

    [Fact]
    public async Task AListShowsStockOnlyWhenAskedTo()
    {
        using var books = new Books();
        Assert.All(await books.ListAsync("articles"), a => Assert.Null(a["remnant"]));
        var fields = new JArray("id", "is_inventory", "active", "remnant");
        var articles = await books.ListAsync("articles", new JObject { ["fields"] = fields });
        Assert.All(articles, a => Assert.Equal((bool)a["is_inventory"]! && (bool)a["active"]!, a["remnant"] is JObject));
        Assert.All(articles, a => Assert.Equal(4, a.Count));
    }

    [Theory]
    [InlineData("articles/remnant/1", null)]
    [InlineData("warehouses/remnant/9", null)]
    [InlineData("warehouses/remnant/1", "{\"date\":\"30.06.2026\"}")]
    [InlineData("articles/remnant/81", "{\"warehouse_id\":\"Pealadu\"}")]
    public async Task BadQuestionsAreRefused(string path, string? body)
    {
        using var books = new Books();
        Assert.Equal(400, (await books.PostAsync(path, body)).Status);
        Assert.Equal(404, (await books.GetAsync(path, body)).Status);
    }

    private static Task<long> ArticleAsync(Books books) =>
        books.CreateAsync("articles/create", new { Article = new { name = "Halupuu", is_inventory = true, active = true } });

    private static async Task<string> RemnantAsync(Books books, long article, object? body) =>
        (await books.PostAsync($"articles/remnant/{article}", body)).Data.ToString(Newtonsoft.Json.Formatting.None);
}
