using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Invoicing.Tests.SandboxSimplBooks;

public sealed class AccessTests
{
    [Fact]
    public void TheAccountAndTheTokenAreOfTheProvidersForm()
    {
        using var books = new Books();
        Assert.Matches("^[0-9a-f]{32}$", books.Server.Account);
        Assert.Matches("^[0-9a-f]{32}$", books.Server.ApiKey);
        Assert.NotEqual(books.Server.Account, books.Server.ApiKey);
        Assert.Equal(("SimplBooks", null, ""), (books.Server.Provider, books.Server.AccountId, books.Server.SaftPublicKeyPem));
    }

    [Theory]
    [InlineData("", 401)]
    [InlineData("wrong", 403)]
    public async Task TheTokenIsMissingOrWrong(string token, int status)
    {
        using var books = new Books();
        var answer = await books.SendAsync("GET", "clients/list", null, ("X-Simplbooks-Token", token));
        Assert.Equal((status, "status duration errors"), (answer.Status, answer.Keys));
        Assert.Equal(status, (int)answer.Json["status"]!);
    }

    [Fact]
    public async Task ATokenInTheQueryIsNone()
    {
        using var books = new Books();
        var path = $"clients/list?X-Simplbooks-Token={books.Server.ApiKey}";
        Assert.Equal(401, (await books.SendAsync("GET", path, null, ("X-Simplbooks-Token", ""))).Status);
        Assert.DoesNotContain(books.Server.ApiKey, books.Server.Requests.Single().Query);
    }

    [Fact]
    public async Task AnotherAccountIsNotOpened()
    {
        using var books = new Books();
        Assert.Equal(403, (await books.SendAsync("GET", "/0123456789abcdef0123456789abcdef/api/clients/list", null)).Status);
    }

    [Theory]
    [InlineData("GET", "clients/lists")]
    [InlineData("GET", "customers/list")]
    [InlineData("GET", "clients")]
    [InlineData("GET", "vat_types/get/3")]
    [InlineData("POST", "financial_accounts/create")]
    [InlineData("DELETE", "clients/delete/2001")]
    [InlineData("PUT", "clients/update")]
    [InlineData("GET", "clients/delete/2001")]
    public async Task AWrongAddressGives404(string verb, string path)
    {
        using var books = new Books();
        var answer = await books.SendAsync(verb, path, null);
        Assert.Equal((404, 404), (answer.Status, (int)answer.Json["status"]!));
        Assert.NotEmpty(answer.Errors);
    }

    [Fact]
    public async Task OutsideOfTheApiThereIsAPage()
    {
        using var books = new Books();
        var answer = await books.SendAsync("GET", "/", null);
        Assert.Equal((404, "text/html"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task TheRequestIsRecordedAsOneThatCarriedTheKey()
    {
        using var books = new Books();
        await books.GetAsync("clients/list");
        await books.SendAsync("GET", "clients/list", null, ("X-Simplbooks-Token", ""));
        Assert.Equal(new[] { true, false }, books.Server.Requests.Select(r => r.CarriedKey));
    }
}
