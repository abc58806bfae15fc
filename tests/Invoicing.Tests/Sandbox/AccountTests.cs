using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class AccountTests
{
    [Fact]
    public async Task AnAccountReadsItselfAndNoOther()
    {
        using var server = new TestServer();
        var account = (await server.GetAsync($"api/accounts/{server.Server.AccountId}/get.json")).Json["account"]!;
        Assert.Equal(("active", true, false), ((string)account["state"]!, (bool)account["at_configured"]!, (bool)account["trial"]!));
        Assert.Null(account["id"]);
        var other = await server.GetAsync("api/accounts/1/get.json");
        Assert.Equal((404, "404"), (other.Status, (string)other.Json["error"]!["code"]!));
    }

    [Fact]
    public async Task ANewAccountIsAnotherCompanyWithAKeyOfItsOwn()
    {
        using var server = new TestServer();
        var url = server.Server.BaseUri + "api/accounts/create.json";
        var created = await server.RawAsync("POST", url, TestServer.Json(new { account = Account("Padaria Sul, Lda", "500000000") }));
        Assert.Equal(201, created.Status);
        var account = created.Json["account"]!;
        Assert.Equal(JTokenType.String, account["id"]!.Type);
        Assert.DoesNotContain((string)account["api_key"]!, server.Server.Requests.Single().ToString());

        Task<Answer> CallAsync(string verb, string path, object? body = null) => server.RawAsync(
            verb, $"{server.Server.BaseUri}{path}?api_key={account["api_key"]}", body is null ? null : TestServer.Json(body));
        Assert.Equal(0, (int)(await CallAsync("GET", "clients.json")).Json["pagination"]!["total_entries"]!);
        Assert.Equal(201, (await CallAsync("POST", "clients.json", new { client = new { name = "Padaria Central" } })).Status);
        Assert.Equal(12, (int)(await server.GetAsync("clients.json")).Json["pagination"]!["total_entries"]!);
        var read = await CallAsync("GET", $"api/accounts/{account["id"]}/get.json");
        Assert.Equal(
            ("Padaria Sul, Lda", false),
            ((string)read.Json["account"]!["organization_name"]!, (bool)read.Json["account"]!["at_configured"]!));
        Assert.Equal(404, (await CallAsync("GET", $"api/accounts/{server.Server.AccountId}/get.json")).Status);

        // Series cannot be registered before the tax authority's credentials are known.
        var series = await CallAsync("POST", "sequences.json", new { sequence = new { serie = "A" } });
        Assert.Equal("004", series.Json["errors"]!["code"]);
        var id = (await CallAsync("GET", "sequences.json")).Json["sequences"]![0]!["id"];
        Assert.Equal("002", (await CallAsync("PUT", $"sequences/{id}/register.json")).Json["errors"]!["code"]);
        var update = Account("Padaria Sul, Lda", "500000000");
        update["credentials"] = new JObject { ["username"] = "500000000/1", ["password"] = "QmFzZTY0" };
        var updated = await CallAsync("PUT", $"api/accounts/{account["id"]}/update.json", new { account = update });
        Assert.Equal((200, 0), (updated.Status, updated.Bytes.Length));
        Assert.Equal(200, (await CallAsync("PUT", $"sequences/{id}/register.json")).Status);
        Assert.Equal(201, (await CallAsync("POST", "sequences.json", new { sequence = new { serie = "A" } })).Status);
    }

    [Fact]
    public async Task AnotherAccountOfTheSameUserNeedsAKey()
    {
        using var server = new TestServer();
        var body = new { account = Account("Padaria Sul, Lda", null) };
        Assert.Equal(200, (await server.PostAsync("api/accounts/create_already_user.json", body)).Status);
        var url = server.Server.BaseUri + "api/accounts/create_already_user.json";
        Assert.Equal(401, (await server.RawAsync("POST", url, TestServer.Json(body))).Status);
    }

    [Theory]
    [InlineData("organization_name", null)]
    [InlineData("organization_name", "long")]
    [InlineData("email", "no")]
    [InlineData("password", "")]
    [InlineData("terms", "0")]
    [InlineData("tax_country", "4")]
    [InlineData("language", "de")]
    [InlineData("fiscal_id", "500000001")]
    public async Task ABadAccountIsRefused(string field, string? value)
    {
        using var server = new TestServer();
        var account = Account("Padaria Sul, Lda", "500000000");
        account[field] = value == "long" ? new string('x', 101) : value;
        var answer = await server.PostAsync("api/accounts/create.json", new { account });
        Assert.Equal((422, JTokenType.String), (answer.Status, answer.Json["errors"]!["error"]!.Type));
    }

    [Fact]
    public async Task ATaxNumberBelongsToOneAccount()
    {
        using var server = new TestServer();
        var body = new { account = Account("Padaria Sul, Lda", "500000000") };
        Assert.Equal(201, (await server.PostAsync("api/accounts/create.json", body)).Status);
        Assert.Equal(422, (await server.PostAsync("api/accounts/create.json", body)).Status);
    }

    [Theory]
    [InlineData("postal_code", "\"4700\"")]
    [InlineData("fiscal_id", "\"500000000\"")]
    [InlineData("password", "null")]
    [InlineData("credentials", """{"username":"500000000","password":"QmFzZTY0"}""")]
    [InlineData("credentials", """{"username":"500000000/1","password":"*"}""")]
    [InlineData("credentials", """{"username":"500000000/1","password":"QmFzZTY0","type":"X"}""")]
    public async Task ABadUpdateIsRefusedAsAPair(string field, string value)
    {
        using var server = new TestServer();
        var account = Account("Novo Nome", null);
        account[field] = JToken.Parse(value);
        var path = $"api/accounts/{server.Server.AccountId}/";
        var answer = await server.PutAsync(path + "update.json", new { account });
        Assert.Equal((422, field), (answer.Status, (string)answer.Token[0]!));
        Assert.NotEqual("Novo Nome", (string)(await server.GetAsync(path + "get.json")).Json["account"]!["organization_name"]!);
    }

    [Theory]
    [InlineData("500000000/1", "QmFzZTY0", "auto", 200)]
    [InlineData("500000000/1", "QmFzZTY0", "portal_at", 200)]
    [InlineData("500000000/1", "QmFzZTY0", "other", 422)]
    [InlineData("500000000", "QmFzZTY0", "auto", 422)]
    [InlineData("500000000/1", "not base64", "auto", 422)]
    [InlineData("500000000/1", null, "auto", 422)]
    public async Task CommunicationWithTheAuthorityIsSetUp(string user, string? password, string type, int status)
    {
        using var server = new TestServer();
        var answer = await server.PostAsync(
            "api/v3/accounts/at_communication.json",
            new { at_communication = new { at_subuser = user, at_password = password, communication_type = type } });
        Assert.Equal(status, answer.Status);
        if (status == 200)
        {
            Assert.Equal("""{"success":"true"}""", answer.Text);
        }
        else
        {
            Assert.Equal(JTokenType.String, answer.Json["errors"]!["error"]!.Type);
        }
    }

    private static JObject Account(string name, string? fiscalId) => new()
    {
        ["organization_name"] = name,
        ["email"] = "geral@example.pt",
        ["password"] = "not-a-real-one",
        ["terms"] = "1",
        ["fiscal_id"] = fiscalId,
    };
}
