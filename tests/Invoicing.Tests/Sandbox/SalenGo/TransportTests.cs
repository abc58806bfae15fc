using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSalenGo;

public sealed class TransportTests
{
    [Theory]
    [InlineData("Basic")]
    [InlineData("Bearer")]
    [InlineData("Body")]
    [InlineData("Query")]
    public async Task TheTokenCountsOnlyWhereItBelongs(string placement)
    {
        using var shop = new Shop($"TokenPlacement={placement}");
        var token = shop.Server.ApiKey;
        var ways = new (string Name, string Query, string Body, AuthenticationHeaderValue? Header)[]
        {
            ("Basic", "", "{}", Shop.Basic(token, "whatever")),
            ("Bearer", "", "{}", new AuthenticationHeaderValue("Bearer", token)),
            ("Body", "", $"{{\"token\":\"{token}\"}}", null),
            ("Query", "?token=" + token, "{}", null),
            ("none", "", "{}", null),
        };
        foreach (var (name, query, body, header) in ways)
        {
            var answer = await shop.SendAsync("POST", "api/client.svc/list" + query, body, header);
            Assert.Equal((name == placement ? 200 : 401, name == placement), (answer.Status, answer.IsOk));
        }

        Assert.Equal("fail", (await shop.SendAsync("POST", "api/client.svc/list", "{}", null)).Body!["status"]);
    }

    [Theory]
    [InlineData("Basic", "")]
    [InlineData("Basic", "!!!")]
    [InlineData("Basic", "bm9jb2xvbg==")]
    [InlineData("Basic", "d3Jvbmc6WA==")]
    [InlineData("Digest", "abc")]
    public async Task AnythingElseIsNoToken(string scheme, string parameter)
    {
        using var shop = new Shop();
        var answer = await shop.SendAsync("POST", "api/client.svc/list", "{}", new AuthenticationHeaderValue(scheme, parameter));
        Assert.Equal(401, answer.Status);
    }

    [Theory]
    [InlineData("Body")]
    [InlineData("Query")]
    public async Task TheRecordsTellThatThereWasATokenButNotWhich(string placement)
    {
        using var shop = new Shop($"TokenPlacement={placement}");
        await shop.CallAsync("client/list");
        await shop.SendAsync("POST", "api/client.svc/list", "{}", null);
        Assert.Equal(new[] { true, false }, shop.Server.Requests.Select(request => request.CarriedKey));
        var record = shop.Server.Requests[0];
        Assert.DoesNotContain(shop.Server.ApiKey, record.Body + record.Query + record.Path + record);
        Assert.Contains("***", record.Body + record.Query);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    public async Task EveryOtherVerbIsRefused(string verb)
    {
        using var shop = new Shop();
        var answer = await shop.SendAsync(verb, "api/client.svc/list", (string?)null, Shop.Basic(shop.Server.ApiKey));
        Assert.Equal((405, verb == "HEAD" ? null : "fail"), (answer.Status, (string?)Status(answer)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("client_id=1")]
    [InlineData("{\"page\":1e999}")]
    [InlineData("{\"client\":{\"organization\":\"Sí\",\"notes\":true}}")]
    public async Task ABodyMustBeOneObjectWithoutTrueAndFalse(string body)
    {
        using var shop = new Shop();
        var answer = await shop.PostAsync("client.svc/create", body);
        Assert.Equal((200, "fail"), (answer.Status, (string?)Status(answer)));
        Assert.NotEmpty(answer.Body!["errors"]!);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    public async Task ABodyMustBeUtf8(string charset)
    {
        using var shop = new Shop();
        var encoding = Encoding.GetEncoding(charset);
        var bytes = encoding.GetPreamble().Concat(encoding.GetBytes("{\"client\":{\"organization\":\"Peña\"}}")).ToArray();
        var answer = await shop.SendAsync("POST", "api/client.svc/create", new ByteArrayContent(bytes), Shop.Basic(shop.Server.ApiKey));
        Assert.Contains("UTF-8", (string)answer.Body!["errors"]![0]!["message"]!);
    }

    [Fact]
    public async Task TextKeepsItsLetters()
    {
        using var shop = new Shop();
        var id = await shop.CreateAsync("client", new { organization = "Ñandú \"&\" \\ Ωmega 😀", notes = "uno\ndos" });
        var client = await shop.GetAsync("client", id);
        Assert.Equal(("Ñandú \"&\" \\ Ωmega 😀", "uno\ndos"), ((string?)client["organization"], (string?)client["notes"]));
    }

    [Theory]
    [InlineData("Path", "api/")]
    [InlineData("Path", "api")]
    [InlineData("Path", "api/client.svc/destroy")]
    [InlineData("Path", "api/callback.svc/update")]
    [InlineData("Path", "client.svc/list")]
    [InlineData("Envelope", "api/client.svc/list")]
    [InlineData("Envelope", "")]
    public async Task AnUnknownAddressIsAPageThatIsNotFound(string style, string path)
    {
        using var shop = new Shop($"DispatchStyle={style}");
        var answer = await shop.SendAsync("POST", path, "{}", Shop.Basic(shop.Server.ApiKey));
        Assert.Equal((404, "text/html"), (answer.Status, answer.ContentType));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"request\":{}}")]
    [InlineData("{\"request\":{\"method\":\"client/destroy\"}}")]
    [InlineData("{\"request\":{\"method\":{}}}")]
    [InlineData("{\"method\":\"client/list\"}")]
    public async Task AnUnknownMethodInTheBodyIsAFailure(string body)
    {
        using var shop = new Shop("DispatchStyle=Envelope");
        Assert.Equal("fail", (await shop.PostAsync("", body)).Body!["status"]);
    }

    [Fact]
    public async Task AnAccountCanBeClosedOrHaveNoApi()
    {
        using var closed = new Shop("AccountState=Closed");
        var answer = await closed.TryAsync("client/list");
        Assert.Equal((302, true), (answer.Status, answer.Location != null));

        using var off = new Shop("AccountState=Off");
        Assert.Equal(400, (await off.FailAsync("client/list")).Status);
    }

    [Theory]
    [InlineData("TooMany", 429)]
    [InlineData("Unavailable", 503)]
    [InlineData("Fail", 200)]
    public async Task TheDayHasALimit(string answer, int status)
    {
        using var shop = new Shop("RequestsPerDay=3", $"QuotaAnswer={answer}");
        for (var i = 0; i < 3; i++)
        {
            await shop.CallAsync("tax/list");
        }

        var refused = await shop.FailAsync("tax/list");
        Assert.Equal(status, refused.Status);
        Assert.Contains("limit", refused.Text);

        shop.Now = shop.Now.AddDays(1);
        await shop.CallAsync("tax/list");
    }

    [Fact]
    public async Task ByDefaultTheDayHas5000Calls()
    {
        using var shop = new Shop(o => o.InvoiceCount = 0);
        for (var i = 0; i < 5000; i++)
        {
            Assert.Equal(200, (await shop.PostAsync("tax.svc/list", "{}")).Status);
        }

        Assert.Equal(429, (await shop.PostAsync("tax.svc/list", "{}")).Status);
        Assert.Equal(401, (await shop.SendAsync("POST", "api/tax.svc/list", "{}", null)).Status);
    }

    [Theory]
    [InlineData("Basic", true, 404)]
    [InlineData("Bearer", true, 404)]
    [InlineData("Basic", false, 401)]
    public async Task OfV2OnlyTheKeyIsKnown(string scheme, bool isRight, int status)
    {
        using var shop = new Shop();
        var key = isRight ? shop.Server.ApiKey : "nope";
        var header = scheme == "Basic" ? Shop.Basic(key, "") : new AuthenticationHeaderValue(scheme, key);
        var answer = await shop.SendAsync("GET", "v2/invoices", (string?)null, header);
        Assert.Equal(status, answer.Status);
        Assert.Equal(new[] { "type", "code", "message", "param" }, ((JObject)answer.Whole!["error"]!).Properties().Select(p => p.Name));
    }

    private static JToken? Status(ShopAnswer answer) => answer.Text.Length == 0 ? null : answer.Body!["status"];
}
