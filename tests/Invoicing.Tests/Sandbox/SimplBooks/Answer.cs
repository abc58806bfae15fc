using System.Linq;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Tests.SandboxSimplBooks;

/// <summary>What came back.</summary>
internal sealed class Answer(int status, string? contentType, byte[] bytes)
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
    };

    public int Status { get; } = status;

    public string? ContentType { get; } = contentType;

    public byte[] Bytes { get; } = bytes;

    public string Text => Encoding.UTF8.GetString(Bytes);

    public JObject Json => JsonConvert.DeserializeObject<JObject>(Text, Settings)!;

    public JToken Data => Json["data"]!;

    public long Id => (long)Json["inserted_id"]!;

    public string Keys => string.Join(" ", Json.Properties().Select(p => p.Name));

    public string Errors => string.Join("; ", Json["errors"]!.Select(e => (string)e!));
}
