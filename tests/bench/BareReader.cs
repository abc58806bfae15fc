using System;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

/// <summary>What one would write in C# without a module: one page after the other, with HttpClient and JsonDocument, counted.</summary>
public static class BareReader
{
    public static int Count(string kind, string address) => CountAsync(kind, address).GetAwaiter().GetResult();

    private static async Task<int> CountAsync(string kind, string address)
    {
        using var http = new HttpClient();
        int count = 0;
        for (int page = 1; ; page++)
        {
            using HttpRequestMessage request = Request(kind, address, page);
            using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            using var stream = await response.Content.ReadAsStreamAsync();
            using JsonDocument document = await JsonDocument.ParseAsync(stream);
            JsonElement root = document.RootElement;
            int rows = Rows(kind, root).GetArrayLength();
            count += rows;
            if (IsLast(kind, root, page, rows))
            {
                return count;
            }
        }
    }

    private static HttpRequestMessage Request(string kind, string address, int page) => kind switch
    {
        "SimplBooks" => new(HttpMethod.Get, address) { Content = new StringContent($"{{\"page\":{page},\"per_page\":1000}}", Encoding.UTF8, "application/json") },
        "SalenGo" => new(HttpMethod.Post, address) { Content = new StringContent($"{{\"page\":{page},\"per_page\":100}}", Encoding.UTF8, "application/json") },
        _ => new(HttpMethod.Get, $"{address}page={page}"),
    };

    private static JsonElement Rows(string kind, JsonElement root) => kind switch
    {
        "InvoiceXpress" => root.GetProperty("clients"),
        "SimplBooks" => root.GetProperty("data"),
        "SalenGo" => root.GetProperty("response").GetProperty("clients").GetProperty("client"),
        _ => root,
    };

    private static bool IsLast(string kind, JsonElement root, int page, int rows) => kind switch
    {
        "InvoiceXpress" => page >= root.GetProperty("pagination").GetProperty("total_pages").GetInt32(),
        "SimplBooks" => rows < 1000,
        "SalenGo" => page >= root.GetProperty("response").GetProperty("clients").GetProperty("pages").GetInt32(),
        _ => rows == 0,
    };
}
