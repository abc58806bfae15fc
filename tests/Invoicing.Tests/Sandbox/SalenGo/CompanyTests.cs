using System.Linq;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Xunit;

namespace Invoicing.Tests.SandboxSalenGo;

public sealed class CompanyTests
{
    private static readonly string[] Resources =
    {
        "client", "invoice", "estimate", "recurring", "payment", "expense", "item", "tax", "category",
    };

    [Fact]
    public async Task TheSameSeedMakesTheSameCompany()
    {
        using var one = new Shop(o => o.Seed = 1);
        using var same = new Shop(o => o.Seed = 1);
        using var other = new Shop(o => o.Seed = 2);
        Assert.Equal(await AllAsync(one), await AllAsync(same));
        Assert.NotEqual(await AllAsync(one), await AllAsync(other));
        Assert.Equal(one.Server.ApiKey, same.Server.ApiKey);
        Assert.NotEqual(one.Server.ApiKey, other.Server.ApiKey);
    }

    [Fact]
    public async Task TheCompanyHasABitOfEverything()
    {
        using var shop = new Shop();
        foreach (var resource in Resources)
        {
            Assert.NotEmpty(await shop.IdsAsync(resource));
        }

        Assert.Equal(12, (await shop.ListAsync("client")).Page["total"]);
        var invoices = (await shop.ListAsync("invoice", new { per_page = 100 })).Rows;
        Assert.Equal(40, invoices.Count);
        Assert.Equal(new[] { "draft", "paid", "sent", "viewed" }, invoices.Select(row => (string?)row["status"]).Distinct().Order());
        Assert.All(invoices, row => Assert.Equal((decimal)row["amount"]!, (decimal)row["paid"]! + (decimal)row["amount_outstanding"]!));
        Assert.Equal(("SalenGo", "taller-sol", "20417"), (shop.Server.Provider, shop.Server.Account, shop.Server.AccountId));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(0, 5)]
    [InlineData(200, 400)]
    public async Task TheCompanyIsAsBigAsAskedFor(int clients, int invoices)
    {
        using var shop = new Shop(o => (o.ClientCount, o.InvoiceCount) = (clients, invoices));
        Assert.Equal(clients, (await shop.ListAsync("client")).Page["total"]);
        Assert.Equal(clients == 0 ? 0 : invoices, (await shop.ListAsync("invoice")).Page["total"]);
        var names = (await shop.ListAsync("client", new { per_page = 100 })).Rows.Select(row => (string?)row["organization"]);
        Assert.Equal(System.Math.Min(100, clients), names.Distinct().Count());
    }

    [Fact]
    public async Task FaultsStrikeHereAsElsewhere()
    {
        using var shop = new Shop(o => o.Faults = new[] { SandboxFault.Parse("ServerError@client.svc/create#1") });
        Assert.Equal(500, (await shop.TryAsync("client/create", new { client = new { organization = "X" } })).Status);
        Assert.Equal(12, (await shop.ListAsync("client")).Page["total"]);
    }

    [Fact]
    public async Task CallsAtTheSameTimeDoNotGetInEachOthersWay()
    {
        using var shop = new Shop(o => (o.ClientCount, o.InvoiceCount) = (0, 0));
        var ids = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => shop.CreateAsync("client", new { organization = "C" + i })));
        Assert.Equal(40, ids.Distinct().Count());
        Assert.Equal(ids.OrderDescending(), await shop.IdsAsync("client", new { per_page = 100 }));
    }

    private static async Task<string> AllAsync(Shop shop)
    {
        var texts = Resources.Select(async resource => (await shop.TryAsync(resource + "/list", new { per_page = 100 })).Text);
        return string.Join("\n", await Task.WhenAll(texts));
    }
}
