using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

/// <summary>A server with a clock of its own, and a client that speaks to it over real HTTP.</summary>
internal sealed class TestServer : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    public TestServer(Action<SandboxOptions>? setUp = null)
    {
        var options = new SandboxOptions { Now = () => Now };
        setUp?.Invoke(options);
        Server = SandboxServer.Start(options);
    }

    /// <summary>A Friday morning in Lisbon, in winter.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 10, 30, 0, TimeSpan.Zero);

    public string Today => Now.ToString("dd'/'MM'/'yyyy");

    public SandboxServer Server { get; }

    public HttpClient Client => _client;

    public string Url(string path) =>
        new Uri(Server.BaseUri, path).AbsoluteUri + (path.Contains('?') ? "&" : "?") + "api_key=" + Server.ApiKey;

    public Task<Answer> GetAsync(string path) => SendAsync("GET", path, null);

    public Task<Answer> PostAsync(string path, object? body) => SendAsync("POST", path, body);

    public Task<Answer> PutAsync(string path, object? body) => SendAsync("PUT", path, body);

    public Task<Answer> DeleteAsync(string path) => SendAsync("DELETE", path, null);

    public Task<Answer> SendAsync(string verb, string path, object? body) => RawAsync(verb, Url(path), body is null ? null : Json(body));

    public async Task<Answer> RawAsync(string verb, string url, HttpContent? content)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), url) { Content = content };
        using var response = await _client.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(), response);
    }

    /// <summary>Creates a draft of a type and returns it.</summary>
    public async Task<JObject> DraftAsync(string plural = "invoices", Action<JObject>? change = null)
    {
        var answer = await PostAsync($"{plural}.json", Document(change, Wrapper(plural)));
        Assert.Equal(201, answer.Status);
        return (JObject)answer.Json.Children<JProperty>().Single().Value;
    }

    /// <summary>Creates a document of a type, finalizes it and returns it.</summary>
    public async Task<JObject> IssueAsync(string plural = "invoices", Action<JObject>? change = null)
    {
        var draft = await DraftAsync(plural, change);
        var answer = await ChangeAsync(plural, draft, "finalized");
        Assert.Equal(200, answer.Status);
        return (JObject)answer.Json.Children<JProperty>().Single().Value;
    }

    public Task<Answer> ChangeAsync(string plural, JObject document, string state, string? message = null) =>
        PutAsync(
            $"{plural}/{document["id"]}/change-state.json",
            new JObject { [Wrapper(plural)] = new JObject { ["state"] = state, ["message"] = message } });

    public async Task<JObject> ReadAsync(string plural, JToken id) =>
        (JObject)(await GetAsync($"{plural}/{id}.json")).Json.Children<JProperty>().Single().Value;

    /// <summary>A good request for a document dated today, with one line of 2 x 20 at 23 %.</summary>
    public JObject Document(Action<JObject>? change = null, string wrapper = "invoice")
    {
        var document = new JObject
        {
            ["date"] = Today,
            ["due_date"] = Today,
            ["client"] = new JObject { ["name"] = "Sala de Chá", ["code"] = "SC-1" },
            ["items"] = new JArray { Line() },
        };
        if (wrapper == "shipping")
        {
            document["loaded_at"] = Now.AddMinutes(5).ToString("dd'/'MM'/'yyyy HH:mm:ss");
            document["address_from"] = Place("Braga");
            document["address_to"] = Place("Faro");
        }

        change?.Invoke(document);
        return new JObject { [wrapper] = document };
    }

    public static JObject Line(
        string name = "T-1", decimal price = 20, decimal quantity = 2, string tax = "IVA23", decimal discount = 0) => new()
        {
            ["name"] = name,
            ["description"] = "Chá verde",
            ["unit_price"] = price,
            ["quantity"] = quantity,
            ["discount"] = discount,
            ["tax"] = new JObject { ["name"] = tax },
        };

    /// <summary>The rows of a list, all pages of it.</summary>
    public async Task<List<JObject>> ListAsync(string path, string root)
    {
        var rows = new List<JObject>();
        for (var page = 1; page < 100; page++)
        {
            var json = (await GetAsync(path + (path.Contains('?') ? "&" : "?") + $"per_page=100&page={page}")).Json;
            rows.AddRange(json[root]!.Cast<JObject>());
            if (page >= (int)json["pagination"]!["total_pages"]!)
            {
                break;
            }
        }

        return rows;
    }

    public void Dispose()
    {
        _client.Dispose();
        Server.Dispose();
    }

    public static HttpContent Json(object body) =>
        new StringContent(body as string ?? JToken.FromObject(body).ToString(), Encoding.UTF8, "application/json");

    private static JObject Place(string city) =>
        new() { ["detail"] = "Rua 1", ["city"] = city, ["postal_code"] = "4700-000", ["country"] = "Portugal" };

    public static string Wrapper(string plural) => plural switch
    {
        "quotes" or "proformas" or "fees_notes" => "quote",
        "shippings" or "transports" or "devolutions" => "shipping",
        "receipts" => "receipt",
        _ => "invoice",
    };
}

/// <summary>What came back.</summary>
internal sealed class Answer
{
    public Answer(int status, byte[] bytes, HttpResponseMessage response)
    {
        Status = status;
        Bytes = bytes;
        ContentType = response.Content.Headers.ContentType?.MediaType;
        Headers = response.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value));
    }

    public int Status { get; }

    public byte[] Bytes { get; }

    public string? ContentType { get; }

    public Dictionary<string, string> Headers { get; }

    public string Text => Encoding.UTF8.GetString(Bytes);

    public JObject Json => (JObject)Token;

    public JToken Token => JsonConvert.DeserializeObject<JToken>(Text, new JsonSerializerSettings
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
    })!;
}
