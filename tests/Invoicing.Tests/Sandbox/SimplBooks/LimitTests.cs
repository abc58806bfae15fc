using System.Threading.Tasks;
using Xunit;

namespace Invoicing.Tests.SandboxSimplBooks;

public sealed class LimitTests
{
    [Fact]
    public async Task TheSixtyFirstRequestOfAMinuteIsRefused()
    {
        using var books = Limited();
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(200, (await books.GetAsync("vat_types/list")).Status);
        }

        var answer = await books.GetAsync("vat_types/list");
        Assert.Equal((429, 429, "status duration errors"), (answer.Status, (int)answer.Json["status"]!, answer.Keys));
        Assert.EndsWith(" 60", answer.Errors);
        books.Now = books.Now.AddSeconds(60);
        Assert.Equal(200, (await books.GetAsync("vat_types/list")).Status);
    }

    [Fact]
    public async Task RefusedRequestsCountTooSoThatImpatienceDoesNotPay()
    {
        using var books = Limited();
        for (var i = 0; i < 90; i++)
        {
            await books.GetAsync("vat_types/list");
            books.Now = books.Now.AddSeconds(0.5);
        }

        // Two a second: after 45 seconds the window is full, and it never empties while the client goes on.
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(429, (await books.GetAsync("vat_types/list")).Status);
            books.Now = books.Now.AddSeconds(0.5);
        }

        books.Now = books.Now.AddSeconds(60);
        Assert.Equal(200, (await books.GetAsync("vat_types/list")).Status);
    }

    [Fact]
    public async Task OneASecondIsAllowedUntilTenThousandInADayHalveTheLimit()
    {
        using var books = Limited();
        for (var i = 0; i < 10_001; i++)
        {
            Assert.Equal(401, (await books.SendAsync("GET", "vat_types/list", null, ("X-Simplbooks-Token", ""))).Status);
            books.Now = books.Now.AddSeconds(1);
        }

        var refused = await books.GetAsync("vat_types/list");
        Assert.Equal(429, refused.Status);
        Assert.EndsWith(" 30", refused.Errors);

        // A minute later thirty go through again.
        books.Now = books.Now.AddSeconds(60);
        for (var i = 0; i < 31; i++)
        {
            Assert.Equal(i < 30 ? 200 : 429, (await books.GetAsync("vat_types/list")).Status);
        }

        books.Now = books.Now.AddDays(1);
        for (var i = 0; i < 61; i++)
        {
            Assert.Equal(i < 60 ? 200 : 429, (await books.GetAsync("vat_types/list")).Status);
        }
    }

    [Fact]
    public async Task AnotherLimitMayBeSet()
    {
        using var books = new Books(o => o.RequestsPerMinute = 2);
        Assert.Equal(200, (await books.GetAsync("vat_types/list")).Status);
        Assert.Equal(200, (await books.GetAsync("vat_types/list")).Status);
        Assert.EndsWith(" 2", (await books.GetAsync("vat_types/list")).Errors);
    }

    private static Books Limited() => new(o => o.RequestsPerMinute = null);
}
