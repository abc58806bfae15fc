using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxFacturagem;

public sealed class AccountAndClientTests
{
    [Fact]
    public async Task The_current_account_is_the_one_that_its_link_leads_to()
    {
        using var it = new Fixture();
        var current = await it.GetAsync("accounts");
        var linked = await it.FollowAsync(current.Link("self")!);

        Assert.Equal("Estudio Alcor, S.L.", current.Json["account"]!["name"]);
        Assert.Equal("21.0", current.Json["account"]!["iva_percent"]);
        Assert.True((bool)current.Json["account"]!["charges_irpf"]!);
        Assert.Equal(current.Text, linked.Text);
        Assert.Contains($"/accounts/{it.Server.Value.Account}.json", (string?)current.Link("self"));
        Assert.Equal(current.Text, (await it.GetAsync("accounts/" + it.Server.Value.AccountId)).Text);
    }

    [Fact]
    public async Task The_account_can_be_changed()
    {
        using var it = new Fixture();
        var reply = await it.PutAsync(it.Account, new JObject { ["account"] = new JObject { ["city"] = "Teruel", ["iva_percent"] = 10 } });
        Assert.Equal(200, reply.Status);
        Assert.Equal("", reply.Text);

        var xml = (await it.GetAsync(it.Account + "|xml")).Xml;
        Assert.Equal("account", xml.Name.LocalName);
        Assert.Equal("Teruel", (string?)xml.Element("city"));
        Assert.Equal("10.0", (string?)xml.Element("iva-percent"));
        Assert.Equal("decimal", (string?)xml.Element("iva-percent")!.Attribute("type"));
        Assert.Equal("boolean", (string?)xml.Element("charges-irpf")!.Attribute("type"));
    }

    [Fact]
    public async Task The_account_refuses_what_makes_no_sense()
    {
        using var it = new Fixture();
        var body = new JObject
        {
            ["name"] = " ",
            ["cif"] = null,
            ["country_code"] = "XX",
            ["iva_percent"] = "101",
            ["charges_irpf"] = false,
            ["city"] = new JArray(),
        };
        var reply = await it.PutAsync(it.Account, new JObject { ["account"] = body });

        Assert.Equal(422, reply.Status);
        var errors = (JObject)reply.Json["account"]!["errors"]!;
        Assert.Equal(body.Properties().Select(p => p.Name).OrderBy(n => n), errors.Properties().Select(p => p.Name).OrderBy(n => n));
        Assert.Equal("Estudio Alcor, S.L.", (await it.GetAsync("accounts")).Json["account"]!["name"]);
    }

    [Fact]
    public async Task A_client_is_created_read_changed_and_deleted()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync("Café Ñandú, S.A.");
        var self = Reply.Link(client, "self")!;
        Assert.EndsWith($"/clients/{client["id"]}-cafe-nandu-s-a.json", (string?)self);
        Assert.Equal("2026-11-20T10:30:00Z", client["created_at"]);
        Assert.Equal(JTokenType.Null, client["notes"]!.Type);

        var notes = new JObject { ["client"] = new JObject { ["notes"] = "paga tarde" } };
        var change = await it.PutAsync($"{it.Clients}/{client["id"]}", notes);
        Assert.Equal((200, ""), (change.Status, change.Text));
        var read = await it.FollowAsync(self);
        Assert.Equal("paga tarde", read.Json["client"]!["notes"]);
        Assert.Equal("Café Ñandú, S.A.", read.Json["client"]!["name"]);

        var gone = await it.DeleteAsync($"{it.Clients}/{client["id"]}");
        Assert.Equal((200, ""), (gone.Status, gone.Text));
        Assert.Equal(404, (await it.FollowAsync(self)).Status);
    }

    [Fact]
    public async Task A_client_is_created_and_changed_in_XML()
    {
        using var it = new Fixture();
        var made = await it.PostXmlAsync(
            it.Clients + "|xml",
            """
            <client>
              <name>Rocío &amp; Hijas</name>
              <country-code>PT</country-code>
              <postal-code>1000</postal-code>
              <discount-percent type="decimal">2.5</discount-percent>
              <notes nil="true"/>
            </client>
            """);
        Assert.Equal(200, made.Status);
        Assert.Equal("Rocío & Hijas", (string?)made.Xml.Element("name"));
        Assert.Equal("2.5", (string?)made.Xml.Element("discount-percent"));
        Assert.Equal("true", (string?)made.Xml.Element("notes")!.Attribute("nil"));
        Assert.Equal("datetime", (string?)made.Xml.Element("created-at")!.Attribute("type"));

        var path = $"{it.Clients}/{(string?)made.Xml.Element("id")}";
        var change = await it.SendAsync("PUT", path + "|xml", Fixture.Xml("<client><city>Faro</city></client>"));
        Assert.Equal((200, ""), (change.Status, change.Text));
        Assert.Equal("Faro", (await it.GetAsync(path)).Json["client"]!["city"]);
        var gone = await it.DeleteAsync(path + "|xml");
        Assert.Equal((200, ""), (gone.Status, gone.Text));
    }

    [Fact]
    public async Task Odd_characters_survive_or_are_left_out()
    {
        using var it = new Fixture();
        var body = "{\"client\":{\"name\":\"😀 \\ud800 <&>\",\"country_code\":\"ES\",\"notes\":\"a\\u0001\\r\\nb\"}}";
        var made = await it.SendAsync("POST", it.Clients, new System.Net.Http.StringContent(body, null, "application/json"));
        Assert.Equal(200, made.Status);
        Assert.Equal("a\u0001\r\nb", made.Json["client"]!["notes"]);

        var xml = await it.GetAsync($"{it.Clients}/{made.Json["client"]!["id"]}|xml");
        Assert.StartsWith("😀", (string?)xml.Xml.Element("name"));
        Assert.EndsWith("<&>", (string?)xml.Xml.Element("name"));
        Assert.Equal("a\r\nb", (string?)xml.Xml.Element("notes"));
    }

    [Fact]
    public async Task A_client_without_name_and_country_comes_back_with_its_errors()
    {
        using var it = new Fixture();
        var json = await it.PostAsync(it.Clients, new JObject { ["client"] = new JObject { ["name"] = "", ["city"] = "Jaca" } });
        Assert.Equal(422, json.Status);
        var client = json.Json["client"]!;
        Assert.Equal("Jaca", client["city"]);
        Assert.Equal("must not be empty", client["errors"]!["name"]!.Single());
        Assert.Equal("must not be empty", client["errors"]!["country_code"]!.Single());

        var xml = await it.PostXmlAsync(it.Clients + "|xml", "<client/>");
        Assert.Equal(422, xml.Status);
        Assert.Equal("must not be empty", (string?)xml.Xml.Element("errors")!.Element("name"));

        var empty = await it.SendAsync("POST", it.Clients, null);
        Assert.Equal(422, empty.Status);
        Assert.Equal(12, await CountAsync(it));
    }

    [Fact]
    public async Task A_client_with_invoices_stays()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        await it.CreateInvoiceAsync(client["id"]!);
        var reply = await it.DeleteAsync($"{it.Clients}/{client["id"]}");

        Assert.Equal(422, reply.Status);
        Assert.NotEmpty(reply.Json["client"]!["errors"]!["base"]!);
        Assert.Equal(200, (await it.GetAsync($"{it.Clients}/{client["id"]}")).Status);
    }

    [Fact]
    public async Task Lists_have_summaries_that_lead_to_the_whole()
    {
        using var it = new Fixture();
        var row = (JObject)(await it.GetAsync(it.Clients)).List[0]["client"]!;
        Assert.Equal(new[] { "id", "name", "links" }, row.Properties().Select(p => p.Name));
        var whole = await it.FollowAsync(Reply.Link(row, "self")!);
        Assert.Equal(row["name"], whole.Json["client"]!["name"]);
        Assert.NotNull(whole.Json["client"]!["street1"]);
    }

    [Theory]
    [InlineData("FromOne", 1)]
    [InlineData("FromZero", 0)]
    public async Task Pages_come_until_an_empty_one(string paging, int first)
    {
        using var it = new Fixture("PageSize", "5", "Paging", paging);
        var sizes = new[] { 5, 5, 2, 0, 0 };
        var seen = new System.Collections.Generic.HashSet<int>();
        for (var page = 0; page < sizes.Length; page++)
        {
            var json = (await it.GetAsync($"{it.Clients}?page={first + page}")).List;
            var xml = (await it.GetAsync($"{it.Clients}?page={first + page}|xml")).Xml;
            Assert.Equal(sizes[page], json.Count);
            Assert.Equal(sizes[page], xml.Elements("client").Count());
            Assert.Equal("array", (string?)xml.Attribute("type"));
            Assert.All(json, row => Assert.True(seen.Add((int)row["client"]!["id"]!)));
        }

        Assert.Equal(12, seen.Count);
        Assert.Equal((await it.GetAsync($"{it.Clients}?page={first}")).Text, (await it.GetAsync(it.Clients)).Text);
        Assert.Equal(404, (await it.GetAsync($"{it.Clients}?page={first - 1}")).Status);
        Assert.Equal(404, (await it.GetAsync($"{it.Clients}?page=two")).Status);
    }

    [Fact]
    public async Task The_last_page_may_repeat_itself()
    {
        using var it = new Fixture("PageSize", "5", "Paging", "Repeating");
        Assert.Equal((await it.GetAsync(it.Clients + "?page=3")).Text, (await it.GetAsync(it.Clients + "?page=999999999")).Text);
    }

    [Theory]
    [InlineData("accounts/13")]
    [InlineData("accounts/13/clients")]
    [InlineData("accounts/12/clients/80")]
    [InlineData("accounts/12/clients/80/invoices")]
    [InlineData("accounts/12/clients/81x")]
    [InlineData("accounts/12/clients/-81")]
    [InlineData("accounts/12/clients/99999999999999999999")]
    [InlineData("accounts/12/invoices/new?client_id=80")]
    [InlineData("accounts/12/invoices/new?invoice_id=80")]
    [InlineData("accounts/12/products")]
    [InlineData("nothing")]
    public async Task What_is_not_there_or_not_yours_is_404(string path)
    {
        using var it = new Fixture();
        Assert.Equal(404, (await it.GetAsync(path)).Status);
        Assert.Equal(404, (await it.GetAsync(path + "|xml")).Status);
    }

    [Theory]
    [InlineData("accounts.pdf", 406)]
    [InlineData("accounts", 406)]
    [InlineData("nothing.pdf", 404)]
    public async Task Other_formats_are_not_offered(string path, int status)
    {
        using var it = new Fixture();
        Assert.Equal(status, (await it.RawAsync("GET", path + "?api_key=" + it.Server.Value.ApiKey)).Status);
    }

    private static async Task<int> CountAsync(Fixture it) => (await it.GetAsync(it.Clients)).List.Count;
}
