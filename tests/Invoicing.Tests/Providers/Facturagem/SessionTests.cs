using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.ConnectorsFacturagem;

/// <summary>Login, renewal, logout, and that neither key nor password shows.</summary>
public class SessionTests
{
    private const string Account = """{"account":{"id":12,"name":"Ibarra"}}""";

    [Fact]
    public async Task One_login_serves_all_requests_also_those_at_once()
    {
        using var rig = new SandboxRig();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => rig.Use<IAccountReader>().GetAsync(null)));
        Assert.Single(rig.Lines, line => line == "POST /api/v1/session.json");
        Assert.Equal(8, rig.Lines.Count(line => line == "GET /api/v1/accounts.json"));
    }

    [Fact]
    public async Task Two_sessions_have_the_same_key_and_disposing_one_ends_no_login()
    {
        using var rig = new SandboxRig();
        await rig.Session.TestAsync();
        string key = rig.Server.ApiKey;
        using (var other = InvoiceSession.Connect(new ConnectOptions
        {
            Provider = "facturagem",
            Account = "x",
            Credential = new System.Net.NetworkCredential(rig.Server.Login, rig.Server.Password),
            BaseUri = rig.Server.BaseUri,
            IsSandbox = true,
        }))
        {
            await other.TestAsync();
        }

        await rig.Session.TestAsync();
        Assert.Equal(key, rig.Server.ApiKey);
        Assert.DoesNotContain(rig.Lines, line => line.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_died_is_renewed_once_and_the_request_goes_on()
    {
        using var rig = new SandboxRig("SessionMinutes=30");
        await rig.Session.TestAsync();
        string first = rig.Server.ApiKey;
        rig.Now += TimeSpan.FromHours(1);
        Assert.NotEmpty(await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync());
        Assert.NotEqual(first, rig.Server.ApiKey);
        Assert.Equal(2, rig.Lines.Count(line => line.Contains("session")));
    }

    [Fact]
    public async Task A_create_is_sent_again_after_the_login_since_nothing_was_done()
    {
        using var rig = new SandboxRig("SessionMinutes=30");
        await rig.Session.TestAsync();
        rig.Now += TimeSpan.FromHours(1);
        await rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "Una vez", Country = "Spain" });
        Assert.Single(await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync(), client => client.Name == "Una vez");
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task A_second_401_is_the_end(string format)
    {
        using var rig = new ScriptedRig(format, login: true);
        const string user = """{"api_key":"abc123def"}""";
        const string refusal = """{"error":"no"}""";
        rig.Then(user).Then(refusal, 401).Then(user).Then(refusal, 401);
        var fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Session.TestAsync());
        Assert.Equal(ErrorKind.AuthenticationFailed, fault.Kind);
        Assert.Equal(["POST", "GET", "POST", "GET"], rig.Server.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task A_wrong_password_is_tried_once()
    {
        using var rig = new ScriptedRig(login: true);
        rig.Then("""{"error":"wrong"}""", 401);
        var fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Session.TestAsync());
        Assert.Equal(ErrorKind.AuthenticationFailed, fault.Kind);
        Assert.Single(rig.Server.Calls);
    }

    [Fact]
    public async Task A_key_that_was_given_is_not_renewed()
    {
        using var rig = new ScriptedRig();
        rig.Then("", 401);
        await Assert.ThrowsAsync<ProviderException>(() => rig.Session.TestAsync());
        Assert.Single(rig.Server.Calls);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"api_key":null}""")]
    [InlineData("[]")]
    public async Task A_login_without_a_key_is_an_error(string answer)
    {
        using var rig = new ScriptedRig(login: true);
        rig.Then(answer);
        var fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Session.TestAsync());
        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Theory]
    [InlineData("Query")]
    [InlineData("Body")]
    [InlineData("Header")]
    public async Task The_key_travels_where_it_is_told_to(string placement)
    {
        using var rig = new ScriptedRig(settings: "KeyPlacement=" + placement);
        rig.Then("""{"client":{"id":1,"name":"A"}}""").Then(Account);
        await rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "A" });
        await rig.Session.TestAsync();
        foreach (Call call in rig.Server.Calls)
        {
            bool inBody = placement == "Body" && call.Method == "POST";
            bool inQuery = placement == "Query" || (placement == "Body" && call.Method == "GET");
            Assert.Equal(inQuery ? Rig.Key : null, call.Value("api_key"));
            Assert.Equal(inBody, call.Body.Contains("api_key"));
            Assert.Equal(placement == "Header", call.Headers.TryGetValue("X-Api-Key", out string? key) && key == Rig.Key);
        }
    }

    [Fact]
    public async Task Logout_everywhere_kills_the_key()
    {
        using var rig = new SandboxRig(login: false);
        await rig.Session.TestAsync();
        await rig.Use<ILogout>().LogOutEverywhereAsync();
        var fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Session.TestAsync());
        Assert.Equal(ErrorKind.AuthenticationFailed, fault.Kind);
    }

    [Theory]
    [InlineData("Json", "Query")]
    [InlineData("Xml", "Body")]
    [InlineData("Json", "Header")]
    public async Task Neither_key_nor_password_shows(string format, string placement)
    {
        const string key = "9f8e<7d&6c5b4a";
        using var rig = new ScriptedRig(format, login: true, settings: "KeyPlacement=" + placement) { Observer = { WantsBodies = true } };
        string echo = """{"client":{"name":"KEY PASS","errors":{"name":["KEY is no name, nor is PASS"]}}}""".Replace("KEY", key).Replace("PASS", ScriptedRig.Password);
        rig.Then("""{"user":{"api_key":"KEY","token":"KEY"}}""".Replace("KEY", key)).Then(Account).Then(echo, 422).Then(echo, 500);
        await rig.Session.TestAsync(rig.Observer);
        var refused = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "A" }));
        var failed = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "A" }));
        string all = $"{rig.Observer.Text} {refused} {failed} {refused.Fault is Invoicing.Providers.Facturagem.Refusal refusal && refusal.Answer.Length > 0}";
        foreach (string secret in new[] { key, Uri.EscapeDataString(key), System.Security.SecurityElement.Escape(key)!, ScriptedRig.Password, "api_key=" })
        {
            Assert.DoesNotContain(secret, all);
        }

        // Bodies were shown, without what is secret.
        Assert.Contains("errors", all);
        Assert.Contains("Ibarra", all);
    }

    [Fact]
    public async Task The_account_is_asked_for_once_where_it_is_not_given()
    {
        using var rig = new ScriptedRig(account: "ana@example.com");
        rig.Then(Account).Then("[]").Then("[]");
        IReader<Client> clients = rig.Use<IReader<Client>>();
        await clients.List(new ListQuery()).ToListAsync();
        await clients.List(new ListQuery()).ToListAsync();
        Assert.Equal(["GET /api/v1/accounts.json", "GET /api/v1/accounts/12/clients.json?page=1", "GET /api/v1/accounts/12/clients.json?page=1"], rig.Server.Lines);
    }

    [Fact]
    public async Task Hosts_are_chosen_by_a_setting()
    {
        foreach (string host in new[] { "facturagem.com", "invoicefu.com" })
        {
            using var session = InvoiceSession.Connect(new ConnectOptions
            {
                Provider = "FACTURAgem", Account = "1", ApiKey = Rig.Secret("k"), Settings = new Dictionary<string, string> { ["host"] = host },
            });
            Assert.Equal($"https://{host}/", session.BaseUri.AbsoluteUri);
        }

        await Task.CompletedTask;
    }

    [Fact]
    public async Task Strict_off_is_said_with_every_request_that_could_be_refused_for_it()
    {
        using var rig = new ScriptedRig(settings: "Strict=Off");
        rig.Then("[]").Then("""{"client":{"id":1,"name":"A"}}""");
        await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync();
        await rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "A" });
        Assert.All(rig.Server.Calls, call => Assert.Equal("false", call.Value("strict")));
    }
}
