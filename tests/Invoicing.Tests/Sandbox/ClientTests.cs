using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class ClientTests
{
    [Fact]
    public async Task ClientsComeInPages()
    {
        using var server = new TestServer();
        var first = (await server.GetAsync("clients.json")).Json;
        Assert.Equal(10, first["clients"]!.Count());
        Assert.Equal("""{"total_entries":12,"per_page":10,"current_page":1,"total_pages":2}""", Compact(first["pagination"]!));

        var last = (await server.GetAsync("clients.json?page=2&per_page=10")).Json;
        Assert.Equal(2, last["clients"]!.Count());
        Assert.Equal(new[] { "C0011", "C0012" }, last["clients"]!.Select(c => (string)c["code"]!));
        Assert.Empty((await server.GetAsync("clients.json?page=3")).Json["clients"]!);
    }

    [Theory]
    [InlineData("per_page=1", 1)]
    [InlineData("per_page=25", 25)]
    [InlineData("per_page=100", 100)]
    [InlineData("per_page=1000", 100)]
    [InlineData("per_page=0", 10)]
    [InlineData("per_page=x", 10)]
    [InlineData("page=-1", 10)]
    public async Task OtherSizesOfPagesWork(string query, int rows)
    {
        using var server = new TestServer(o => o.ClientCount = 120);
        var json = (await server.GetAsync("clients.json?" + query)).Json;
        Assert.Equal(rows, json["clients"]!.Count());
        Assert.Equal(1, (int)json["pagination"]!["current_page"]!);
    }

    [Fact]
    public async Task AnEmptyCompanyHasAnEmptyList()
    {
        using var server = new TestServer(o => o.ClientCount = 0);
        Assert.Equal("""{"total_entries":0,"per_page":10,"current_page":1,"total_pages":0}""",
            Compact((await server.GetAsync("clients.json")).Json["pagination"]!));
        Assert.Empty((await server.GetAsync("invoices.json")).Json["invoices"]!);
    }

    [Fact]
    public async Task InventedClientsAreUniqueAndMostlyPortuguese()
    {
        using var server = new TestServer(o =>
        {
            o.ClientCount = 3000;
            o.RequestsPerMinute = 0;
        });
        var clients = await server.ListAsync("clients.json", "clients");
        Assert.Equal(3000, clients.Select(c => (string)c["name"]!).Distinct().Count());
        Assert.Equal("C0001", clients[0]["code"]);
        Assert.Equal("C3000", clients[^1]["code"]);
        var portuguese = clients.Where(c => (string?)c["country"] == "Portugal").ToList();
        Assert.InRange(portuguese.Count, 2000, 2500);
        Assert.All(portuguese, c => Assert.True(IsTaxNumber((string)c["fiscal_id"]!), (string)c["fiscal_id"]!));
        Assert.Contains(clients, c => ((string)c["name"]!).Any(letter => letter > 127) && (string?)c["country"] == "Spain");
    }

    [Fact]
    public async Task ContactsDiffer()
    {
        using var server = new TestServer(o => o.ClientCount = 30);
        var clients = await server.ListAsync("clients.json", "clients");
        Assert.Contains(clients, c => c["preferred_contact"]!["mobile"]?.Type == JTokenType.Integer);
        Assert.Contains(clients, c => !c["preferred_contact"]!.Any());
    }

    [Fact]
    public async Task AClientIsCreatedReadChangedAndFound()
    {
        using var server = new TestServer();
        var created = await server.PostAsync("clients.json", new
        {
            client = new { name = "Pão & Água", code = "PA-1", email = "pao@example.com", country = "Portugal", fiscal_id = "509999990" },
        });
        Assert.Equal(422, created.Status);
        created = await server.PostAsync("clients.json", new
        {
            client = new
            {
                name = "Pão & Água",
                code = "PA-1",
                email = "pao@example.com",
                country = "Portugal",
                fiscal_id = "123456789",
                payment_days = 15,
                send_options = "2",
                preferred_contact = new { name = "Balcão", email = "b@example.com" },
            },
        });
        Assert.Equal(201, created.Status);
        var id = created.Json["client"]!["id"]!;
        Assert.Equal(JTokenType.Integer, id.Type);

        var read = (await server.GetAsync($"clients/{id}.json")).Json["client"]!;
        Assert.Equal(Compact(created.Json["client"]!), Compact(read));
        Assert.Equal("Balcão", read["preferred_contact"]!["name"]);

        var update = await server.PutAsync($"clients/{id}.json", new { client = new { name = "Pão & Vinho", phone = "210000000" } });
        Assert.Equal((200, 0), (update.Status, update.Bytes.Length));
        read = (await server.GetAsync("clients/find-by-name.json?client_name=P%C3%A3o+%26%20Vinho")).Json["client"]!;
        Assert.Equal(("PA-1", "210000000"), ((string)read["code"]!, (string)read["phone"]!));
        Assert.Equal(404, (await server.GetAsync("clients/find-by-name.json?client_name=P%C3%A3o+%26%20%C3%81gua")).Status);
        Assert.Equal(200, (await server.GetAsync("clients/find-by-code.json?client_code=PA-1")).Status);
    }

    [Fact]
    public async Task ACountryThatIsNotSetIsAbsentAndOtherFieldsAreNull()
    {
        using var server = new TestServer();
        var client = (JObject)(await server.PostAsync("clients.json", new { client = new { name = "Sem Nada" } })).Json["client"]!;
        Assert.False(client.ContainsKey("country"));
        Assert.Equal(JTokenType.Null, client["code"]!.Type);
        Assert.Equal(JTokenType.Null, client["send_options"]!.Type);
    }

    [Theory]
    [InlineData("""{"client":{}}""")]
    [InlineData("""{"client":{"name":" "}}""")]
    [InlineData("""{"client":{"name":"Padaria Central"}}""")]
    [InlineData("""{"client":{"name":"Nova","code":"C0001"}}""")]
    [InlineData("""{"client":{"name":"Nova","email":"no"}}""")]
    [InlineData("""{"client":{"name":"Nova","country":"PT"}}""")]
    [InlineData("""{"client":{"name":"Nova","country":"United Kingdom"}}""")]
    [InlineData("""{"client":{"name":"Nova","country":"Portugal","fiscal_id":"123456780"}}""")]
    [InlineData("""{"client":{"name":"Nova","fiscal_id":"123456780"}}""")]
    [InlineData("""{"client":{"name":"Nova","send_options":"4"}}""")]
    [InlineData("""{"client":{"name":"Nova","send_options":"x"}}""")]
    [InlineData("""{"client":{"name":"Nova","preferred_contact":{"email":"no"}}}""")]
    [InlineData("""{"client":{"name":"Nova","preferred_contact":7}}""")]
    [InlineData("""{"client":{"name":["Nova"]}}""")]
    [InlineData("""{"client":1}""")]
    [InlineData("""{"client":{"name":"Nova","language":"fr"}}""")]
    [InlineData("""{"client":{"name":"Nova","language":"PT"}}""")]
    public async Task ABadClientIsRefusedWithAListOfTexts(string body)
    {
        using var server = new TestServer();
        var answer = await server.PostAsync("clients.json", body);
        Assert.Equal(422, answer.Status);
        Assert.Equal(JTokenType.String, answer.Json["errors"]![0]!.Type);
    }

    [Theory]
    [InlineData("UK", "GB999")]
    [InlineData("Spain", "123456780")]
    public async Task TaxNumbersOfOtherCountriesAreNotChecked(string country, string number)
    {
        using var server = new TestServer();
        Assert.Equal(
            201, (await server.PostAsync("clients.json", new { client = new { name = "Nova", country, fiscal_id = number } })).Status);
    }

    [Fact]
    public async Task ANameMayHave100CharactersAndNotMore()
    {
        using var server = new TestServer();
        Assert.Equal(201, (await server.PostAsync("clients.json", new { client = new { name = new string('á', 100) } })).Status);
        Assert.Equal(422, (await server.PostAsync("clients.json", new { client = new { name = new string('b', 101) } })).Status);
    }

    [Fact]
    public async Task AnUpdateNeedsTheNameAndIsRefusedInAnotherShape()
    {
        using var server = new TestServer();
        var id = (await server.GetAsync("clients.json")).Json["clients"]![0]!["id"];
        foreach (var body in new object[] { new { client = new { phone = "1" } }, new { client = new { name = "Oficina do Norte" } } })
        {
            var answer = await server.PutAsync($"clients/{id}.json", body);
            Assert.Equal(422, answer.Status);
            Assert.Equal(JTokenType.String, answer.Json["errors"]![0]!["error"]!.Type);
        }

        Assert.Equal("Padaria Central", (await server.GetAsync($"clients/{id}.json")).Json["client"]!["name"]);
    }

    [Fact]
    public async Task AnUnknownClientIsABlankAnAbsentBodyOrAPage()
    {
        using var server = new TestServer();
        Assert.Equal((404, " ", "application/json"), Shape(await server.GetAsync("clients/1.json")));
        Assert.Equal((404, " ", "application/json"), Shape(await server.GetAsync("clients/x.json")));
        Assert.Equal((404, " ", "application/json"), Shape(await server.GetAsync("clients/find-by-code.json")));
        Assert.Equal((404, "", "application/json"), Shape(await server.PutAsync("clients/1.json", new { client = new { name = "a" } })));
        Assert.Equal("text/html", (await server.PostAsync("clients/1/invoices.json", new { })).ContentType);
    }

    [Fact]
    public async Task DeletingAnswersAnErrorAndDeletesWhatHasNoDocuments()
    {
        using var server = new TestServer(o => o.InvoiceCount = 0);
        var free = (await server.PostAsync("clients.json", new { client = new { name = "Livre" } })).Json["client"]!["id"];
        var used = (await server.DraftAsync())["client"]!["id"];
        Assert.Equal(500, (await server.DeleteAsync($"clients/{free}.json")).Status);
        Assert.Equal(500, (await server.DeleteAsync($"clients/{used}.json")).Status);
        Assert.Equal(404, (await server.GetAsync($"clients/{free}.json")).Status);
        Assert.Equal(200, (await server.GetAsync($"clients/{used}.json")).Status);
        Assert.Equal(404, (await server.DeleteAsync($"clients/{free}.json")).Status);
    }

    [Fact]
    public async Task TheDocumentsOfAClientAreFilteredByTheBody()
    {
        using var server = new TestServer(o => o.InvoiceCount = 0);
        var invoice = await server.IssueAsync();
        await server.DraftAsync();
        await server.IssueAsync("credit_notes");
        await server.DraftAsync(change: d => d["client"] = new JObject { ["name"] = "Outro" });
        var path = $"clients/{invoice["client"]!["id"]}/invoices.json?per_page=2";

        async Task<string> FindAsync(object body)
        {
            var json = (await server.PostAsync(path, body)).Json;
            var kinds = json["invoices"]!.Select(d => $"{d["type"]}/{d["status"]}");
            return $"{json["pagination"]!["total_entries"]}: {string.Join(" ", kinds)}";
        }

        Assert.Equal("3: CreditNote/final Invoice/draft", await FindAsync(new { }));
        Assert.Equal("2: CreditNote/final Invoice/final", await FindAsync(new { filter = new { status = new[] { "final" } } }));
        Assert.Equal(
            "1: Invoice/final",
            await FindAsync(
                new { filter = new { status = new[] { "final" }, by_type = new[] { "Invoice" }, archived = new[] { "non_archived" } } }));
        Assert.Equal("0: ", await FindAsync(new { filter = new { archived = new[] { "archived" } } }));
    }

    internal static string Compact(JToken token) => token.ToString(Newtonsoft.Json.Formatting.None);

    private static (int Status, string Text, string? Type) Shape(Answer answer) => (answer.Status, answer.Text, answer.ContentType);

    private static bool IsTaxNumber(string text)
    {
        var rest = Enumerable.Range(0, 8).Sum(i => (text[i] - '0') * (9 - i)) % 11;
        return text.Length == 9 && text[8] - '0' == (rest < 2 ? 0 : 11 - rest);
    }
}
