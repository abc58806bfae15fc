using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.ConnectorsSimplBooks;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>Pages that are not the ones that were asked for, of every provider.</summary>
public sealed class PageTests
{
    /// <summary>A page of two clients with another one behind it.</summary>
    private static readonly Dictionary<string, string> Full = new()
    {
        ["InvoiceXpress"] = Ix.Clients(1, 2, "A", "B"),
        ["SimplBooks"] = Sb.Data("""[{"Client":{"id":1}},{"Client":{"id":2}}]"""),
        ["FACTURAgem"] = """{"clients":[{"id":1},{"id":2}]}""",
        ["SalenGo"] = """{"response":{"status":"ok","clients":{"pages":2,"client":[{"client_id":1},{"client_id":2}]}}}""",
    };

    public static TheoryData<string> Providers => [.. Full.Keys];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AnErrorNamesThePageThatWasWrong(string provider)
    {
        using var rig = new Rig(account: Account(provider));
        rig.Server.Then(Full[provider], "{\"a\":");

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => ListAsync(rig));

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
        Assert.Contains("page 2", fault.Message);
        Assert.DoesNotContain("page", fault.Request);
    }

    [Theory]
    [InlineData("InvoiceXpress", false)]
    [InlineData("SimplBooks", true)]
    [InlineData("FACTURAgem", true)]
    [InlineData("SalenGo", true)]
    public async Task OneThatComesAgainEndsTheListWhereNoNumberSaysThatItIsWrong(string provider, bool ends)
    {
        using var rig = new Rig(account: Account(provider));
        rig.Server.Otherwise(_ => Answer.Json(Full[provider]));

        if (ends)
        {
            Assert.Equal(["1", "2"], (await ListAsync(rig)).Select(client => client.Id));
        }
        else
        {
            await Assert.ThrowsAsync<InvoicingException>(() => ListAsync(rig));
        }

        Assert.Equal(2, rig.Server.Calls.Count);
    }

    [Fact]
    public async Task AnotherPageThanTheOneThatWasAskedForIsAnError()
    {
        using var rig = new Rig(account: new RigAccount("SalenGo", "12"));
        rig.Server.Otherwise(_ => Answer.Json(Full["SalenGo"].Replace("\"pages\"", "\"page\":1,\"pages\"")));

        InvoicingException fault = await Assert.ThrowsAsync<InvoicingException>(() => ListAsync(rig));

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
        Assert.Contains("Page 2", fault.Message);
        Assert.Contains("page 1", fault.Message);
    }

    /// <summary>The lists that are looked through here because the provider cannot be asked for what is wanted.</summary>
    [Theory]
    [InlineData("8812", InvoiceType.Invoice)]
    [InlineData(null, InvoiceType.Transport)]
    public async Task TheFirstPageAgainAndAgainEndsWhereRowsAreLeftOut(string? client, InvoiceType type)
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Json(Ix.Page("documents", Ix.Document()).Replace("\"total_pages\": 1", "\"total_pages\": 9")));
        var query = new InvoiceQuery { ClientId = client, Types = [type] };

        InvoicingException fault = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IInvoiceReader>().List(query).ToListAsync());

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
        Assert.Equal(2, rig.Server.Calls.Count);
    }

    [Theory]
    [InlineData("SimplBooks", "\"id\"")]
    [InlineData("SalenGo", "\"client_id\"")]
    public async Task OneWithoutIdentifiersDoesNotGoOnForEver(string provider, string id)
    {
        using var rig = new Rig(account: Account(provider));
        rig.Server.Otherwise(_ => Answer.Json(Full[provider].Replace(id, "\"none\"")));

        InvoicingException fault = await Assert.ThrowsAsync<InvoicingException>(() => ListAsync(rig));

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
        Assert.Equal(2, rig.Server.Calls.Count);
    }

    [Fact]
    public async Task ARowThatMovedToTheNextPageCountsOnce()
    {
        using var rig = new Rig(account: new RigAccount("SimplBooks", "12"));
        rig.Server.Then(Full["SimplBooks"], Sb.Data("""[{"Client":{"id":2}},{"Client":{"id":3}}]"""), Sb.Data("[]"));

        Assert.Equal(["1", "2", "3"], (await ListAsync(rig)).Select(client => client.Id));
    }

    private static RigAccount Account(string provider) => new(provider, "12")
    {
        Settings = provider == "FACTURAgem" ? new Dictionary<string, string> { ["FirstPage"] = "1" } : [],
    };

    private static Task<List<Client>> ListAsync(Rig rig) => rig.Use<IReader<Client>>().List(new ListQuery { PageSize = 2 }).ToListAsync();
}
