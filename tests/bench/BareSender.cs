using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

/// <summary>What one would write in C# to make drafts without a module: one POST after the other, and the identifier of each answer.</summary>
public static class BareSender
{
    public static int Send(string address, int count) => SendAsync(address, count).GetAwaiter().GetResult();

    private static async Task<int> SendAsync(string address, int count)
    {
        using var http = new HttpClient();
        int made = 0;
        for (int i = 1; i <= count; i++)
        {
            var draft = new
            {
                invoice = new
                {
                    reference = $"R-{i}",
                    date = "02/03/2026",
                    due_date = "01/04/2026",
                    client = new { name = "Cliente 1, Lda.", code = "C1" },
                    items = new[] { new { name = "S1", description = "Trabalho", unit_price = 50.00m, quantity = 2m, tax = new { name = "IVA23" } } },
                },
            };
            using var body = new StringContent(JsonSerializer.Serialize(draft), Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await http.PostAsync(address, body);
            response.EnsureSuccessStatusCode();
            using var stream = await response.Content.ReadAsStreamAsync();
            using JsonDocument document = await JsonDocument.ParseAsync(stream);
            made += document.RootElement.GetProperty("invoice").GetProperty("id").GetInt32() > 0 ? 1 : 0;
        }

        return made;
    }
}
