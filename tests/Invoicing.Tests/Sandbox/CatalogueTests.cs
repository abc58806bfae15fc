using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

/// <summary>Taxes and items.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public async Task TheUsualTaxesAreThere()
    {
        using var server = new TestServer();
        var json = (await server.GetAsync("taxes.json")).Json;
        Assert.Null(json["pagination"]);
        Assert.Equal(
            new[] { "IVA23 23.0 PT NOR 1", "IVA13 13.0 PT INT 0", "IVA6 6.0 PT RED 0", "Isento 0.0 PT ISE 0" },
            json["taxes"]!.Select(t => $"{t["name"]} {ClientTests.Compact(t["value"]!)} {t["region"]} {t["code"]} {t["default_tax"]}"));
    }

    [Fact]
    public async Task ATaxIsCreatedChangedAndDeleted()
    {
        using var server = new TestServer();
        var created = await server.PostAsync(
            "taxes.json", new { tax = new { name = "IVA22", value = "22.0", region = "PT-MA", default_tax = 1 } });
        Assert.Equal(201, created.Status);
        var tax = (JObject)created.Json["tax"]!;
        Assert.Equal((22m, 1), ((decimal)tax["value"]!, (int)tax["default_tax"]!));
        Assert.False(tax.ContainsKey("code"));
        Assert.Equal("IVA22", (await server.DraftAsync(change: d => d["items"]![0]!["tax"] = null))["items"]![0]!["tax"]!["name"]);

        var update = await server.PutAsync($"taxes/{tax["id"]}.json", new { tax = new { name = "IVA22B", value = "22.5", code = "NOR" } });
        Assert.Equal((200, 0), (update.Status, update.Bytes.Length));
        var read = (await server.GetAsync($"taxes/{tax["id"]}.json")).Json["tax"]!;
        Assert.Equal(
            ("IVA22B", 22.5m, "PT-MA", "NOR"),
            ((string)read["name"]!, (decimal)read["value"]!, (string)read["region"]!, (string)read["code"]!));

        Assert.Equal(422, (await server.DeleteAsync($"taxes/{tax["id"]}.json")).Status);
        var other = (await server.GetAsync("taxes.json")).Json["taxes"]![0]!["id"];
        var deleted = await server.DeleteAsync($"taxes/{other}.json");
        Assert.Equal((200, " ", "application/json"), (deleted.Status, deleted.Text, deleted.ContentType));
        foreach (var answer in new[] { await server.GetAsync($"taxes/{other}.json"), await server.DeleteAsync($"taxes/{other}.json") })
        {
            Assert.Equal((404, " "), (answer.Status, answer.Text));
        }
    }

    [Theory]
    [InlineData("""{"tax":{"value":"1.0"}}""", "name")]
    [InlineData("""{"tax":{"name":"A"}}""", "value")]
    [InlineData("""{"tax":{"name":"A","value":23}}""", "value")]
    [InlineData("""{"tax":{"name":"A","value":23.0}}""", "value")]
    [InlineData("""{"tax":{"name":"A","value":"x"}}""", "value")]
    [InlineData("""{"tax":{"name":"A","value":"-1"}}""", "value")]
    [InlineData("""{"tax":{"name":"A","value":"1","region":"Portugal"}}""", "region")]
    [InlineData("""{"tax":{"name":"A","value":"1","code":"XXX"}}""", "code")]
    public async Task ABadTaxIsRefusedUnderItsField(string body, string field)
    {
        using var server = new TestServer();
        var answer = await server.PostAsync("taxes.json", body);
        Assert.Equal(422, answer.Status);
        Assert.Equal(JTokenType.String, answer.Json[field]![0]!.Type);
    }

    [Fact]
    public async Task ADuplicateTaxIsRefusedAsAListOfPairsAndABadUpdateUnderBase()
    {
        using var server = new TestServer();
        var answer = await server.PostAsync("taxes.json", new { tax = new { name = "IVA6", value = "6.0" } });
        Assert.Equal((422, "name"), (answer.Status, (string)answer.Token[0]![0]!));
        var id = (await server.GetAsync("taxes.json")).Json["taxes"]![0]!["id"];
        foreach (var tax in new object[] { new { region = "" }, new { name = "IVA6" }, new { value = 500 }, new { name = "" } })
        {
            answer = await server.PutAsync($"taxes/{id}.json", new { tax });
            Assert.Equal(422, answer.Status);
            Assert.Equal(JTokenType.String, answer.Json["base"]![0]!.Type);
        }
    }

    [Fact]
    public async Task ATaxOfADocumentStaysAsItWas()
    {
        using var server = new TestServer();
        var invoice = await server.IssueAsync();
        var id = invoice["items"]![0]!["tax"]!["id"];
        await server.PutAsync($"taxes/{id}.json", new { tax = new { name = "IVA25", value = "25.0" } });
        var read = await server.ReadAsync("invoices", invoice["id"]!);
        Assert.Equal(("IVA23", 49.2m), ((string)read["items"]![0]!["tax"]!["name"]!, (decimal)read["total"]!));
    }

    [Fact]
    public async Task AnItemIsCreatedChangedAndDeleted()
    {
        using var server = new TestServer();
        Assert.Equal(12, (await server.ListAsync("items.json", "items")).Count);
        var sent = new { name = "N-1", description = "Novo", unit_price = "3.5", unit = "hour", tax = new { name = "IVA6" } };
        var created = await server.PostAsync("items.json", new { item = sent });
        Assert.Equal(201, created.Status);
        var item = created.Json["item"]!;
        Assert.Equal((3.5m, "IVA6"), ((decimal)item["unit_price"]!, (string)item["tax"]!["name"]!));
        Assert.Equal(200, (await server.PutAsync($"items/{item["id"]}.json", new { item = new { name = "N-2", unit_price = 4 } })).Status);
        item = (await server.GetAsync($"items/{item["id"]}.json")).Json["item"]!;
        Assert.Equal(
            ("N-2", "Novo", 4m, "hour"),
            ((string)item["name"]!, (string)item["description"]!, (decimal)item["unit_price"]!, (string)item["unit"]!));
        Assert.Equal(200, (await server.DeleteAsync($"items/{item["id"]}.json")).Status);
        Assert.Equal(404, (await server.GetAsync($"items/{item["id"]}.json")).Status);
        Assert.Equal(404, (await server.DeleteAsync($"items/{item["id"]}.json")).Status);
    }

    [Theory]
    [InlineData("""{"item":{"description":"a","unit_price":1}}""")]
    [InlineData("""{"item":{"name":"SRV-01","description":"a","unit_price":1}}""")]
    [InlineData("""{"item":{"name":"A","description":"a"}}""")]
    [InlineData("""{"item":{"name":"A","unit_price":1}}""")]
    [InlineData("""{"item":{"name":"A","unit_price":1,"description":" "}}""")]
    [InlineData("""{"item":{"name":"A","description":"a","unit_price":"x"}}""")]
    [InlineData("""{"item":{"name":"A","description":"a","unit_price":1,"unit":"kg"}}""")]
    public async Task ABadItemIsRefused(string body)
    {
        using var server = new TestServer();
        var answer = await server.PostAsync("items.json", body);
        Assert.Equal(422, answer.Status);
        Assert.Equal(JTokenType.String, answer.Json["errors"]![0]!["error"]!.Type);
        Assert.Equal(12, (await server.ListAsync("items.json", "items")).Count);
    }

    [Fact]
    public async Task AnItemThatDocumentsUseKeepsItsName()
    {
        using var server = new TestServer();
        await server.DraftAsync();
        var item = (await server.ListAsync("items.json", "items")).Single(i => (string)i["name"]! == "T-1");
        Assert.Equal(422, (await server.PutAsync($"items/{item["id"]}.json", new { item = new { name = "T-2", unit_price = 1 } })).Status);
        Assert.Equal(200, (await server.PutAsync($"items/{item["id"]}.json", new { item = new { name = "T-1", unit_price = 1 } })).Status);
        Assert.Equal(1m, (decimal)(await server.GetAsync($"items/{item["id"]}.json")).Json["item"]!["unit_price"]!);
    }
}
