using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSalenGo;

public sealed class RecurringTests
{
    [Theory]
    [InlineData("weekly", "w", "2026-11-27")]
    [InlineData("2 weeks", "2w", "2026-12-04")]
    [InlineData("4 weeks", "4w", "2026-12-18")]
    [InlineData("monthly", "m", "2026-12-20")]
    [InlineData("2 months", "2m", "2027-01-20")]
    [InlineData("3 months", "3m", "2027-02-20")]
    [InlineData("6 months", "6m", "2027-05-20")]
    [InlineData("yearly", "y", "2027-11-20")]
    [InlineData("2 years", "2y", "2028-11-20")]
    public async Task AProfileIssuesAtOnceAndAgainWhenItsTimeComes(string frequency, string code, string second)
    {
        using var shop = new Shop(o => o.InvoiceCount = 0);
        var (id, first) = await BeginAsync(shop, new { frequency });
        Assert.Equal(code, (await shop.GetAsync("recurring", id))["frequency"]);
        var invoice = await shop.GetAsync("invoice", first!.Value);
        Assert.Equal((id, 121m), ((long)invoice["recurring_id"]!, (decimal)invoice["amount"]!));
        Assert.Equal(("2026-11-20 00:00:00", "sent"), ((string?)invoice["date"], (string?)invoice["status"]));

        shop.Now = System.DateTimeOffset.Parse(second + "T00:00:00Z").AddMinutes(-1);
        Assert.Single(await shop.IdsAsync("invoice", new { recurring_id = id }));
        shop.Now = shop.Now.AddMinutes(2);
        var rows = (await shop.ListAsync("invoice", new { recurring_id = id })).Rows;
        Assert.Equal(new[] { second + " 00:00:00", "2026-11-20 00:00:00" }, rows.Select(row => (string?)row["date"]));
        Assert.Equal(2, rows.Select(row => (string?)row["number"]).Distinct().Count());
        Assert.Equal(2, shop.Server.Emails.Count);
    }

    [Fact]
    public async Task TheEndOfAMonthStaysOne()
    {
        using var shop = new Shop(o => o.InvoiceCount = 0);
        var (id, first) = await BeginAsync(shop, new { frequency = "m", date = "2026-12-31 00:00:00", send_email = 0 });
        Assert.Null(first);
        shop.Now = shop.Now.AddMonths(5);
        var dates = (await shop.ListAsync("invoice", new { recurring_id = id })).Rows.Select(row => ((string?)row["date"])![..10]);
        Assert.Equal(new[] { "2027-03-31", "2027-02-28", "2027-01-31", "2026-12-31" }, dates);
        Assert.Empty(shop.Server.Emails);
    }

    [Fact]
    public async Task AnOldDateIsIssuedOnceAndNotCaughtUpWith()
    {
        using var shop = new Shop(o => o.InvoiceCount = 0);
        var (id, first) = await BeginAsync(shop, new { frequency = "weekly", date = "1999-01-01 00:00:00" });
        Assert.NotNull(first);
        shop.Now = shop.Now.AddDays(7);
        Assert.Equal(2, (await shop.IdsAsync("invoice", new { recurring_id = id })).Count);
    }

    [Fact]
    public async Task OccurrencesAndStoppedPutAnEnd()
    {
        using var shop = new Shop(o => o.InvoiceCount = 0);
        var (twice, _) = await BeginAsync(shop, new { frequency = "weekly", occurrences = 2 });
        var (halted, none) = await BeginAsync(shop, new { frequency = "weekly", stopped = 1 });
        var (removed, _) = await BeginAsync(shop, new { frequency = "weekly" });
        Assert.Null(none);
        await shop.DeleteAsync("recurring", removed);
        shop.Now = shop.Now.AddDays(70);
        Assert.Equal(2, (await shop.IdsAsync("invoice", new { recurring_id = twice })).Count);
        Assert.Empty(await shop.IdsAsync("invoice", new { recurring_id = halted }));
        Assert.Single(await shop.IdsAsync("invoice", new { recurring_id = removed }));

        await shop.UpdateAsync("recurring", halted, new { stopped = 0 });
        shop.Now = shop.Now.AddDays(7);
        Assert.Single(await shop.IdsAsync("invoice", new { recurring_id = halted }));
    }

    [Fact]
    public async Task LinesCanBeChangedAtAnyTime()
    {
        using var shop = new Shop(o => o.InvoiceCount = 0);
        var (id, first) = await BeginAsync(shop, new { frequency = "weekly" });
        await shop.UpdateAsync("recurring", id, new { lines = new[] { Shop.Line(10, 1), Shop.Line(20, 1) } });
        shop.Now = shop.Now.AddDays(7);
        var amounts = (await shop.ListAsync("invoice", new { recurring_id = id })).Rows.Select(row => (decimal)row["amount"]!);
        Assert.Equal(new[] { 36.3m, 121m }, amounts);
        Assert.NotNull(first);
    }

    private static async Task<(long Id, long? Invoice)> BeginAsync(Shop shop, object values)
    {
        var profile = Shop.Document(await shop.NewClientAsync());
        profile.Merge(JObject.FromObject(values));
        var answer = await shop.CallAsync("recurring/create", new JObject { ["recurring"] = profile });
        return (Shop.Id(answer["recurring_id"]), (long?)answer["invoice_id"]);
    }
}
