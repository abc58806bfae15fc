using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class TreasuryTests
{
    [Fact]
    public async Task ABalanceAddsUpDocumentsAndWhatIsBesideThem()
    {
        using var server = new TestServer(o => o.InvoiceCount = 0);
        var invoice = await server.IssueAsync();
        var path = $"api/v3/clients/{invoice["client"]!["id"]}/";
        Assert.Equal((49.2m, 40m, 0m), await BalanceAsync(server, path));

        server.Now = server.Now.AddDays(1);
        Assert.Equal((49.2m, 40m, 49.2m), await BalanceAsync(server, path));
        await server.PostAsync($"documents/{invoice["id"]}/partial_payments.json", new { partial_payment = new { amount = 24.6 } });
        Assert.Equal((24.6m, 20m, 24.6m), await BalanceAsync(server, path));
        await server.IssueAsync("credit_notes");
        Assert.Equal((-24.6m, -20m, 24.6m), await BalanceAsync(server, path));
        await server.IssueAsync("invoice_receipts");
        await server.DraftAsync();
        Assert.Equal((-24.6m, -20m, 24.6m), await BalanceAsync(server, path));

        var initial = await server.PutAsync(
            path + "initial_balance.json", new { initial_balance = new { value = 100, date = "2026-01-01", observation = "antes" } });
        Assert.Equal((200, "2026-01-01"), (initial.Status, (string)initial.Json["initial_balance"]!["date"]!));
        Assert.Equal((75.4m, 80m, 24.6m), await BalanceAsync(server, path));
        await server.PostAsync(
            path + "treasury_movements.json",
            new { treasury_movement = new { value = 10, movement_type = "Payment", date = "2026-02-01" } });
        Assert.Equal((65.4m, 70m, 24.6m), await BalanceAsync(server, path));

        var balance = (await server.GetAsync(path + "balance.json")).Json;
        Assert.Equal(("€", "EUR"), ((string)balance["currency"]!["symbol"]!, (string)balance["currency"]!["code"]!));
        Assert.Equal(
            (100m, "antes"), ((decimal)balance["initial_balance"]!["value"]!, (string)balance["initial_balance"]!["observation"]!));
        Assert.Equal((100m, 100m), ((decimal)balance["remaining_balance"]!["total"]!, (decimal)balance["remaining_balance"]!["value"]!));
    }

    [Fact]
    public async Task RegularizationsTakeFromWhatRemains()
    {
        using var server = new TestServer();
        var path = $"api/v3/clients/{(await server.GetAsync("clients.json")).Json["clients"]![0]!["id"]}/";
        await server.PutAsync(path + "initial_balance.json", new { initial_balance = new { value = 100, date = "2026-01-01" } });
        var created = await server.PostAsync(path + "regularization.json", Regularization(60));
        Assert.Equal(201, created.Status);
        var row = Assert.Single(created.Json["regularization"]!);
        Assert.Equal(("NR00000001", 60m, "2026-01-31"), ((string)row["number"]!, (decimal)row["value"]!, (string)row["date"]!));

        var tooMuch = await server.PostAsync(path + "regularization.json", Regularization(40.01m));
        Assert.Equal((422, JTokenType.String), (tooMuch.Status, tooMuch.Json["errors"]![0]!["error"]!.Type));
        var less = new { initial_balance = new { value = 59, date = "2026-01-01" } };
        Assert.Equal(422, (await server.PutAsync(path + "initial_balance.json", less)).Status);
        Assert.Equal(201, (await server.PostAsync(path + "regularization.json", Regularization(40))).Status);
        var list = (await server.GetAsync(path + "regularization.json?per_page=1&page=2")).Json;
        Assert.Equal((40m, 2), ((decimal)Assert.Single(list["regularization"]!)["value"]!, (int)list["pagination"]!["total_entries"]!));

        Assert.Equal(200, (await server.DeleteAsync($"{path}regularization/{row["id"]}.json")).Status);
        Assert.Equal(404, (await server.DeleteAsync($"{path}regularization/{row["id"]}.json")).Status);
        Assert.Equal(60m, (decimal)(await server.GetAsync(path + "balance.json")).Json["remaining_balance"]!["value"]!);
    }

    [Fact]
    public async Task AMovementIsDeletedByAnIdThatItsAnswerLacks()
    {
        using var server = new TestServer();
        var path = $"api/v3/clients/{(await server.GetAsync("clients.json")).Json["clients"]![0]!["id"]}/";
        var initial = new { initial_balance = new { value = 1, date = "2026-01-01" } };
        await server.PutAsync(path + "initial_balance.json", initial);
        var before = (long)(await server.PostAsync(path + "regularization.json", Regularization(1))).Json["regularization"]![0]!["id"]!;
        var created = await server.PostAsync(path + "treasury_movements.json", """
            {"treasury_movement":{"value":50.0,"movement_type":"Reimbursement","payment_method":"CI",
            "date":"2026-01-31","serie":"2026","observation":null}}
            """);
        Assert.Equal(201, created.Status);
        var answer = (JObject)created.Json["treasury_movement"]!;
        Assert.Equal(
            new[] { "date", "movement_type", "observation", "payment_method", "serie", "value" },
            answer.Properties().Select(p => p.Name).Order());
        Assert.Equal(
            (50m, "CI", JTokenType.Null), ((decimal)answer["value"]!, (string)answer["payment_method"]!, answer["observation"]!.Type));
        var deleted = await server.DeleteAsync($"{path}treasury_movements/{before + 1}.json");
        Assert.Equal((204, 0), (deleted.Status, deleted.Bytes.Length));
        Assert.Equal(404, (await server.DeleteAsync($"{path}treasury_movements/{before + 1}.json")).Status);
    }

    [Theory]
    [InlineData("initial_balance", """{"date":"2026-01-01"}""")]
    [InlineData("initial_balance", """{"value":"x","date":"2026-01-01"}""")]
    [InlineData("initial_balance", """{"value":1}""")]
    [InlineData("initial_balance", """{"value":1,"date":"01/01/2026"}""")]
    [InlineData("regularization", """{"value":0,"date":"2026-01-01"}""")]
    [InlineData("treasury_movement", """{"value":1,"date":"2026-01-01"}""")]
    [InlineData("treasury_movement", """{"value":1,"date":"2026-01-01","movement_type":"payment"}""")]
    [InlineData("treasury_movement", """{"value":0,"date":"2026-01-01","movement_type":"Payment"}""")]
    [InlineData("treasury_movement", """{"value":1,"date":"2026-01-01","movement_type":"Payment","payment_method":"XX"}""")]
    public async Task BadValuesAreRefused(string root, string value)
    {
        using var server = new TestServer();
        var id = (await server.GetAsync("clients.json")).Json["clients"]![0]!["id"];
        var verb = root == "initial_balance" ? "PUT" : "POST";
        var path = $"api/v3/clients/{id}/{root}{(root == "treasury_movement" ? "s" : "")}.json";
        var answer = await server.SendAsync(verb, path, new JObject { [root] = JToken.Parse(value) });
        Assert.Equal((422, JTokenType.String), (answer.Status, answer.Json["errors"]![0]!["error"]!.Type));
    }

    [Theory]
    [InlineData("GET", "balance")]
    [InlineData("PUT", "initial_balance")]
    [InlineData("GET", "regularization")]
    [InlineData("POST", "regularization")]
    [InlineData("DELETE", "regularization/1")]
    [InlineData("POST", "treasury_movements")]
    [InlineData("DELETE", "treasury_movements/1")]
    public async Task AnUnknownClientIsNotFound(string verb, string path)
    {
        using var server = new TestServer();
        var answer = await server.SendAsync(verb, $"api/v3/clients/1/{path}.json", null);
        Assert.Equal((404, JTokenType.String), (answer.Status, answer.Json["errors"]![0]!["error"]!.Type));
    }

    private static object Regularization(decimal value) => new { regularization = new { value, date = "2026-01-31" } };

    private static async Task<(decimal WithVat, decimal WithoutVat, decimal Overdue)> BalanceAsync(TestServer server, string path)
    {
        var json = (await server.GetAsync(path + "balance.json")).Json;
        return (
            (decimal)json["balance"]!["with_vat"]!,
            (decimal)json["balance"]!["without_vat"]!,
            (decimal)json["overdue_balance"]!["with_vat"]!);
    }
}
