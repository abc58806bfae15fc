using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.ConnectorsSimplBooks;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Compatibility;

/// <summary>A GET with a body, which .NET Framework cannot send.</summary>
public sealed class BodyOfGetTests
{
    [Theory]
    [InlineData("InvoiceXpress", "acme")]
    [InlineData("SimplBooks", "0a1b2c")]
    [InlineData("FACTURAgem", "7")]
    public async Task ARequestOfAUserIsRefusedBeforeItIsSent(string provider, string account)
    {
        using var rig = new Rig(account: new RigAccount(provider, account), runtime: Runtimes.NetFramework);

        InvoicingException fault = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IRawRequester>().SendAsync("GET", "things.json", [], "{}"));

        Assert.Equal(ErrorKind.NotSupported, fault.Kind);
        Assert.Contains("PowerShell 7", fault.Advice);
        Assert.Empty(rig.Server.Calls);
    }

    [Theory]
    [InlineData("POST", "{}")]
    [InlineData("DELETE", "{}")]
    [InlineData("GET", null)]
    public async Task OtherRequestsAreSent(string method, string? body)
    {
        using var rig = new Rig(runtime: Runtimes.NetFramework);
        rig.Server.Then(Answer.Json("{}"));

        await rig.Use<IRawRequester>().SendAsync(method, "things.json", [], body);

        Assert.Equal(method, rig.Server.Only.Method);
    }

    [Fact]
    public async Task AListThatIsToBeAskedForSoIsRefusedWithTheOtherWay()
    {
        using var sb = new Sb(Runtimes.NetFramework, ("ListTransport", "GetBody"));

        InvoicingException fault = await Assert.ThrowsAsync<InvoicingException>(() => sb.Use<IFinder<Client>>().FindByNameAsync("Acme"));

        Assert.Equal(ErrorKind.NotSupported, fault.Kind);
        Assert.Contains("ListTransport = 'PostForm'", fault.Advice);
        Assert.Empty(sb.Server.Calls);
    }

    [Theory]
    [InlineData("PostForm")]
    [InlineData("PostJson")]
    [InlineData("Query")]
    public async Task TheOtherWaysOfAListAreSent(string transport)
    {
        using var sb = new Sb(Runtimes.NetFramework, ("ListTransport", transport));
        sb.Server.Otherwise(_ => Answer.Json(Sb.Data("[]")));

        await sb.Use<IFinder<Client>>().FindByNameAsync("Acme");

        Assert.Single(sb.Server.Calls);
    }
}
