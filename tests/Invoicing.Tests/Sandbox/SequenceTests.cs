using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class SequenceTests
{
    private static readonly string[] Types = (
        "invoice invoice_receipt simplified_invoice credit_note debit_note receipt shipping transport devolution "
        + "proforma quote fees_note vat_moss_invoice vat_moss_credit_note vat_moss_receipt").Split(' ');

    [Fact]
    public async Task ASeriesHasACounterForEachType()
    {
        using var server = new TestServer();
        var json = (await server.GetAsync("sequences.json")).Json;
        Assert.Null(json["pagination"]);
        var series = json["sequences"]![0]!;
        Assert.All(json["sequences"]!, one => Assert.Equal(JTokenType.String, one["serie"]!.Type));
        Assert.Equal(new[] { 1, 0 }, json["sequences"]!.Select(s => (int)s["default_sequence"]!));
        Assert.Equal(series["id"], series["current_invoice_sequence_id"]);
        var ids = json["sequences"]!.SelectMany(s => Types.Select(t => (long)s[$"current_{t}_sequence_id"]!)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(Types, t => Assert.NotNull(series[$"current_{t}_number"]));
        Assert.All(Types, t => Assert.Matches("^(J[A-Z0-9]{7}|N/A)$", (string)series[$"current_{t}_validation_code"]!));
    }

    [Fact]
    public async Task ANewSeriesIsRegisteredAndMayBecomeTheDefault()
    {
        using var server = new TestServer();
        var created = await server.PostAsync("sequences.json", new { sequence = new { serie = "2026B", default_sequence = "1" } });
        Assert.Equal(201, created.Status);
        var series = created.Json["sequence"]!;

        // The answer denies what was done.
        Assert.Equal(0, (int)series["default_sequence"]!);
        Assert.Matches("^J", (string)series["current_invoice_validation_code"]!);
        var read = (await server.GetAsync($"sequences/{series["id"]}.json")).Json["sequences"]!;
        Assert.Equal(("2026B", 1), ((string)read["serie"]!, (int)read["default_sequence"]!));
        Assert.Equal("2026B/1", (await server.IssueAsync())["inverted_sequence_number"]);

        var old = (await server.GetAsync("sequences.json")).Json["sequences"]![0]!;
        Assert.Equal(0, (int)old["default_sequence"]!);
        var answer = await server.PutAsync($"sequences/{old["id"]}/set_current.json", null);
        Assert.Equal((200, 0), (answer.Status, answer.Bytes.Length));
        Assert.StartsWith("2026/", (string)(await server.IssueAsync())["inverted_sequence_number"]!);
    }

    [Theory]
    [InlineData("""{"sequence":{"serie":"2026"}}""", "002")]
    [InlineData("""{"sequence":{"serie":2026}}""", "002")]
    [InlineData("""{"sequence":{"serie":"A/B"}}""", "001")]
    [InlineData("""{"sequence":{"serie":"A B"}}""", "001")]
    [InlineData("""{"sequence":{"serie":""}}""", "003")]
    [InlineData("""{"sequence":{}}""", "003")]
    [InlineData("""{"sequence":{"serie":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}}""", "003")]
    public async Task ABadSeriesIsRefusedWithACode(string body, string code)
    {
        using var server = new TestServer();
        var answer = await server.PostAsync("sequences.json", body);
        Assert.Equal((422, code), (answer.Status, (string)answer.Json["errors"]!["code"]!));
        Assert.Equal(JTokenType.String, answer.Json["errors"]!["message"]!.Type);
        Assert.Equal(2, (await server.GetAsync("sequences.json")).Json["sequences"]!.Count());
    }

    [Fact]
    public async Task RegisteringHasCodesOfItsOwn()
    {
        using var server = new TestServer();
        var series = (await server.GetAsync("sequences.json")).Json["sequences"]!;
        await CheckAsync("1", 404, "006");
        await CheckAsync(series[0]!["id"]!.ToString(), 409, "005");
        var registered = await server.PutAsync($"sequences/{series[1]!["id"]}/register.json", null);
        Assert.Equal(200, registered.Status);
        Assert.Matches("^J", (string)Assert.Single(registered.Json["sequences"]!)["current_invoice_validation_code"]!);
        await CheckAsync(series[1]!["id"]!.ToString(), 409, "005");
        Assert.Equal(404, (await server.GetAsync("sequences/1.json")).Status);
        Assert.Equal(404, (await server.PutAsync("sequences/1/set_current.json", null)).Status);

        async Task CheckAsync(string id, int status, string code)
        {
            var answer = await server.PutAsync($"sequences/{id}/register.json", null);
            Assert.Equal((status, code), (answer.Status, (string)answer.Json["errors"]!["code"]!));
        }
    }

    [Fact]
    public async Task TheSameSeriesTwiceAtOnceIsAConflict()
    {
        using var server = new TestServer(o => o.LatencyMs = 300);
        var body = new { sequence = new { serie = "NOVA" } };
        var answers = await Task.WhenAll(server.PostAsync("sequences.json", body), server.PostAsync("sequences.json", body));
        Assert.Equal(new[] { 201, 409 }, answers.Select(a => a.Status).Order());
        Assert.Equal("006", answers.Single(a => a.Status == 409).Json["errors"]!["code"]);
        var id = (await server.GetAsync("sequences.json")).Json["sequences"]![1]!["id"];
        answers = await Task.WhenAll(
            server.PutAsync($"sequences/{id}/register.json", null), server.PutAsync($"sequences/{id}/register.json", null));
        Assert.Equal(new[] { 200, 409 }, answers.Select(a => a.Status).Order());
        Assert.Equal("008", answers.Single(a => a.Status == 409).Json["errors"]!["code"]);
    }
}
