using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

/// <summary>The forms of InvoiceXpress that others saw, each as a setting of its sandbox (docs/sandbox.md#invoicexpress).</summary>
public class QuirkTests
{
    [Theory]
    [InlineData("Number", JTokenType.Integer)]
    [InlineData("Text", JTokenType.String)]
    public async Task NumbersOfAClientComeInTheFormOfTheSetting(string form, JTokenType type)
    {
        using TestServer server = With("ClientNumbers", form);
        var created = await server.PostAsync("clients.json", new { client = new { name = "Nova", send_options = "2", payment_days = 15 } });
        var client = created.Json["client"]!;
        Assert.Equal((type, type), (client["send_options"]!.Type, client["payment_days"]!.Type));
        Assert.Equal((2, 15), ((int)client["send_options"]!, (int)client["payment_days"]!));
    }

    [Theory]
    [InlineData("Text", JTokenType.String)]
    [InlineData("Number", JTokenType.Integer)]
    public async Task ANumericNameOfASeriesComesInTheFormOfTheSetting(string form, JTokenType type)
    {
        using TestServer server = With("SeriesNames", form);
        var series = (await server.GetAsync("sequences.json")).Json["sequences"]!;
        Assert.Equal((type, JTokenType.String), (series[0]!["serie"]!.Type, series[1]!["serie"]!.Type));
    }

    [Theory]
    [InlineData("transports", "List")]
    [InlineData("transports", "Object")]
    [InlineData("shippings", "List")]
    [InlineData("devolutions", "List")]
    public async Task ARefusalOfAGuideHasTheShapeOfTheSetting(string path, string form)
    {
        using TestServer server = With("GuideErrors", form);
        var draft = await server.DraftAsync(path);
        var bad = new JObject { [TestServer.Wrapper(path)] = new JObject { ["date"] = server.Today } };
        foreach (var answer in new[] { await server.PostAsync($"{path}.json", bad), await server.PutAsync($"{path}/{draft["id"]}.json", bad) })
        {
            Assert.Equal(422, answer.Status);
            Assert.Equal(form == "List" ? JTokenType.Array : JTokenType.Object, answer.Json["errors"]!.Type);
            Assert.NotEmpty((string)(form == "List" ? answer.Json["errors"]![0]!["error"]! : answer.Json["errors"]!["error"]!)!);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    public async Task AnEmptyBodyForAClientIsRefusedWithAListOfObjects(string body)
    {
        using var server = new TestServer();
        var answer = await server.PostAsync("clients.json", body);
        Assert.Equal(422, answer.Status);
        Assert.Equal(JTokenType.String, answer.Json["errors"]![0]!["error"]!.Type);
    }

    [Theory]
    [InlineData(false, 201)]
    [InlineData(true, 422)]
    public async Task AGuideIsMadeWithoutADueDateUnlessTheSettingNeedsOne(bool isNeeded, int status)
    {
        using TestServer server = With("GuidesNeedDueDate", isNeeded.ToString());
        var answer = await server.PostAsync("transports.json", server.Document(d => d.Remove("due_date"), "shipping"));
        Assert.Equal(status, answer.Status);
        Assert.Equal(isNeeded ? null : server.Today, isNeeded ? null : (string?)answer.Json["transport"]!["due_date"]);
    }

    [Theory]
    [InlineData("21/11/2026", false, 201)]
    [InlineData("21/11/2026", true, 422)]
    [InlineData("21/11/2026 08:00:00", true, 201)]
    [InlineData("20/11/2026", false, 422)]
    public async Task AGuideIsLoadedOnADayWithoutATimeUnlessTheSettingNeedsOne(string loaded, bool isNeeded, int status)
    {
        using TestServer server = With("LoadedAtNeedsTime", isNeeded.ToString());
        Assert.Equal(status, (await server.PostAsync("transports.json", server.Document(d => d["loaded_at"] = loaded, "shipping"))).Status);
    }

    [Theory]
    [InlineData("Absent", null)]
    [InlineData("Date", "21/11/2026")]
    [InlineData("Moment", "21/11/2026 08:00:00")]
    [InlineData("Iso", "2026-11-21T08:00:00")]
    public async Task TheTimeOfLoadingIsShownInTheFormOfTheSetting(string form, string? shown)
    {
        using TestServer server = With("LoadedAt", form);
        var answer = await server.PostAsync("transports.json", server.Document(d => d["loaded_at"] = "21/11/2026 08:00:00", "shipping"));
        Assert.Equal(shown is null ? "" : $"\"loaded_at\":\"{shown}\"", Found(answer.Text, "\"loaded_at\":\"[^\"]*\""));
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 422)]
    public async Task TheRateOfATaxMayBeANumberInAnUpdateUnlessTheSettingNeedsText(bool needsText, int status)
    {
        using TestServer server = With("TaxUpdateNeedsText", needsText.ToString());
        var tax = (await server.GetAsync("taxes.json")).Json["taxes"]!.Single(t => (string)t["name"]! == "IVA13");
        Assert.Equal(status, (await server.PutAsync($"taxes/{tax["id"]}.json", new { tax = new { value = 12.5 } })).Status);
        Assert.Equal(200, (await server.PutAsync($"taxes/{tax["id"]}.json", new { tax = new { value = "12.0" } })).Status);
        Assert.Equal(422, (await server.PostAsync("taxes.json", new { tax = new { name = "T", value = 5, region = "PT" } })).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TaxesOfLinesComeWithTheirIdentifierAloneIfTheSettingSaysSo(bool isAlone)
    {
        using TestServer server = With("TaxesByIdAlone", isAlone.ToString());
        var tax = (await server.DraftAsync())["items"]![0]!["tax"]!;
        Assert.Equal(JTokenType.Integer, tax["id"]!.Type);
        Assert.Equal(isAlone ? (null, null) : ("IVA23", "23"), ((string?)tax["name"], tax["value"]!.Type == JTokenType.Null ? null : $"{(decimal)tax["value"]!:0}"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task ListsHaveADocumentOfAnUnknownTypeIfTheSettingSaysSo(bool isOn, int count)
    {
        using TestServer server = With("PurchaseOrders", isOn.ToString());
        var rows = await server.ListAsync("invoices.json?type[]=Invoice", "invoices");
        var orders = rows.Where(row => (string)row["type"]! == "PurchaseOrder").ToList();
        Assert.Equal(count, orders.Count);
        Assert.All(orders, order => Assert.Equal("draft", order["status"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PartsHaveUnknownFieldsIfTheSettingSaysSo(bool isOn)
    {
        using TestServer server = With("UnknownFields", isOn.ToString());
        var client = (await server.PostAsync("clients.json", new { client = new { name = "Nova", preferred_contact = new { name = "Rita" } } })).Json["client"]!;
        var guide = await server.DraftAsync("transports");
        var item = (await server.ListAsync("items.json", "items"))[0];
        var unknown = new[]
        {
            client["preferred_contact"]!["mobile"], guide["items"]![0]!["tax"]!["region"], guide["items"]![0]!["tax"]!["comment"],
            guide["address_to"]!["floor"], item["tax"]!["region"],
        };
        Assert.All(unknown, field => Assert.Equal(isOn, field is not null));
        Assert.Equal("Rita", client["preferred_contact"]!["name"]);
    }

    [Theory]
    [InlineData("NotFound", 404)]
    [InlineData("ServerError", 500)]
    public async Task ALookUpThatFindsNothingAnswersAsTheSettingSays(string setting, int status)
    {
        using TestServer server = With("MissingClient", setting);
        Assert.Equal(status, (await server.GetAsync("clients/find-by-name.json?client_name=Nobody")).Status);
        Assert.Equal(status, (await server.GetAsync("clients/find-by-code.json?client_code=Nobody")).Status);
        Assert.Equal(200, (await server.GetAsync("clients/find-by-code.json?client_code=C0001")).Status);
    }

    private static TestServer With(string name, string value) => new(o => o.Settings = new Dictionary<string, string> { [name] = value });

    private static string Found(string text, string form) => System.Text.RegularExpressions.Regex.Match(text, form).Value;
}
