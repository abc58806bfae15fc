using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;
using Invoicing.Sandbox;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxFacturagem;

/// <summary>A server with a clock of its own, and a client that speaks to it over real HTTP.</summary>
internal sealed class Fixture : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    /// <param name="settings">Name and value in turn.</param>
    public Fixture(params string[] settings)
    {
        Options = new SandboxOptions
        {
            Provider = "facturagem",
            Now = () => Now,
            Settings = settings.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]),
        };
        Server = new Lazy<SandboxServer>(() => SandboxServer.Start(Options));
    }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 10, 30, 0, TimeSpan.Zero);

    /// <summary>To be changed before the first request.</summary>
    public SandboxOptions Options { get; }

    public Lazy<SandboxServer> Server { get; }

    public string? Key { get; set; }

    public string Account => $"accounts/{Server.Value.Account}";

    public string Clients => Account + "/clients";

    public string Invoices => Account + "/invoices";

    public Task<Reply> GetAsync(string path) => SendAsync("GET", path, null);

    public Task<Reply> DeleteAsync(string path) => SendAsync("DELETE", path, null);

    public Task<Reply> PostAsync(string path, JObject body) => SendAsync("POST", path, Json(body));

    public Task<Reply> PutAsync(string path, JObject body) => SendAsync("PUT", path, Json(body));

    public Task<Reply> PostXmlAsync(string path, string xml) => SendAsync("POST", path, Xml(xml));

    /// <summary>Sends with the key in the query. The path has no suffix yet; .json is put behind it, or what follows a bar.</summary>
    public Task<Reply> SendAsync(string verb, string path, HttpContent? body)
    {
        var url = Suffixed(path);
        return RawAsync(verb, url + (url.Contains('?') ? "&" : "?") + "api_key=" + (Key ?? Server.Value.ApiKey), body);
    }

    /// <summary>Sends without a key.</summary>
    public async Task<Reply> RawAsync(string verb, string path, HttpContent? body = null)
    {
        var uri = new Uri(Server.Value.BaseUri, "api/v1/" + path);
        using var request = new HttpRequestMessage(new HttpMethod(verb), uri) { Content = body };
        return await SendAsync(request);
    }

    public async Task<Reply> FollowAsync(JToken uri)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{uri}?api_key={Server.Value.ApiKey}");
        return await SendAsync(request);
    }

    public async Task<JObject> CreateClientAsync(string name = "Bodega Niebla")
    {
        var reply = await PostAsync(Clients, Client(name));
        Assert.Equal(200, reply.Status);
        return (JObject)reply.Json["client"]!;
    }

    /// <summary>An invoice with the amounts of the check value in docs/facts/facturagem.md#totals.</summary>
    public async Task<JObject> CreateInvoiceAsync(JToken client, string number = "A-1")
    {
        var reply = await PostAsync(Invoices, Invoice(client, number));
        Assert.True(reply.Status == 200, reply.Text);
        return (JObject)reply.Json["invoice"]!;
    }

    public static JObject Client(string name = "Bodega Niebla") =>
        new() { ["client"] = new JObject { ["name"] = name, ["country_code"] = "ES" } };

    public static JObject Invoice(JToken client, string number = "A-1", params JProperty[] more)
    {
        var invoice = new JObject
        {
            ["client_id"] = client,
            ["number"] = number,
            ["date"] = "2026-11-20",
            ["iva_percent"] = "21.0",
            ["irpf_percent"] = "15",
            ["discount_percent"] = 10,
            ["lines"] = new JArray { Line() },
        };
        foreach (var property in more)
        {
            invoice[property.Name] = property.Value;
        }

        return new JObject { ["invoice"] = invoice };
    }

    public static JObject Line(string description = "Soporte", decimal amount = 8, string price = "60.00") =>
        new() { ["description"] = description, ["amount"] = amount, ["price"] = price };

    public static HttpContent Json(JObject body) => new StringContent(body.ToString(), Encoding.UTF8, "application/json");

    public static HttpContent Xml(string xml) => new StringContent(xml, Encoding.UTF8, "application/xml");

    public static HttpContent Form(params string[] pairs) =>
        new FormUrlEncodedContent(pairs.Chunk(2).Select(pair => new KeyValuePair<string, string>(pair[0], pair[1])));

    public void Dispose()
    {
        _client.Dispose();
        if (Server.IsValueCreated)
        {
            Server.Value.Dispose();
        }
    }

    private async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Reply((int)response.StatusCode, text, response.Content.Headers.ContentType?.MediaType);
    }

    private static string Suffixed(string path)
    {
        var bar = path.IndexOf('|');
        var suffix = bar < 0 ? ".json" : "." + path[(bar + 1)..];
        var bare = bar < 0 ? path : path[..bar];
        var question = bare.IndexOf('?');
        return question < 0 ? bare + suffix : bare[..question] + suffix + bare[question..];
    }
}

/// <summary>What came back.</summary>
internal sealed record Reply(int Status, string Text, string? ContentType)
{
    public JToken Token => JsonConvert.DeserializeObject<JToken>(Text, new JsonSerializerSettings
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
    })!;

    public JObject Json => (JObject)Token;

    public JArray List => (JArray)Token;

    public XElement Xml => XDocument.Parse(Text).Root!;

    public JToken? Link(string rel) => Link((JObject)Json.Properties().First().Value, rel);

    public static JToken? Link(JObject from, string rel) => from["links"]!.FirstOrDefault(link => (string?)link["rel"] == rel)?["uri"];
}
