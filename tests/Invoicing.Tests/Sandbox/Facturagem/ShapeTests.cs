using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxFacturagem;

public sealed class ShapeTests
{
    [Theory]
    [InlineData("Pages", "1", "Unknown setting 'Pages'")]
    [InlineData("Lists", "3", "Bare, Rooted, Linked")]
    [InlineData("Lists", "loose", "Bare, Rooted, Linked")]
    [InlineData("PageSize", "-1", "whole number")]
    [InlineData("LineTaxes", "2", "True or False")]
    [InlineData("Names", "cif", "renames no field")]
    [InlineData("Names", "colour=color", "renames no field")]
    [InlineData("Names", "cif=tax id", "renames no field")]
    [InlineData("LinkBase", "nowhere", "not an address")]
    public void A_setting_that_does_not_exist_is_refused(string name, string value, string text)
    {
        var options = new SandboxOptions { Provider = "FACTURAgem", Settings = new Dictionary<string, string> { [name] = value } };
        Assert.Contains(text, Assert.Throws<ArgumentException>(() => SandboxServer.Start(options)).Message);
    }

    [Fact]
    public void A_setting_is_found_in_any_case()
    {
        using var it = new Fixture("pagesize", "3", "LISTS", "rooted");
        Assert.True(it.Server.Value.IsRunning);
    }

    [Fact]
    public async Task Answers_may_be_bare()
    {
        using var it = new Fixture("Answers", "Bare");
        Assert.Equal("Estudio Alcor, S.L.", (await it.GetAsync("accounts")).Json["name"]);
        Assert.Equal(81, (await it.GetAsync(it.Clients)).List[0]["id"]);
        Assert.NotNull((await it.PostAsync(it.Clients, new JObject())).Json["errors"]!["name"]);
        Assert.Equal("account", (await it.GetAsync("accounts|xml")).Xml.Name.LocalName);
    }

    [Theory]
    [InlineData("Wrapped")]
    [InlineData("Bare")]
    public async Task Lists_may_have_a_root(string answers)
    {
        using var it = new Fixture("Lists", "Rooted", "Answers", answers);
        var json = (await it.GetAsync(it.Clients)).Json;
        Assert.Equal("clients", json.Properties().Single().Name);
        Assert.Equal(81, json["clients"]![0]!["id"]);
        Assert.Equal("clients", (await it.GetAsync(it.Clients + "|xml")).Xml.Name.LocalName);
        Assert.Empty((await it.GetAsync(it.Clients + "?page=9")).Json["clients"]!);
    }

    [Fact]
    public async Task Lists_may_have_links_of_their_own()
    {
        using var it = new Fixture("Lists", "Linked");
        var json = (await it.GetAsync(it.Clients)).Json;
        Assert.Equal(81, json["clients"]![0]!["id"]);
        Assert.Equal(json["clients"]!.ToString(), (await it.FollowAsync(Reply.Link(json, "self")!)).Json["clients"]!.ToString());
        var xml = (await it.GetAsync(it.Clients + "|xml")).Xml;
        Assert.Equal(12, xml.Element("clients")!.Elements("client").Count());
        Assert.NotEmpty(xml.Element("links")!.Elements("link"));
    }

    [Fact]
    public async Task Bodies_may_be_flat()
    {
        using var it = new Fixture("Bodies", "Flat");
        Assert.Equal(422, (await it.PostAsync(it.Clients, Fixture.Client())).Status);
        var probe = (await it.SendAsync("POST", it.Clients + "?zz_probe=1", null)).Json["errors"]!["allowed_params"]!;
        Assert.Contains("name", probe.Select(name => (string?)name));
        Assert.DoesNotContain("client", probe.Select(name => (string?)name));

        var client = await it.SendAsync("POST", it.Clients, Fixture.Form("name", "Plano", "country_code", "ES"));
        Assert.Equal(200, client.Status);
        var invoice = await it.PostAsync(it.Invoices, (JObject)Fixture.Invoice(client.Json["client"]!["id"]!)["invoice"]!);
        Assert.Equal("457.92", invoice.Json["invoice"]!["total"]);
        var xml = await it.PostXmlAsync(it.Clients + "|xml", "<client><name>Plano 2</name><country-code>ES</country-code></client>");
        Assert.Equal(200, xml.Status);
    }

    [Fact]
    public async Task Bodies_may_be_taken_as_forms_only()
    {
        using var it = new Fixture("Encodings", "Form");
        Assert.Equal(422, (await it.PostAsync(it.Clients, Fixture.Client())).Status);
        Assert.Equal(422, (await it.PostXmlAsync(it.Clients, "<client><name>x</name><country-code>ES</country-code></client>")).Status);
        var form = Fixture.Form("client[name]", "x", "client[country_code]", "ES");
        Assert.Equal(200, (await it.SendAsync("POST", it.Clients, form)).Status);
    }

    [Theory]
    [InlineData("Brackets", "client[name]")]
    [InlineData("Dots", "client.name")]
    [InlineData("Resource", "client")]
    public async Task The_list_of_allowed_parameters_has_three_forms(string names, string expected)
    {
        foreach (var shape in new[] { "Named", "Plain", "Message" })
        {
            using var it = new Fixture("Allowed", shape, "AllowedNames", names);
            var json = await it.SendAsync("POST", it.Clients + "?zz_probe=1", null);
            var xml = await it.SendAsync("POST", it.Clients + "?zz_probe=1|xml", null);
            Assert.Equal((422, 422), (json.Status, xml.Status));
            var told = shape switch
            {
                "Named" => json.Json["errors"]!["allowed_params"]!.Select(name => (string)name!).ToArray(),
                "Plain" => json.List.Select(name => (string)name!).ToArray(),
                _ => ((string)json.Json["error"]!).Split(':')[^1].Trim().Split(", "),
            };
            Assert.Contains(expected, told);
            Assert.DoesNotContain("zz_probe", told);
            Assert.Contains(expected, xml.Text);
            Assert.Equal(shape == "Plain" ? "array" : null, (string?)xml.Xml.Attribute("type"));
        }
    }

    [Fact]
    public async Task The_list_of_allowed_parameters_may_be_a_tree()
    {
        using var it = new Fixture("AllowedNames", "Tree");
        var tree = (await it.SendAsync("POST", it.Invoices + "?zz_probe=1", null)).Json["errors"]!["allowed_params"]!;
        Assert.True(((JObject)tree["invoice"]!["lines"]!).ContainsKey("description"));
        Assert.True(((JObject)tree).ContainsKey("api_key"));

        var xml = (await it.SendAsync("POST", it.Invoices + "?zz_probe=1|xml", null)).Xml;
        Assert.NotNull(xml.Element("allowed-params")!.Element("invoice")!.Element("lines")!.Element("description"));
    }

    [Fact]
    public async Task Errors_have_three_forms()
    {
        var expected = new[]
        {
            ("Fields", "{\"name\":[\"must not be empty\"]}"),
            ("Texts", "[\"name must not be empty\"]"),
            ("Pairs", "[[\"name\",\"must not be empty\"]]"),
        };
        foreach (var (shape, body) in expected)
        {
            using var it = new Fixture("Errors", shape, "CountryRequired", "false");
            var json = await it.PostAsync(it.Clients, new JObject());
            Assert.Equal(422, json.Status);
            Assert.Equal(body, json.Json["client"]!["errors"]!.ToString(Newtonsoft.Json.Formatting.None));
            var xml = (await it.PostXmlAsync(it.Clients + "|xml", "<client/>")).Xml.Element("errors")!;
            Assert.Equal(shape == "Fields" ? null : "array", (string?)xml.Attribute("type"));
            Assert.Contains("must not be empty", xml.Value);
        }
    }

    [Theory]
    [InlineData("Message", "application/json")]
    [InlineData("Empty", "application/json")]
    [InlineData("Html", "text/html")]
    public async Task Refusals_have_three_forms(string shape, string type)
    {
        using var it = new Fixture("Refusals", shape);
        var reply = await it.RawAsync("GET", "accounts.json");
        Assert.Equal((401, type, shape == "Empty"), (reply.Status, reply.ContentType, reply.Text.Length == 0));
        Assert.Equal(404, (await it.GetAsync("accounts/13")).Status);
        Assert.Equal(406, (await it.GetAsync("accounts|csv")).Status);
    }

    [Fact]
    public async Task A_payment_may_answer_with_its_invoice()
    {
        using var it = new Fixture("Payment", "Invoice");
        var invoice = await it.CreateInvoiceAsync((await it.CreateClientAsync())["id"]!);
        var paid = await it.PostAsync(
            $"{it.Invoices}/{invoice["id"]}/payments", new JObject { ["payment"] = new JObject { ["amount"] = "457.92" } });
        Assert.Equal(invoice["id"], paid.Json["invoice"]!["id"]);
        Assert.True((bool)paid.Json["invoice"]!["paid"]!);
    }

    [Fact]
    public async Task The_account_may_come_as_a_list_of_one()
    {
        using var it = new Fixture("Account", "List");
        Assert.Equal("Estudio Alcor, S.L.", (await it.GetAsync("accounts")).List.Single()["account"]!["name"]);
        Assert.Single((await it.GetAsync("accounts|xml")).Xml.Elements("account"));
        Assert.Equal(12, (await it.GetAsync("accounts/12")).Json["account"]!["id"]);
    }

    [Fact]
    public async Task Identifiers_may_be_the_whole_text()
    {
        using var it = new Fixture("Identifiers", "Text");
        var client = await it.CreateClientAsync();
        Assert.Equal("93-bodega-niebla", client["id"]);
        Assert.Equal(404, (await it.GetAsync(it.Clients + "/93")).Status);
        Assert.Equal(200, (await it.GetAsync(it.Clients + "/93-bodega-niebla")).Status);
        Assert.Equal(client["id"], (await it.CreateInvoiceAsync(client["id"]!))["client_id"]);
    }

    [Fact]
    public async Task Identifiers_may_be_in_the_links_alone()
    {
        using var it = new Fixture("Identifiers", "LinksOnly");
        var client = await it.CreateClientAsync();
        Assert.Null(client["id"]);
        Assert.Equal(200, (await it.FollowAsync(Reply.Link(client, "self")!)).Status);
        Assert.Equal(93, (await it.CreateInvoiceAsync("93-bodega-niebla"))["client_id"]);
    }

    [Fact]
    public async Task Decimals_may_be_numbers()
    {
        using var it = new Fixture("Decimals", "Number");
        var invoice = await it.CreateInvoiceAsync((await it.CreateClientAsync())["id"]!);
        Assert.Equal(JTokenType.Float, invoice["total"]!.Type);
        Assert.Equal(457.92m, (decimal)invoice["total"]!);
    }

    [Fact]
    public async Task Fields_may_have_other_names()
    {
        using var it = new Fixture(
            "Names", "cif=nif, lines=invoice_lines; line.amount=quantity, price=unit_price, date=issue_date, payment.amount=sum",
            "WrittenLines", "lines_attributes");
        var account = (await it.GetAsync("accounts")).Json["account"]!;
        Assert.NotNull(account["nif"]);
        Assert.Null(account["cif"]);

        var template = (JObject)(await it.GetAsync(it.Invoices + "/new?client_id=81")).Json["invoice"]!;
        Assert.Equal(account["nif"], template["account_nif"]);
        Assert.NotNull(template["client_nif"]);
        Assert.Equal(
            new[] { "description", "quantity", "unit_price", "total" },
            ((JObject)template["invoice_lines"]!.Single()).Properties().Select(p => p.Name));

        var probe = (await it.SendAsync("POST", it.Invoices + "?zz_probe=1", null)).Json["errors"]!["allowed_params"]!;
        Assert.Contains("invoice[lines_attributes][quantity]", probe.Select(name => (string?)name));

        var body = new JObject
        {
            ["client_id"] = 81,
            ["number"] = "N-1",
            ["issue_date"] = "2026-11-20",
            ["lines_attributes"] = new JObject { ["0"] = new JObject { ["description"] = "x", ["quantity"] = 2, ["unit_price"] = 5 } },
        };
        var made = await it.PostAsync(it.Invoices, new JObject { ["invoice"] = body });
        Assert.True(made.Status == 200, made.Text);
        Assert.Equal("10.00", made.Json["invoice"]!["invoice_lines"]![0]!["total"]);

        var payment = new JObject { ["payment"] = new JObject { ["sum"] = 3 } };
        Assert.Equal(200, (await it.PostAsync($"{it.Invoices}/{made.Json["invoice"]!["id"]}/payments", payment)).Status);
        Assert.Equal(422, (await it.PostAsync(it.Invoices, Fixture.Invoice(81, "N-2"))).Status);
    }

    [Fact]
    public async Task A_country_may_be_told_by_its_number()
    {
        using var it = new Fixture("Names", "country_code=country_id");
        var portugal = (await it.RawAsync("GET", "countries.json")).List
            .Select(row => row["country"]!).Single(row => (string?)row["code"] == "PT")["id"]!;
        var client = new JObject { ["name"] = "x", ["country_id"] = portugal };
        var made = await it.PostAsync(it.Clients, new JObject { ["client"] = client });
        Assert.Equal(portugal, made.Json["client"]!["country_id"]);
        Assert.Null(made.Json["client"]!["country_code"]);
        client["country_id"] = "PT";
        Assert.Equal(422, (await it.PostAsync(it.Clients, new JObject { ["client"] = client })).Status);
    }

    [Fact]
    public async Task A_missing_number_may_be_assigned_and_a_template_may_propose_none()
    {
        using var it = new Fixture("MissingNumber", "Assigned", "TemplateNumber", "false", "TemplateLine", "false");
        var template = (await it.GetAsync(it.Invoices + "/new")).Json["invoice"]!;
        Assert.Equal(JTokenType.Null, template["number"]!.Type);
        Assert.Empty(template["lines"]!);
        foreach (var expected in new[] { "2026_0041", "2026_0042" })
        {
            var made = await it.PostAsync(it.Invoices, Fixture.Invoice(81, "", new JProperty("number", "")));
            Assert.Equal(expected, made.Json["invoice"]!["number"]);
        }

        it.Now = it.Now.AddYears(1);
        var next = await it.PostAsync(it.Invoices, Fixture.Invoice(81, "", new JProperty("date", "2027-01-02")));
        Assert.Equal("2027_0001", next.Json["invoice"]!["number"]);
    }

    [Theory]
    [InlineData("2026_2026", "2026_2027")]
    [InlineData("F2026/099", "F2026/100")]
    [InlineData("7-2026", "8-2026")]
    [InlineData("2026", "2026_0001")]
    [InlineData("ABC", "ABC_0001")]
    [InlineData("12345678901234567890", "12345678901234567890_0001")]
    public async Task A_number_is_proposed_after_the_last_one(string last, string expected)
    {
        using var it = new Fixture();
        await it.CreateInvoiceAsync(81, last);
        Assert.Equal(expected, (await it.GetAsync(it.Invoices + "/new")).Json["invoice"]!["number"]);
    }

    [Fact]
    public async Task Links_may_point_elsewhere()
    {
        using var it = new Fixture("LinkBase", "https://elsewhere.example/");
        var account = await it.GetAsync("accounts");
        Assert.StartsWith("https://elsewhere.example/api/v1/accounts/12-", (string?)account.Link("self"));
    }

    [Fact]
    public async Task The_company_is_a_function_of_its_seed()
    {
        using var one = new Fixture();
        using var same = new Fixture();
        using var other = new Fixture();
        one.Options.Seed = same.Options.Seed = 1;
        other.Options.Seed = 2;

        Assert.Equal(await AllAsync(one), await AllAsync(same));
        Assert.NotEqual(await AllAsync(one), await AllAsync(other));
        Assert.Equal(one.Server.Value.ApiKey, same.Server.Value.ApiKey);
        Assert.NotEqual(one.Server.Value.ApiKey, other.Server.Value.ApiKey);
        Assert.NotEqual(one.Server.Value.Password, other.Server.Value.Password);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(300, 1)]
    public async Task The_company_has_the_size_that_was_asked_for(int clients, int invoices)
    {
        using var it = new Fixture("PageSize", "1000");
        it.Options.ClientCount = clients;
        it.Options.InvoiceCount = invoices;
        var rows = (await it.GetAsync(it.Clients)).List;
        Assert.Equal(clients, rows.Select(row => (string?)row["client"]!["name"]).Distinct().Count());
        Assert.Equal(clients == 0 ? 0 : invoices, (await it.GetAsync(it.Invoices)).List.Count);
    }

    private static async Task<string> AllAsync(Fixture it)
    {
        var text = "";
        foreach (var row in (await it.GetAsync(it.Invoices)).List)
        {
            text += (await it.GetAsync($"{it.Invoices}/{row["invoice"]!["id"]}")).Text.Replace(it.Server.Value.BaseUri.AbsoluteUri, "");
        }

        return text;
    }
}
