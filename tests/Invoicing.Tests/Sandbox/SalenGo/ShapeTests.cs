using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSalenGo;

public sealed class ShapeTests
{
    public static TheoryData<string> Shapes => new(
        "DispatchStyle=Path",
        "DispatchStyle=Envelope",
        "TokenPlacement=Bearer",
        "TokenPlacement=Body",
        "TokenPlacement=Query",
        "TokenPlacement=Body DispatchStyle=Envelope",
        "Envelope=Bare",
        "Envelope=D",
        "Envelope=DBare",
        "AttributePrefix=At",
        "AttributePrefix=Dash Envelope=Bare",
        "StatusCase=Title",
        "SingleRow=Object",
        "Lines=Wrapped",
        "SingleRow=Object Lines=Wrapped",
        "Numbers=MoneyText",
        "Numbers=AllText Ids=Padded AttributePrefix=At SingleRow=Object Lines=Wrapped",
        "Ids=Padded",
        "UnknownMembers=Refuse",
        "FailureStatus=422");

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task EveryMethodWorksInEveryShape(string settings)
    {
        using var shop = new Shop(o => (o.ClientCount, o.InvoiceCount) = (0, 0), settings.Split(' '));
        var client = await shop.NewClientAsync();
        var category = await shop.CreateAsync("category", new { name = "Ferias" });
        var invoice = await shop.CreateAsync("invoice", Shop.Document(client));
        var things = new (string Resource, JObject Values, string Change, JToken To)[]
        {
            ("client", new JObject { ["last_name"] = "Ibarra" }, "first_name", "Nerea"),
            ("item", new JObject { ["name"] = "Silla", ["unit_cost"] = 40.5m }, "description", "De roble"),
            ("tax", new JObject { ["name"] = "IGIC", ["rate"] = 7, ["compound"] = 0 }, "number", "G-1"),
            ("category", new JObject { ["name"] = "Cursos" }, "parent_id", category),
            ("invoice", Shop.Document(client), "notes", "Gracias"),
            ("estimate", Shop.Document(client), "po_number", "P-7"),
            ("recurring", Shop.Document(client), "terms", "30 días"),
            ("payment", new JObject { ["invoice_id"] = invoice, ["amount"] = 21 }, "type", "Bizum"),
            ("expense", new JObject { ["staff_id"] = 1, ["category_id"] = category, ["amount"] = 9.9m }, "vendor", "Suministros"),
        };
        foreach (var (resource, values, change, to) in things)
        {
            var id = await shop.CreateAsync(resource, values);
            Assert.Single((await shop.UpdateAsync(resource, id, new JObject { [change] = to })).Properties());
            var got = await shop.GetAsync(resource, id);
            Assert.Equal(id, Shop.Id(got[resource + "_id"]));
            Assert.Equal((string)to!, Plain(got[change]!, to));
            foreach (var sent in values.Properties().Where(p => p.Value is JValue))
            {
                Assert.Equal((string)sent.Value!, Plain(got[sent.Name]!, sent.Value));
            }

            var rows = (await shop.ListAsync(resource)).Rows;
            Assert.Equal(got, rows.Single(row => Shop.Id(row[resource + "_id"]) == id), JToken.EqualityComparer);
            await shop.DeleteAsync(resource, id);
            Assert.DoesNotContain(id, await shop.IdsAsync(resource));
        }

        await shop.CallAsync("invoice/sendByEmail", new { invoice_id = invoice });
        var estimate = await shop.CreateAsync("estimate", Shop.Document(client));
        await shop.CallAsync("estimate/sendByEmail", new { estimate_id = estimate });
        await shop.CallAsync("estimate/accept", new { estimate_id = estimate });
        Assert.Equal("accepted", (await shop.GetAsync("estimate", estimate))["status"]);
        var recurring = 1;
        Assert.Equal(2 + recurring, shop.Server.Emails.Count(email => email.To == "faro@example.com"));
        await RegisterAsync(shop);
    }

    [Theory]
    [InlineData("Envelope=Response", "{\"response\":{\"status\":\"ok\",\"category_id\":ID}}")]
    [InlineData("Envelope=Bare", "{\"status\":\"ok\",\"category_id\":ID}")]
    [InlineData("Envelope=D", "{\"d\":{\"response\":{\"status\":\"ok\",\"category_id\":ID}}}")]
    [InlineData("Envelope=DBare", "{\"d\":{\"status\":\"ok\",\"category_id\":ID}}")]
    [InlineData("AttributePrefix=At", "{\"response\":{\"@status\":\"ok\",\"category_id\":ID}}")]
    [InlineData("AttributePrefix=Dash", "{\"response\":{\"-status\":\"ok\",\"category_id\":ID}}")]
    [InlineData("StatusCase=Title", "{\"response\":{\"Status\":\"Ok\",\"category_id\":ID}}")]
    [InlineData("Ids=Padded", "{\"response\":{\"status\":\"ok\",\"category_id\":\"000ID\"}}")]
    [InlineData("Numbers=AllText", "{\"response\":{\"status\":\"ok\",\"category_id\":\"ID\"}}")]
    public async Task AnAnswerLooksAsItWasSetTo(string setting, string expected)
    {
        using var shop = new Shop(o => o.InvoiceCount = 0, setting);
        var answer = await shop.TryAsync("category/create", new { category = new { name = "Una" } });
        var id = (string)answer.Body!["category_id"]!;
        Assert.Equal(expected, answer.Text.Replace(id.TrimStart('0'), "ID"));
    }

    [Theory]
    [InlineData("ErrorForm=Objects", "errors", "[{\"field\":\"name\",\"message\":\"M\"}]")]
    [InlineData("ErrorForm=Coded", "errors", "[{\"error\":\"M\",\"code\":\"invalid\",\"field\":\"name\"}]")]
    [InlineData("ErrorForm=Texts", "errors", "[\"name: M\"]")]
    [InlineData("ErrorForm=Text", "errors", "\"name: M\"")]
    [InlineData("ErrorName=Error ErrorForm=Text", "error", "\"name: M\"")]
    [InlineData("ErrorName=Message ErrorForm=Text", "message", "\"name: M\"")]
    [InlineData("ErrorName=Error SingleRow=Object", "error", "{\"field\":\"name\",\"message\":\"M\"}")]
    public async Task AFailureLooksAsItWasSetTo(string settings, string member, string expected)
    {
        using var shop = new Shop(settings.Split(' '));
        var answer = await shop.FailAsync("category/create", new { category = new { } });
        Assert.Equal(new[] { "status", member }, answer.Body!.Properties().Select(p => p.Name));
        var text = answer.Body[member]!.ToString(Formatting.None);
        Assert.Equal(expected, text.Replace("value is required", "M"));
    }

    [Theory]
    [InlineData(200, "fail")]
    [InlineData(400, "fail")]
    [InlineData(500, "error")]
    public async Task AFailureHasTheStatusAndTheWordItWasSetTo(int status, string word)
    {
        using var shop = new Shop($"FailureStatus={status}", $"FailWord={word}");
        var answer = await shop.FailAsync("client/get", new { client_id = 1 });
        Assert.Equal((status, word), (answer.Status, (string?)answer.Body!["status"]));
    }

    [Fact]
    public async Task NamesAndMethodsCanBeOthers()
    {
        using var shop = new Shop("Name.organization=company", "Name.client_id=customer_id", "Method.client/list=customer.svc/all");
        var created = await shop.CallAsync("client/create", new { client = new { company = "Otra SL" } });
        var got = await shop.CallAsync("client/get", new { customer_id = created["customer_id"] });
        Assert.Equal("Otra SL", got["client"]!["company"]);
        Assert.Null(got["client"]!["organization"]);
        var list = await shop.PostAsync("customer.svc/all", "{}");
        Assert.Equal(13, list.Body!["clients"]!["total"]);
        Assert.Equal(404, (await shop.PostAsync("client.svc/list", "{}")).Status);
    }

    [Theory]
    [InlineData("callback.list")]
    [InlineData("Callback/List")]
    public async Task InTheBodyAMethodMayBeSpeltInSeveralWays(string method)
    {
        using var shop = new Shop("DispatchStyle=Envelope");
        await shop.CallAsync(method);
    }

    [Theory]
    [InlineData("Nonsense=1")]
    [InlineData("Envelope=Soap")]
    [InlineData("Envelope=1")]
    [InlineData("RequestsPerDay=-1")]
    [InlineData("MaxPerPage=0")]
    [InlineData("FailureStatus=199")]
    [InlineData("Method.client/fetch=client.svc/get")]
    public void OtherSettingsAreRefused(string setting)
    {
        var error = Assert.Throws<ArgumentException>(() => new Shop(setting));
        Assert.Contains(setting.Split('=')[0].Replace("Method.", ""), error.Message);
    }

    /// <summary>What came back, without the zeros around numbers that some shapes have.</summary>
    private static string Plain(JToken got, JToken sent) => sent.Type is JTokenType.Integer or JTokenType.Float
        ? decimal.Parse((string)got!, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture)
        : (string)got!;

    private static async Task RegisterAsync(Shop shop)
    {
        using var receiver = new Receiver();
        var callback = await shop.CreateAsync("callback", new { uri = receiver.Uri, @event = "payment.create" });
        Assert.Equal("callback.verify", (await receiver.NextAsync())["name"]);
        await shop.CallAsync("callback/resendToken", new { callback_id = callback });
        var code = (await receiver.NextAsync())["verifier"];
        await shop.CallAsync("callback/verify", new { callback = new { callback_id = callback, verifier = code } });
        Assert.Equal("1", (string)(await shop.ListAsync("callback")).Rows.Single()["verified"]!);
        await shop.DeleteAsync("callback", callback);
        var empty = await shop.CallAsync("callback/list");
        Assert.Empty(empty["callbacks"]!["callback"]!);
    }
}
