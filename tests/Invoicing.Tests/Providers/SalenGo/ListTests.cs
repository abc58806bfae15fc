using System;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.ConnectorsSalenGo;

/// <summary>Pages, filters and limits.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task AsksForAHundredRowsAtMost()
    {
        using var rig = new SalenGoRig().Then("""{"clients":{"page":1,"pages":1,"client":[]}}""");

        await rig.Use<IReader<Client>>().List(new ListQuery { PageSize = 500 }).ToListAsync();

        Assert.Equal(100, (int)rig.Server.Only.Json["per_page"]!);
    }

    [Fact]
    public async Task GoesOnAsLongAsThereArePages()
    {
        using var rig = new SalenGoRig().Then(
            """{"clients":{"page":1,"per_page":2,"pages":2,"total":3,"client":[{"client_id":3},{"client_id":2}]}}""",
            """{"clients":{"page":2,"per_page":2,"pages":2,"total":3,"client":{"client_id":1}}}""");

        var ids = (await rig.Use<IReader<Client>>().List(new ListQuery { PageSize = 2 }).ToListAsync()).Select(client => client.Id);

        Assert.Equal(["3", "2", "1"], ids);
        Assert.Equal([1, 2], rig.Server.Calls.Select(call => (int)call.Json["page"]!));
    }

    [Fact]
    public async Task GoesOnAfterAFullPageWhereTheNumbersAreMissing()
    {
        using var rig = new SalenGoRig().Then("""{"items":[{"item_id":3},{"item_id":2}]}""", """{"items":[{"item_id":1}]}""");

        Assert.Equal(3, (await rig.Use<IReader<Item>>().List(new ListQuery { PageSize = 2 }).ToListAsync()).Count);
    }

    [Fact]
    public async Task EndsWhenThePageDoesNotChange()
    {
        using var rig = new SalenGoRig();
        rig.Server.Otherwise(_ => Answer.Json(SalenGoRig.Ok("""{"items":[{"item_id":3},{"item_id":2}]}""")));

        Assert.Equal(2, (await rig.Use<IReader<Item>>().List(new ListQuery { PageSize = 2 }).ToListAsync()).Count);
        Assert.Equal(2, rig.Server.Calls.Count);
    }

    [Theory]
    [InlineData("""{"taxes":{"page":1,"pages":0,"total":0}}""")]
    [InlineData("""{"taxes":{"page":1,"pages":0,"total":0,"tax":""}}""")]
    [InlineData("""{"taxes":""}""")]
    [InlineData("""{"taxes":null}""")]
    [InlineData("""{"taxes":[]}""")]
    public async Task TakesEveryEmptyList(string members)
    {
        using var rig = new SalenGoRig().Then(members);

        Assert.Empty(await rig.Use<IReader<Tax>>().List(new ListQuery()).ToListAsync());
    }

    [Theory]
    [InlineData("""{"taxes":7}""")]
    [InlineData("""{"taxes":[{"tax_id":1},7]}""")]
    [InlineData("""{"taxes":{"tax":[[]]}}""")]
    [InlineData("""{"taxes":{"tax":"text"}}""")]
    public async Task AListWithSomethingElseInItIsNoShorterList(string members)
    {
        using var rig = new SalenGoRig().Then(members);

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IReader<Tax>>().List(new ListQuery()).ToListAsync());

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Theory]
    [InlineData("""{"response":{"status":"ok"}}""")]
    [InlineData("""{"clients":{"client":[]}}""")]
    [InlineData("""["ok"]""")]
    [InlineData("<html>ok</html>")]
    public async Task TakesNothingElseForAList(string body)
    {
        using var rig = new SalenGoRig();
        rig.Server.Then(body);

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync());

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Theory]
    [InlineData(InvoiceState.Final, "unpaid")]
    [InlineData(InvoiceState.Draft, "draft")]
    [InlineData(InvoiceState.Settled, null)]
    public async Task AsksForStatesInTheProvidersWords(InvoiceState state, string? word)
    {
        using var rig = new SalenGoRig().Then(
            """{"invoices":{"page":1,"pages":1,"invoice":[{"invoice_id":1,"status":"draft"},{"invoice_id":2,"status":"viewed"},{"invoice_id":3,"status":"auto-paid"}]}}""");

        Invoice one = Assert.Single(await rig.Use<IInvoiceReader>().List(new InvoiceQuery { States = [state] }).ToListAsync());

        Assert.Equal(state, one.State);
        Assert.Equal(word, (string?)rig.Server.Only.Json["status"]);
    }

    [Fact]
    public async Task RefusesToLookForDueDates()
    {
        using var rig = new SalenGoRig();

        InvoicingException refused = await Assert.ThrowsAsync<InvoicingException>(
            async () => await rig.Use<IInvoiceReader>().List(new InvoiceQuery { DueTo = new DateTime(2026, 1, 1) }).ToListAsync());

        Assert.Equal(ErrorKind.NotSupported, refused.Kind);
    }

    [Fact]
    public async Task FindsADocumentByANumberThatLooksLikeAnIdentifier()
    {
        using var sandbox = SalenGoRig.Sandbox();
        using var rig = new SalenGoRig(sandbox);
        Invoice quote = (await rig.Use<IInvoiceReader>().List(new InvoiceQuery { Types = [InvoiceType.Quote] }).ToListAsync())[0];
        Invoice invoice = (await rig.Use<IInvoiceReader>().List(new InvoiceQuery()).ToListAsync())[0];

        Assert.Equal(InvoiceType.Quote, (await rig.Use<IInvoiceReader>().GetAsync(quote.Id!)).Type);
        Assert.Equal(invoice.Id, (await rig.Use<IInvoiceReader>().GetAsync(invoice.Number!)).Id);
        ProviderException missing = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IInvoiceReader>().GetAsync("7"));
        Assert.Equal(ErrorKind.NotFound, missing.Kind);
    }

    [Fact]
    public void HasFiveThousandRequestsADay()
    {
        RateLimit limit = Assert.Single(InvoiceProvider.Get("SalenGo").Limits);

        Assert.Equal((5000, TimeSpan.FromDays(1)), (limit.Requests, limit.Window));
    }

    [Fact]
    public async Task SendsNothingOnceTheDayIsUsedUp()
    {
        using var rig = new SalenGoRig();
        rig.Gate.SetLimits([new RateLimit(1, TimeSpan.FromDays(1))]);
        rig.Then("""{"clients":""}""");
        await rig.Use<IConnectionTester>().TestAsync();

        InvoicingException refused = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IConnectionTester>().TestAsync());

        Assert.Equal(ErrorKind.RateLimitExceeded, refused.Kind);
        Assert.Single(rig.Server.Calls);
    }
}
