using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>Clients at InvoiceXpress (docs/facts/invoicexpress.md#clients).</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task AListIsFetchedPageByPage()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Clients(1, 2, "A", "B"), Ix.Clients(2, 2, "C"));

        List<Client> clients = await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync();

        Assert.Equal(["A", "B", "C"], clients.Select(client => client.Name));
        Assert.Equal(["GET /clients.json?page=1&per_page=30", "GET /clients.json?page=2&per_page=30"], rig.Server.Lines);
        Assert.All(clients, client => Assert.Same(rig.Session, client.Session));
    }

    [Theory]
    [InlineData("{\"clients\":[]}")]
    [InlineData("{\"clients\":[{\"name\":\"A\"}]}")]
    [InlineData("{\"pagination\":{\"total_entries\":1,\"per_page\":30,\"current_page\":1,\"total_pages\":1},"
        + "\"clients\":[{\"name\":\"A\"}]}")]
    [InlineData("{\"clients\":[],\"pagination\":{\"current_page\":1,\"total_pages\":9}}")]
    [InlineData("{\"note\":1,\"clients\":[{\"name\":\"A\"}],\"pagination\":null}")]
    public async Task AListOfOnePageIsOneRequest(string body)
    {
        using var rig = new Rig();
        rig.Server.Then(body);

        await rig.Use<IReader<Client>>().List(new ListQuery { PageSize = 10 }).ToListAsync();

        Assert.Equal("GET /clients.json?page=1&per_page=10", rig.Server.Only.Line);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"clients\":{}}")]
    [InlineData("{\"data\":null}")]
    [InlineData("{\"clients\":[{\"id\":1},")]
    [InlineData("{\"clients\":[{\"id\":1}]")]
    [InlineData("")]
    public async Task WhatIsNoListIsUnexpected(string body)
    {
        using var rig = new Rig();
        rig.Server.Then(body);

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(
            () => rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync());

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Fact]
    public async Task AClientIsReadWhole()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Client);

        Client client = await rig.Use<IReader<Client>>().GetAsync(" 8812 ");

        Assert.Equal("GET /clients/8812.json", rig.Server.Only.Line);
        Assert.Equal(("8812", "Padaria Exemplo", "PE-01", "United Kingdom"), (client.Id, client.Name, client.Code, client.Country));
        Assert.Equal((1, 30, "Rita", "599999993"), (client.CopyCount, client.PaymentDays, client.ContactName, client.TaxNumber));
        Assert.Equal("https://example.com/o/1", client.Extra["open_account_link"]);
        Assert.True(client.Extra.ContainsKey("loyalty"));
    }

    [Fact]
    public async Task AnUpdateSendsEverythingThatTheProviderTakes()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Client).Then(Answer.Empty(200));
        Client client = await rig.Use<IReader<Client>>().GetAsync("8812");
        client.City = "Porto";
        client.Country = "pt";

        await rig.Use<IUpdater<Client>>().UpdateAsync(client);

        Call call = rig.Server.Calls[1];
        Assert.Equal("PUT /clients/8812.json", call.Line);
        Assert.Equal("application/json; charset=utf-8", call.Headers["Content-Type"]);
        Assert.Equal(
            "{\"client\":{\"name\":\"Padaria Exemplo\",\"code\":\"PE-01\",\"fiscal_id\":\"599999993\",\"email\":\"conta@example.pt\","
            + "\"address\":\"Rua do Forno 3\",\"city\":\"Porto\",\"postal_code\":\"4700-000\",\"country\":\"Portugal\",\"language\":\"pt\","
            + "\"observations\":\"\",\"send_options\":\"1\",\"payment_days\":30,\"tax_exemption_code\":\"M00\","
            + "\"preferred_contact\":{\"name\":\"Rita\",\"mobile\":null},\"loyalty\":{\"points\":7}}}",
            call.Json.ToString(Formatting.None));
    }

    [Fact]
    public async Task AnUpdateNeedsAnIdentifier()
    {
        using var rig = new Rig();

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(
            () => rig.Use<IUpdater<Client>>().UpdateAsync(new Client { Name = "A" }));

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        Assert.Empty(rig.Server.Calls);
    }

    [Fact]
    public async Task FindingTakesOneRequestAndWhatIsMissingIsNull()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Json(Ix.Client), Answer.Text("text/html", " ", 404), Answer.Json(Ix.Client.Replace("PE-01", "1/2")), Answer.Empty(404), Answer.Json(Ix.Client));
        var finder = rig.Use<IFinder<Client>>();

        Assert.Equal("8812", (await finder.FindByNameAsync("Ção & Cª"))?.Id);
        Assert.Null(await finder.FindByNameAsync("x"));
        Assert.Equal("8812", (await finder.FindByCodeAsync("1/2"))?.Id);
        Assert.Null(await finder.FindByCodeAsync("x"));
        Assert.Equal(ErrorKind.UnexpectedAnswer, (await Assert.ThrowsAsync<ProviderException>(() => finder.FindByCodeAsync("another"))).Kind);

        Assert.Equal("GET /clients/find-by-name.json?client_name=Ção & Cª", rig.Server.Lines.First());
        Assert.Equal("GET /clients/find-by-code.json?client_code=1/2", rig.Server.Lines.ElementAt(2));
    }

    [Fact]
    public async Task FindingFailsForEveryOtherReason()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(401));

        await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IFinder<Client>>().FindByNameAsync("x"));
    }

    [Fact]
    public async Task ACreateSendsTheClientAndGivesItsIdentifier()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Json(Ix.Client, 201));

        Client made = await rig.Use<ICreator<Client>>().CreateAsync(
            new Client { Name = "Padaria Exemplo", Code = "PE-01", Country = "GB" });

        Assert.Equal("8812", made.Id);
        Assert.Equal("POST /clients.json", rig.Server.Only.Line);
        Assert.Equal(
            "{\"client\":{\"name\":\"Padaria Exemplo\",\"code\":\"PE-01\",\"country\":\"UK\"}}",
            rig.Server.Only.Json.ToString(Formatting.None));
    }

    [Fact]
    public async Task ACreateWhoseAnswerIsLostIsFoundByItsName()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Reset(), Answer.Json(Ix.Client));

        Client made = await CreateAsync(rig);

        Assert.Equal("8812", made.Id);
        Assert.Equal(["POST /clients.json", "GET /clients/find-by-name.json?client_name=Padaria Exemplo"], rig.Server.Lines);
    }

    [Fact]
    public async Task ACreateThatIsNotFoundIsSentAgain()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(502), Answer.Empty(404), Answer.Json(Ix.Client, 201));

        Assert.Equal("8812", (await CreateAsync(rig)).Id);
        Assert.Equal(["POST", "GET", "POST"], rig.Server.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task ACreateThatCannotBeLookedUpIsADoubt()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Reset()).Otherwise(_ => Answer.Empty(500));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => CreateAsync(rig));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Single(rig.Server.Calls, call => call.Method == "POST");
        Assert.NotNull(fault.Advice);
        NoKey.In(fault);
    }

    [Theory]
    [InlineData(401, "{\"errors\":[{\"error\":\"x\"}]}", ErrorKind.AuthenticationFailed)]
    [InlineData(422, "{\"errors\":[\"x\"]}", ErrorKind.ValidationFailed)]
    public async Task ARefusalIsNotLookedUp(int status, string body, ErrorKind kind)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Json(body, status));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => CreateAsync(rig));

        Assert.Equal((kind, "x"), (fault.Kind, Assert.Single(fault.FieldErrors).Message));
        Assert.Single(rig.Server.Calls);
    }

    [Fact]
    public async Task TheKeyIsProvedWithOneRequest()
    {
        using var rig = new Rig();
        rig.Server.Then("{\"sequences\":[{\"id\":1}]}");

        await rig.Use<IConnectionTester>().TestAsync();

        Assert.Equal("GET /sequences.json", rig.Server.Only.Line);
    }

    [Fact]
    public async Task AnyOtherRequestTakesTheSameRoad()
    {
        using var rig = new Rig();
        rig.Server.Then("{\"a\":1}");

        string answer = await rig.Use<IRawRequester>().SendAsync(
            "put", "/items/1.json", [KeyValuePair.Create("a b", "c&d")], "{\"x\":1.10}");

        Assert.Equal("{\"a\":1}", answer);
        Assert.Equal("PUT /items/1.json?a b=c&d", rig.Server.Only.Line);
        Assert.Equal("{\"x\":1.10}", rig.Server.Only.Body);
        Assert.Equal(Rig.Key, rig.Server.Only.Value("api_key"));
    }

    [Theory]
    [InlineData("https://example.com/x.json")]
    [InlineData("a/../../x.json")]
    [InlineData("a/%2e%2e/x.json")]
    [InlineData("a//b.json")]
    [InlineData("\\\\example.com\\x")]
    [InlineData("a.json?api_key=1")]
    [InlineData("a.json#b")]
    [InlineData("/")]
    [InlineData("")]
    public async Task AnyOtherRequestStaysBelowTheProvidersAddress(string path)
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Json("{}"));

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(
            () => rig.Use<IRawRequester>().SendAsync("GET", path, [], null));

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        Assert.Empty(rig.Server.Calls);
    }

    [Theory]
    [InlineData("https:/example.com/x.json")]
    [InlineData("https:example.com")]
    [InlineData("http:/example.com/x.json")]
    [InlineData("http:x.json")]
    [InlineData("mailto:x@example.com")]
    public async Task AColonInAPathLeadsNowhereElse(string path)
    {
        using var rig = new Rig();
        rig.Server.Then("{}");

        await rig.Use<IRawRequester>().SendAsync("GET", path, [], null);

        Assert.Equal("/" + path, rig.Server.Only.Path);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{")]
    public async Task ABodyMustBeJson(string body)
    {
        using var rig = new Rig();

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(
            () => rig.Use<IRawRequester>().SendAsync("POST", "a.json", [], body));

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
    }

    private static Task<Client> CreateAsync(Rig rig) =>
        rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "Padaria Exemplo" });
}
