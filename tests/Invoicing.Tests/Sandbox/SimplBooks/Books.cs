using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Newtonsoft.Json.Linq;

namespace Invoicing.Tests.SandboxSimplBooks;

/// <summary>A server with a clock of its own, and a client that speaks to it over real HTTP.</summary>
internal sealed class Books : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    public Books(Action<SandboxOptions>? setUp = null)
    {
        var options = new SandboxOptions { Provider = "simplbooks", Now = () => Now, RequestsPerMinute = 0 };
        setUp?.Invoke(options);
        Server = SandboxServer.Start(options);
    }

    /// <summary>Half past midnight in Tallinn, while it is still the day before in Greenwich.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 7, 14, 21, 30, 0, TimeSpan.Zero);

    public SandboxServer Server { get; }

    public static Books With(params (string Name, object Value)[] settings) =>
        new(o => o.Settings = settings.ToDictionary(s => s.Name, s => s.Value.ToString()!));

    public Task<Answer> GetAsync(string path, object? body = null) => JsonAsync("GET", path, body);

    public Task<Answer> PostAsync(string path, object? body = null) => JsonAsync("POST", path, body);

    public async Task<long> CreateAsync(string path, object body)
    {
        var answer = await PostAsync(path, body);
        return answer.Status == 200 ? answer.Id : throw new InvalidOperationException(answer.Text);
    }

    public async Task<JObject> ReadAsync(string path, long id) => (JObject)(await GetAsync($"{path}/get/{id}")).Data;

    /// <summary>The records of a list without their keys, all of them that fit on the largest page.</summary>
    public async Task<List<JObject>> ListAsync(string category, JObject? filters = null)
    {
        var body = filters ?? new JObject();
        body["per_page"] = 1000;
        return (await GetAsync(category + "/list", body)).Data.Select(item => (JObject)((JObject)item).Properties().First().Value).ToList();
    }

    public Task<Answer> FormAsync(string path, params (string Key, string Value)[] fields) =>
        SendAsync("POST", path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Key, f.Value))));

    public async Task<Answer> SendAsync(string verb, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        var url = new Uri(Server.BaseUri, path.StartsWith('/') ? path : $"{Server.Account}/api/{path}");
        using var request = new HttpRequestMessage(new HttpMethod(verb), url) { Content = content };
        if (!headers.Any(h => h.Name == "X-Simplbooks-Token"))
        {
            request.Headers.Add("X-Simplbooks-Token", Server.ApiKey);
        }

        foreach (var (name, value) in headers.Where(h => h.Value.Length > 0))
        {
            request.Headers.Add(name, value);
        }

        using var response = await _client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, bytes);
    }

    public static StringContent Json(object body) =>
        new(body as string ?? JToken.FromObject(body).ToString(), Encoding.UTF8, "application/json");

    public void Dispose()
    {
        _client.Dispose();
        Server.Dispose();
    }

    private Task<Answer> JsonAsync(string verb, string path, object? body) =>
        SendAsync(verb, path, body is null ? null : Json(body), ("X-Input-Format", "json"), ("X-Output-Format", "JSON"));
}
