using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSalenGo;

/// <summary>A server with a clock of its own, and a client that speaks to it over real HTTP in whatever shape it was set to.</summary>
internal sealed class Shop : IDisposable
{
    private static readonly string[] Documents = { "invoice", "estimate", "recurring" };

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
    private readonly Dictionary<string, string> _settings;

    public Shop(params string[] settings)
        : this(null, settings)
    {
    }

    /// <param name="setUp">Changes of the options.</param>
    /// <param name="settings">For example "Envelope=Bare".</param>
    public Shop(Action<SandboxOptions>? setUp, params string[] settings)
    {
        _settings = settings.Select(s => s.Split('=', 2)).ToDictionary(s => s[0], s => s[1]);
        var options = new SandboxOptions { Provider = "SalenGo", Now = () => Now, Settings = _settings };
        setUp?.Invoke(options);
        Server = SandboxServer.Start(options);
    }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 10, 30, 0, TimeSpan.Zero);

    public SandboxServer Server { get; }

    public HttpClient Client => _client;

    /// <summary>The default address of a method that is called, for example, invoice/list.</summary>
    public static string Address(string method)
    {
        var parts = method.Split('/');
        return Documents.Contains(parts[0]) ? $"document.svc/{method}" : $"{parts[0]}.svc/{parts[1]}";
    }

    public string Setting(string name, string otherwise) => _settings.GetValueOrDefault(name, otherwise);

    /// <summary>Calls a method in the shape of the server; the answer must be a success.</summary>
    public async Task<JObject> CallAsync(string method, object? parameters = null)
    {
        var answer = await TryAsync(method, parameters);
        Assert.True(answer.IsOk, $"{method}: {answer.Text}");
        Assert.Equal(200, answer.Status);
        return answer.Body!;
    }

    /// <summary>Calls a method that must fail, and returns what failed.</summary>
    public async Task<ShopAnswer> FailAsync(string method, object? parameters = null)
    {
        var answer = await TryAsync(method, parameters);
        Assert.False(answer.IsOk, $"{method}: {answer.Text}");
        return answer;
    }

    public Task<ShopAnswer> TryAsync(string method, object? parameters = null)
    {
        var body = parameters is null ? new JObject() : JObject.FromObject(parameters);
        var isEnvelope = Setting("DispatchStyle", "Path") == "Envelope";
        var placement = Setting("TokenPlacement", "Basic");
        if (placement == "Body")
        {
            body["token"] = Server.ApiKey;
        }

        if (isEnvelope)
        {
            body.AddFirst(new JProperty("method", method));
            body = new JObject { ["request"] = body };
        }

        var query = placement == "Query" ? "?token=" + Server.ApiKey : "";
        var authorization = placement switch
        {
            "Basic" => Basic(Server.ApiKey),
            "Bearer" => new AuthenticationHeaderValue("Bearer", Server.ApiKey),
            _ => null,
        };
        return SendAsync("POST", "api/" + (isEnvelope ? "" : Address(method)) + query, body.ToString(), authorization);
    }

    public static AuthenticationHeaderValue Basic(string token, string password = "X") =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(token + ":" + password)));

    /// <summary>Posts a text as it is to an address, with the token where it is by default.</summary>
    public Task<ShopAnswer> PostAsync(string address, string body) =>
        SendAsync("POST", "api/" + address, body, Basic(Server.ApiKey));

    public Task<ShopAnswer> SendAsync(string verb, string path, string? body, AuthenticationHeaderValue? authorization) =>
        SendAsync(verb, path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), authorization);

    public async Task<ShopAnswer> SendAsync(string verb, string path, HttpContent? body, AuthenticationHeaderValue? authorization)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(Server.BaseUri, path)) { Content = body };
        request.Headers.Authorization = authorization;
        using var response = await _client.SendAsync(request);
        return new ShopAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public async Task<long> CreateAsync(string resource, object values) =>
        Id((await CallAsync(resource + "/create", new JObject { [resource] = JObject.FromObject(values) }))[resource + "_id"]);

    public async Task<JObject> GetAsync(string resource, long id) =>
        (JObject)(await CallAsync(resource + "/get", new JObject { [resource + "_id"] = id }))[resource]!;

    public async Task<JObject> UpdateAsync(string resource, long id, object values)
    {
        var body = JObject.FromObject(values);
        body[resource + "_id"] = id;
        return await CallAsync(resource + "/update", new JObject { [resource] = body });
    }

    public Task<JObject> DeleteAsync(string resource, long id) => CallAsync(resource + "/delete", new JObject { [resource + "_id"] = id });

    /// <summary>One page of a list: the member that holds it, and its rows.</summary>
    public async Task<(JObject Page, List<JObject> Rows)> ListAsync(string resource, object? filters = null)
    {
        var answer = await CallAsync(resource + "/list", filters);
        var page = (JObject)answer[Plural(resource)]!;
        return (page, Rows(page[resource]!));
    }

    public async Task<List<long>> IdsAsync(string resource, object? filters = null) =>
        (await ListAsync(resource, filters)).Rows.Select(row => Id(row[resource + "_id"])).ToList();

    public static string Plural(string resource) => resource switch
    {
        "category" => "categories",
        "tax" => "taxes",
        _ => resource + "s",
    };

    public static List<JObject> Rows(JToken token) =>
        token is JArray rows ? rows.Cast<JObject>().ToList() : new List<JObject> { (JObject)token };

    public static long Id(JToken? token) => long.Parse((string)token!);

    /// <summary>A good request for an invoice of 121.00.</summary>
    public static JObject Document(long clientId) => new() { ["client_id"] = clientId, ["lines"] = new JArray { Line(50, 2) } };

    public static JObject Line(decimal unitCost, decimal quantity, decimal percent = 21, string tax = "IVA") => new()
    {
        ["name"] = "Montaje",
        ["unit_cost"] = unitCost,
        ["quantity"] = quantity,
        ["tax1_name"] = tax,
        ["tax1_percent"] = percent,
    };

    public Task<long> NewClientAsync() => CreateAsync("client", new { organization = "Faro SL", email = "faro@example.com" });

    public async Task<long> NewInvoiceAsync(string status = "sent")
    {
        var invoice = Document(await NewClientAsync());
        invoice["status"] = status;
        return await CreateAsync("invoice", invoice);
    }

    public void Dispose()
    {
        _client.Dispose();
        Server.Dispose();
    }
}

/// <summary>An answer, and what is in it once envelope and attribute marks are off.</summary>
internal sealed class ShopAnswer
{
    public ShopAnswer(int status, string text, HttpResponseMessage response)
    {
        Status = status;
        Text = text;
        Location = response.Headers.Location?.OriginalString;
        ContentType = response.Content.Headers.ContentType?.MediaType;
        if (ContentType == "application/json" && text.Length > 0)
        {
            Whole = JsonConvert.DeserializeObject<JObject>(text, new JsonSerializerSettings
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
            })!;
            var inner = Whole["d"] as JObject ?? Whole;
            Body = (JObject)Plain(inner["response"] as JObject ?? inner);
        }
    }

    public int Status { get; }

    public string Text { get; }

    public string? Location { get; }

    public string? ContentType { get; }

    public JObject? Whole { get; }

    public JObject? Body { get; }

    public bool IsOk =>
        "ok".Equals((string?)Body?.GetValue("status", StringComparison.OrdinalIgnoreCase), StringComparison.OrdinalIgnoreCase);

    /// <summary>The fields that the errors name, in the default shape.</summary>
    public IEnumerable<string?> Fields => Body!["errors"]!.Select(error => (string?)error["field"]);

    private static JToken Plain(JToken token) => token switch
    {
        JObject one => new JObject(one.Properties().Select(p => new JProperty(p.Name.TrimStart('@', '-'), Plain(p.Value)))),
        JArray many => new JArray(many.Select(Plain)),
        _ => token,
    };
}
