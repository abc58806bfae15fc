using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Tests.Fidelity;
using Invoicing.Tests.Inputs;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Journal;

/// <summary>A cache or a proxy swapped answers: one about another document is never believed. References that a field cannot carry are refused.</summary>
public sealed class SwappedAnswerTests
{
    public static TheoryData<string> Providers => [.. Place.Providers];

    public static IEnumerable<object[]> BadReferences =>
        from provider in Place.Providers
        from reference in new[] { "A\nB", "A\r", "A\tB", "A\u0085B", "A\u2028B", "A\u2029B", "A\u0000B", new string('x', 256) }
        select new object[] { provider, reference };

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TheAnswerToAnotherCreateIsNotBelieved(string provider)
    {
        using var place = new Place(provider);
        using var proxy = new FaultProxy(place.Server.BaseUri, new ScaledClock(30), 1, ProxyFault.Swapped) { IsHealthy = true };
        using InvoiceSession session = Connect(place.Server, proxy.BaseUri);
        Invoice first = await MakeAsync(session, place, "SWAP-1");
        proxy.IsHealthy = false;

        Invoice second = await MakeAsync(session, place, "SWAP-2");

        Assert.Equal(ProxyFault.Swapped, Assert.Single(proxy.Changes).Fault);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal("SWAP-2", second.Reference);
        Assert.Equal("SWAP-2", (await place.Session.Invoices.GetAsync(second.Type, second.Id!)).Reference);
        List<Invoice> all = await place.Session.Invoices.ListAsync(new InvoiceQuery { Detailed = true }).ToListAsync();
        Assert.Single(all, invoice => invoice.Reference == "SWAP-1");
        Assert.Single(all, invoice => invoice.Reference == "SWAP-2");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TheAnswerToAnotherGetIsNotBelieved(string provider)
    {
        using Rig rig = Dialect.Connect(provider);
        rig.Server.Otherwise(_ => Answer.Json(Dialect.All[provider].One(Dialect.All[provider].Invoice)));

        Assert.Equal("71", (await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71")).Id);
        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "72"));

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
        Assert.Contains("72", fault.Message);
        Assert.Contains("71", fault.Message);
    }

    [Theory]
    [InlineData("InvoiceXpress", """{"client":{"id":71,"name":"A"}}""")]
    [InlineData("SimplBooks", """{"status":200,"data":{"Client":{"id":71,"name":"A"}}}""")]
    [InlineData("FACTURAgem", """{"client":{"id":71,"name":"A"}}""")]
    [InlineData("SalenGo", """{"response":{"status":"ok","client":{"client_id":71,"organization":"A"}}}""")]
    public async Task TheAnswerAboutAnotherClientIsNotBelieved(string provider, string answer)
    {
        using Rig rig = Dialect.Connect(provider);
        rig.Server.Otherwise(_ => Answer.Json(answer));

        Assert.Equal("71", (await rig.Use<IReader<Client>>().GetAsync("71")).Id);
        Assert.Equal(ErrorKind.UnexpectedAnswer, (await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IReader<Client>>().GetAsync("7"))).Kind);
    }

    /// <summary>A change of state whose answer is about another document is looked up; the receipt of before is no new one.</summary>
    [Fact]
    public async Task TheAnswerToAnotherChangeIsNotBelieved()
    {
        using Rig rig = Dialect.Connect("InvoiceXpress");
        rig.Server.Then(
            """{"invoice":{"id":5,"type":"Invoice","status":"final","date":"10/03/2026","total":1.0}}""",
            """{"invoice":{"id":71,"type":"Invoice","status":"final","date":"10/03/2026","total":1.0}}""");

        Invoice done = await rig.Use<IStateChanger>().ChangeStateAsync(new Invoice { Id = "71" }, InvoiceTransition.Finalized);

        Assert.Equal("71", done.Id);
        Assert.Equal(["PUT", "GET"], rig.Server.Calls.Select(call => call.Method));
    }

    [Theory]
    [MemberData(nameof(BadReferences))]
    public async Task AReferenceThatTheFieldCannotCarryIsRefused(string provider, string reference)
    {
        using var place = new Place(provider);
        Invoice draft = Draft(place, (await place.Session.Clients.ListAsync().FirstOrDefaultAsync())!, reference);
        place.Server.ClearRequests();

        InvoicingException fault = await Assert.ThrowsAsync<InvoicingException>(() => place.Session.Invoices.PrepareAsync(draft));
        InvoicingException direct = await Assert.ThrowsAsync<InvoicingException>(() => place.Use<IInvoiceCreator>().PrepareAsync(draft));

        Assert.All(new[] { fault, direct }, one =>
        {
            Assert.Equal(ErrorKind.InvalidInput, one.Kind);
            Assert.Contains("Reference", one.Message);
        });
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TheLongestReferenceComesBackAsItWas(string provider)
    {
        using var place = new Place(provider);
        string longest = string.Concat(Enumerable.Repeat("A/1 ", 64))[..255];

        Invoice made = await MakeAsync(place.Session, place, longest);

        Assert.Equal(longest, (await place.Session.Invoices.GetAsync(made.Type, made.Id!)).Reference);
    }

    private static InvoiceSession Connect(SandboxServer server, Uri address) => InvoiceSession.Connect(new ConnectOptions
    {
        Provider = server.Provider,
        Account = server.Account,
        ApiKey = Rig.Secret(server.ApiKey),
        BaseUri = address,
        IsSandbox = true,
        RequestsPerMinute = 0,
        RequestsPerDay = 0,
        Clock = new ScaledClock(30),
        SettleTime = TimeSpan.FromSeconds(6),
    });

    private static Invoice Draft(Place place, Client client, string reference) => new()
    {
        Reference = reference,
        Client = client,
        Date = new DateTime(2026, 3, 10),
        Lines = [new InvoiceLine { Name = "Work", Description = "March", Quantity = 2, UnitPrice = 10, Tax = place.Tax }],
    };

    private static async Task<Invoice> MakeAsync(InvoiceSession session, Place place, string reference)
    {
        Client client = (await session.Clients.ListAsync().FirstOrDefaultAsync())!;
        return await (await session.Invoices.PrepareAsync(Draft(place, client, reference))).SendAsync();
    }
}
