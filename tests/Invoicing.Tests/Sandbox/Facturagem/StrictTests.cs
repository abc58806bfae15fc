using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxFacturagem;

public sealed class StrictTests
{
    private const string Invoice = "accounts/12/invoices/1201";

    /// <summary>The probes of docs/facts/facturagem.md#field-discovery, and the names that their lists must have.</summary>
    [Theory]
    [InlineData("POST", "accounts/12/clients", "account_id api_key client[cif] client[country_code] client[name] format strict")]
    [InlineData("PUT", "accounts/12/clients/81", "account_id client[discount_percent] id")]
    [InlineData("POST", "accounts/12/invoices", "invoice[client_id] invoice[lines][amount] invoice[lines][price] invoice[number]")]
    [InlineData("PUT", Invoice, "id invoice[paid]")]
    [InlineData("POST", Invoice + "/payments", "invoice_id payment[amount] payment[date]")]
    [InlineData("PUT", "accounts/12", "account[cif] account[invoice_footer]")]
    [InlineData("GET", "accounts/12/invoices", "account_id api_key format page strict")]
    [InlineData("GET", "accounts/12/invoices/new", "client_id invoice_id")]
    public async Task A_probe_is_answered_with_the_allowed_parameters_and_does_nothing(string verb, string path, string expected)
    {
        using var it = new Fixture();
        var before = (await it.GetAsync("accounts/12/clients")).Text + (await it.GetAsync(Invoice)).Text;
        var json = await it.SendAsync(verb, path + "?zz_probe=1", null);
        Assert.Equal(422, json.Status);
        Assert.Contains("zz_probe", (string?)json.Json["errors"]!["params"]!.Single());
        var allowed = json.Json["errors"]!["allowed_params"]!.Select(name => (string)name!).ToList();
        Assert.Superset(expected.Split(' ').ToHashSet(), allowed.ToHashSet());

        var xml = await it.SendAsync(verb, path + "?zz_probe=1|xml", null);
        Assert.Equal(422, xml.Status);
        Assert.Equal("errors", xml.Xml.Name.LocalName);
        Assert.Equal(allowed, xml.Xml.Element("allowed-params")!.Elements("allowed-param").Select(e => e.Value));
        Assert.Equal(before, (await it.GetAsync("accounts/12/clients")).Text + (await it.GetAsync(Invoice)).Text);
    }

    [Fact]
    public async Task Every_writable_field_that_is_told_is_taken()
    {
        using var it = new Fixture();
        var probe = await it.SendAsync("POST", it.Clients + "?zz_probe=1", null);
        var names = probe.Json["errors"]!["allowed_params"]!.Select(name => (string)name!)
            .Where(name => name.StartsWith("client[", System.StringComparison.Ordinal)).Select(name => name[7..^1]).ToList();
        var client = new JObject(names.Select(name => new JProperty(name, name == "country_code" ? "ES" : "7")));
        Assert.Equal(200, (await it.PostAsync(it.Clients, new JObject { ["client"] = client })).Status);
    }

    [Theory]
    [InlineData("{'client':{'name':'x','country_code':'ES','nickname':'y'}}", "client[nickname]")]
    [InlineData("{'client':{'name':'x','country_code':'ES'},'nickname':1}", "nickname")]
    [InlineData("{'name':'x'}", "name")]
    [InlineData("{'client':{'id':7}}", "client[id]")]
    public async Task Surplus_parameters_are_refused_wherever_they_stand(string body, string told)
    {
        using var it = new Fixture();
        var reply = await it.PostAsync(it.Clients, JObject.Parse(body));
        Assert.Equal(422, reply.Status);
        Assert.StartsWith(told + " ", (string?)reply.Json["errors"]!["params"]!.Single());
    }

    [Fact]
    public async Task Surplus_parameters_in_lines_are_refused_too()
    {
        using var it = new Fixture();
        var line = Fixture.Line();
        line["colour"] = "red";
        var reply = await it.PostAsync(it.Invoices, Fixture.Invoice(81, "A", new JProperty("lines", new JArray { line })));
        Assert.StartsWith("invoice[lines][colour]", (string?)reply.Json["errors"]!["params"]!.Single());
    }

    [Theory]
    [InlineData("false")]
    [InlineData("0")]
    public async Task With_strict_off_surplus_parameters_are_passed_over(string strict)
    {
        using var it = new Fixture();
        var body = Fixture.Client();
        body["client"]!["nickname"] = "y";
        Assert.Equal(200, (await it.PostAsync($"{it.Clients}?strict={strict}", body)).Status);
        body["strict"] = false;
        Assert.Equal(200, (await it.PostAsync(it.Clients, body)).Status);
        Assert.Equal(200, (await it.GetAsync($"{it.Invoices}?zz_probe=1&strict={strict}")).Status);
        Assert.Equal(422, (await it.GetAsync($"{it.Invoices}?zz_probe=1&strict=true")).Status);
    }

    [Fact]
    public async Task With_strict_off_surplus_parameters_may_end_in_a_fault()
    {
        using var it = new Fixture("Surplus", "Fails");
        var body = Fixture.Client();
        body["client"]!["nickname"] = "y";
        Assert.Equal(500, (await it.PostAsync(it.Clients + "?strict=0", body)).Status);
        Assert.Equal(200, (await it.GetAsync(it.Clients + "?strict=0&zz_probe=1")).Status);
    }

    [Theory]
    [InlineData("application/json", "{\"client\":")]
    [InlineData("application/json", "[1]")]
    [InlineData("application/json", "{\"client\":\"x\"}")]
    [InlineData("application/xml", "<client><name></client>")]
    [InlineData("application/xml", "<!DOCTYPE a [<!ENTITY x \"y\">]><client><name>&x;</name></client>")]
    [InlineData("application/x-www-form-urlencoded", "client[name=x")]
    [InlineData("application/x-www-form-urlencoded", "client=x&client[name]=y")]
    public async Task A_body_that_cannot_be_read_is_a_fault(string type, string body)
    {
        using var it = new Fixture();
        var content = new System.Net.Http.StringContent(body, System.Text.Encoding.UTF8, type);
        Assert.Equal(500, (await it.SendAsync("POST", it.Clients, content)).Status);
        Assert.Equal(500, (await it.SendAsync("POST", it.Clients, Fixture.Xml(Deep(5000)))).Status);
    }

    [Fact]
    public async Task A_POST_can_stand_for_other_verbs()
    {
        using var it = new Fixture("Delete", "Override");
        var client = await it.CreateClientAsync();
        var path = $"{it.Clients}/{client["id"]}";
        Assert.Equal(404, (await it.DeleteAsync(path)).Status);
        Assert.Equal(200, (await it.GetAsync(path)).Status);

        var gone = await it.SendAsync("POST", path + "?_method=delete", null);
        Assert.Equal((200, ""), (gone.Status, gone.Text));
        Assert.Equal(404, (await it.GetAsync(path)).Status);

        using var usual = new Fixture();
        client = await usual.CreateClientAsync();
        Assert.Equal(200, (await usual.SendAsync("POST", $"{usual.Clients}/{client["id"]}", Fixture.Form("_method", "delete"))).Status);
        Assert.Equal(404, (await usual.SendAsync("DESTROY", $"{usual.Clients}/81", null)).Status);
    }

    private static string Deep(int levels) =>
        string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels));
}
