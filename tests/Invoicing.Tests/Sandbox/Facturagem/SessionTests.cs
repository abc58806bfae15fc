using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxFacturagem;

public sealed class SessionTests
{
    [Fact]
    public async Task A_login_gives_the_user_with_the_key_and_its_links()
    {
        using var it = new Fixture();
        var reply = await it.RawAsync("POST", "session.json", Login(it));

        Assert.Equal(200, reply.Status);
        Assert.Equal("application/json", reply.ContentType);
        Assert.Equal(it.Server.Value.ApiKey, reply.Json["api_key"]);
        Assert.Equal(it.Server.Value.Login, reply.Json["login"]);
        Assert.EndsWith("/api/v1/session.json", (string?)Reply.Link(reply.Json, "self"));
        Assert.Equal(200, (await it.FollowAsync(Reply.Link(reply.Json, "account")!)).Status);
    }

    [Fact]
    public async Task A_login_works_in_XML_and_as_a_form_too()
    {
        using var it = new Fixture();
        var server = it.Server.Value;
        var xml = await it.RawAsync(
            "POST",
            "session.xml",
            Fixture.Xml($"<session><login>{server.Login}</login><password>{server.Password}</password></session>"));
        var form = await it.RawAsync("POST", "session.json", Fixture.Form("login", server.Login!, "password", server.Password!));

        Assert.Equal("application/xml", xml.ContentType);
        Assert.Equal("user", xml.Xml.Name.LocalName);
        Assert.Equal(server.ApiKey, (string?)xml.Xml.Element("api-key"));
        Assert.Equal("array", (string?)xml.Xml.Element("links")!.Attribute("type"));
        Assert.EndsWith("/session.xml", (string?)xml.Xml.Element("links")!.Elements("link").First().Element("uri"));
        Assert.Equal(server.ApiKey, form.Json["api_key"]);
    }

    [Theory]
    [InlineData("ana@example.com", "wrong")]
    [InlineData("nobody@example.com", null)]
    [InlineData("", "")]
    public async Task A_wrong_login_is_refused(string login, string? password)
    {
        using var it = new Fixture();
        var body = new JObject { ["login"] = login, ["password"] = password ?? it.Server.Value.Password };
        Assert.Equal(401, (await it.RawAsync("POST", "session.json", Fixture.Json(body))).Status);
    }

    [Fact]
    public async Task The_same_key_comes_until_the_session_is_ended_for_all()
    {
        using var it = new Fixture();
        var first = (await it.RawAsync("POST", "session.json", Login(it))).Json["api_key"]!.ToString();
        var second = (await it.RawAsync("POST", "session.json", Login(it))).Json["api_key"]!.ToString();
        Assert.Equal(first, second);

        var end = await it.DeleteAsync("session");
        Assert.Equal(200, end.Status);
        Assert.Equal("", end.Text);
        Assert.Equal(401, (await it.GetAsync("accounts")).Status);

        var third = (await it.RawAsync("POST", "session.json", Login(it))).Json["api_key"]!.ToString();
        Assert.NotEqual(first, third);
        Assert.Equal(third, it.Server.Value.ApiKey);
        Assert.Equal(200, (await it.GetAsync("accounts")).Status);
        it.Key = first;
        Assert.Equal(401, (await it.GetAsync("accounts")).Status);
    }

    [Fact]
    public async Task A_key_dies_when_its_time_is_over()
    {
        using var it = new Fixture("SessionMinutes", "30");
        it.Key = it.Server.Value.ApiKey;
        it.Now += TimeSpan.FromMinutes(29);
        Assert.Equal(200, (await it.GetAsync("accounts")).Status);
        it.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(401, (await it.GetAsync("accounts")).Status);
        Assert.NotEqual(it.Key, (await it.RawAsync("POST", "session.json", Login(it))).Json["api_key"]!.ToString());
    }

    [Theory]
    [InlineData("GET", "accounts")]
    [InlineData("DELETE", "session")]
    [InlineData("GET", "accounts/12/clients")]
    [InlineData("POST", "accounts/12/clients")]
    [InlineData("GET", "accounts/12/invoices/new")]
    [InlineData("POST", "accounts/12/invoices/1201/payments")]
    public async Task Without_a_living_key_there_is_a_401_in_either_format(string verb, string path)
    {
        using var it = new Fixture();
        it.Key = "0000";
        var wrong = await it.SendAsync(verb, path + "|xml", null);
        var none = await it.RawAsync(verb, path + ".json");

        Assert.Equal(401, none.Status);
        Assert.NotNull(none.Json["error"]);
        Assert.Equal(401, wrong.Status);
        Assert.Equal("error", wrong.Xml.Name.LocalName);
    }

    [Fact]
    public async Task The_key_may_stand_in_the_body_and_is_never_recorded()
    {
        using var it = new Fixture();
        var body = Fixture.Client();
        body["api_key"] = it.Server.Value.ApiKey;
        var json = await it.RawAsync("POST", it.Clients + ".json", Fixture.Json(body));
        var xml = await it.RawAsync("POST", it.Clients + ".xml", Fixture.Xml(
            $"<hash><api-key>{it.Server.Value.ApiKey}</api-key><client><name>Eco</name><country-code>ES</country-code></client></hash>"));
        await it.RawAsync("POST", "session.json", Login(it));
        await it.GetAsync("accounts");

        Assert.Equal(200, json.Status);
        Assert.Equal(200, xml.Status);
        var recorded = string.Join("\n", it.Server.Value.Requests.Select(request => request.Path + request.Query + request.Body));
        Assert.DoesNotContain(it.Server.Value.ApiKey, recorded);
        Assert.DoesNotContain(it.Server.Value.Password!, recorded);
    }

    [Fact]
    public async Task Countries_need_no_key()
    {
        using var it = new Fixture();
        var json = await it.RawAsync("GET", "countries.json");
        var xml = await it.RawAsync("GET", "countries.xml");

        Assert.Equal(200, json.Status);
        var spain = json.List.Single(row => (string?)row["country"]!["code"] == "ES")["country"]!;
        Assert.Equal("España", spain["name"]);
        Assert.NotEmpty(spain["links"]!);
        Assert.Equal("countries", xml.Xml.Name.LocalName);
        Assert.Equal("array", (string?)xml.Xml.Attribute("type"));
        Assert.Equal(json.List.Count, xml.Xml.Elements("country").Count());
        Assert.Equal("integer", (string?)xml.Xml.Elements("country").First().Element("id")!.Attribute("type"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("user")]
    [InlineData("session")]
    public async Task The_user_may_be_wrapped(string root)
    {
        using var it = new Fixture("SessionRoot", root);
        var json = (await it.RawAsync("POST", "session.json", Login(it))).Json;
        Assert.Equal(it.Server.Value.ApiKey, (root.Length == 0 ? json : json[root]!)["api_key"]);
    }

    private static System.Net.Http.HttpContent Login(Fixture it) =>
        Fixture.Json(new JObject { ["login"] = it.Server.Value.Login, ["password"] = it.Server.Value.Password });
}
