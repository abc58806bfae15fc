using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = System.Text.Json.JsonException;

namespace Invoicing.Tests.Fuzz;

internal sealed class JsonFormat : Format
{
    /// <summary>Tokens that no provider should send where a value was; some are no JSON at all.</summary>
    private static readonly string[] Tokens =
    [
        "null", "true", "false", "[]", "{}", "[1]", "[[{}]]", "{\"a\":1}", "{\"a\":{\"b\":2}}", "[{\"id\":1}]", "\"\"", "\" \"", "\"text\"", "0", "-0", "-1", "7",
        "1.50", "\"12,30\"", "\"1.234,56\"", "\"1,234.56\"", "\" 5 \"", "\"5 €\"", "\"NaN\"", "\"\\u0000\"", "\"\\ud800\"", "1e5", "\"1e5\"", "010", "0x1F", "1e30",
        "1e400", "-1e400", "1e-400", "\"1e999999999\"", "79228162514264337593543950335", "79228162514264337593543950336",
        "\"-79228162514264337593543950336\"", "\"79228162514264337593543950335\"", "123456789012345678901234567890123456789012345678901234567890",
        "0.12345678901234567890123456789012345", "2147483647", "2147483648", "9223372036854775808", "NaN", "Infinity", "-Infinity", "undefined", "new Date(1)",
        "'single'", "1.", ".5", "+5", "1_000", "--1", "\"31/02/2026\"", "\"2026-01-01\"", "\"99/99/9999\"", "\"0000-00-00\"", "\"mailto:\"", "\"http://a:b\"",
        "\"urn:x\"", "\"ok\"", "\"\\u0661\\u0662\"",
    ];

    public override string Type => "application/json; charset=utf-8";

    public override IReadOnlyList<(string Name, int Weight, Func<string, Random, string> Spoil)> Kinds { get; } =
    [
        ("another value", 24, (good, random) => Replaced(good, random, Any(Tokens, random))),
        ("two other values", 12, (good, random) => Replaced(Replaced(good, random, Any(Tokens.Take(19).ToList(), random)), random, Any(Tokens, random))),
        ("deep nesting", 4, (good, random) => Replaced(good, random, Nested(random))),
        ("swapped fields", 16, Swapped),
        ("a field twice", 4, Doubled),
        ("a field gone", 4, Without),
    ];

    public override IReadOnlyList<string> Bodies { get; } =
    [
        "", " ", "null", "[]", "{}", "0", "\"text\"", "{", "[", "}", "{\"\":{}}", "\uFEFF", "<html><body><h1>502 Bad Gateway</h1></body></html>",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "/* c */", "{\"a\":1}{\"b\":2}",
    ];

    public override Answer Bomb { get; } =
        Answer.Gzip("application/json", Encoding.UTF8.GetBytes("{\"invoice\":{\"name\":\"" + new string('x', 64 << 20) + "\"}}"));

    public override string Endless => "[";

    /// <summary>A bare control character in a text is no JSON, and is read by the connector all the same.</summary>
    public override Node? Read(byte[] body) => Parse(body) ?? Parse([.. body.Select(letter => letter < ' ' ? (byte)' ' : letter)]);

    private static Node? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.AsMemory(body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0));
            return Of("", document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Node Of(string name, JsonElement element)
    {
        Node[] children = element.ValueKind switch
        {
            JsonValueKind.Object => [.. element.EnumerateObject().Select(property => Of(property.Name, property.Value))],
            JsonValueKind.Array => [.. element.EnumerateArray().Select(item => Of("", item))],
            _ => [],
        };
        string? text = element.ValueKind switch
        {
            JsonValueKind.String => TextOf(element),
            JsonValueKind.Null => null,
            _ => element.GetRawText(),
        };
        bool isContainer = element.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        return new Node(name, text)
        {
            IsScalar = !isContainer,
            IsList = element.ValueKind == JsonValueKind.Array,
            Children = children,
            Items = element.ValueKind == JsonValueKind.Array ? children : [.. children.Where(child => !child.IsScalar)],
        };
    }

    private static string? TextOf(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a letter is JSON, but no text.
            return element.GetRawText();
        }
    }

    private static string Replaced(string good, Random random, string token)
    {
        JToken root = Parse(good);
        Any(Places(root), random).Replace(new JRaw(token));
        return root.ToString(Formatting.None);
    }

    private static string Swapped(string good, Random random)
    {
        JToken root = Parse(good);
        JProperty one = Any(Fields(root), random);
        JProperty other = Any(Fields(root), random);
        (one.Value, other.Value) = (other.Value.DeepClone(), one.Value.DeepClone());
        return root.ToString(Formatting.None);
    }

    private static string Doubled(string good, Random random)
    {
        JToken root = Parse(good);
        JProperty place = Any(Fields(root), random);
        place.Value.Replace(new JRaw($"{place.Value.ToString(Formatting.None)},\"{place.Name}\":{random.Next(1000)}"));
        return root.ToString(Formatting.None);
    }

    private static string Without(string good, Random random)
    {
        JToken root = Parse(good);
        JToken place = Any(Places(root), random);
        (place.Parent is JProperty property ? property : place).Remove();
        return root.ToString(Formatting.None);
    }

    private static string Nested(Random random)
    {
        int depth = random.Next(40, 20_000);
        return random.Next(2) == 0
            ? new string('[', depth) + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
    }

    private static List<JToken> Places(JToken root) => [.. root.SelectTokens("$..*").Where(token => token.Parent is not null)];

    private static List<JProperty> Fields(JToken root) => [.. Places(root).Where(token => token is JValue).Select(token => token.Parent).OfType<JProperty>()];

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new System.IO.StringReader(json))
        {
            FloatParseHandling = FloatParseHandling.Decimal,
            DateParseHandling = DateParseHandling.None,
            MaxDepth = null,
        };
        return JToken.ReadFrom(reader);
    }
}
