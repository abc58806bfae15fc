using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Tests.Fuzz;

/// <summary>Spoils a good answer in one of many ways. The same random numbers spoil it in the same way.</summary>
internal sealed class Mutation
{
    private const string Type = "application/json; charset=utf-8";

    /// <summary>Tokens that no provider should send where a value was; some are no JSON at all.</summary>
    private static readonly string[] Tokens =
    [
        "null", "true", "false", "[]", "{}", "[1]", "[[{}]]", "{\"a\":1}", "\"\"", "\" \"", "\"text\"", "0", "-0", "-1", "7", "1.50", "\"12,30\"",
        "\"1.234,56\"", "\"1,234.56\"", "\" 5 \"", "\"5 €\"", "\"NaN\"", "\"\\u0000\"", "\"\\ud800\"", "1e5", "\"1e5\"", "010", "0x1F", "1e30", "1e400", "-1e400",
        "1e-400", "\"1e999999999\"", "79228162514264337593543950335", "79228162514264337593543950336", "\"-79228162514264337593543950336\"",
        "123456789012345678901234567890123456789012345678901234567890", "0.12345678901234567890123456789012345", "2147483648", "9223372036854775808",
        "NaN", "Infinity", "-Infinity", "undefined", "new Date(1)", "'single'", "1.", ".5", "+5", "1_000", "--1", "\"31/02/2026\"", "\"2026-01-01\"", "\"99/99/9999\"",
    ];

    private static readonly string[] Bodies =
    [
        "", " ", "null", "[]", "{}", "0", "\"text\"", "{", "[", "}", "{\"\":{}}", "\uFEFF", "<html><body><h1>502 Bad Gateway</h1></body></html>",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "/* c */", "{\"a\":1}{\"b\":2}",
    ];

    private static readonly Answer Bomb = Answer.Gzip("application/json", Bytes("{\"invoice\":{\"name\":\"" + new string('x', 64 << 20) + "\"}}"));

    private static readonly (string Name, int Weight, Func<string, Random, Answer> Make)[] Kinds =
    [
        ("cut off", 8, (good, random) => Answer.Broken(good, random.Next(Bytes(good).Length), Delivery.CutOff)),
        ("cut off without a length", 8, (good, random) => Answer.Broken(good, random.Next(Bytes(good).Length), Delivery.UntilClose)),
        ("another value", 24, (good, random) => Answer.Json(Replaced(good, random, Tokens[random.Next(Tokens.Length)]))),
        ("two other values", 12, (good, random) =>
            Answer.Json(Replaced(Replaced(good, random, "\"here\""), random, Tokens[random.Next(Tokens.Length)]))),
        ("deep nesting", 4, (good, random) => Answer.Json(Replaced(good, random, Nested(random)))),
        ("swapped fields", 16, (good, random) => Answer.Json(Swapped(good, random))),
        ("a field twice", 4, (good, random) => Answer.Json(Doubled(good, random))),
        ("other bytes", 16, (good, random) => Answer.Bytes(Type, Flipped(good, random))),
        ("another encoding", 4, (good, random) => Answer.Bytes(Type, Encodings(random).GetBytes(good))),
        ("another body", 4, (_, random) => Answer.Json(Bodies[random.Next(Bodies.Length)])),
        ("a page for people", 2, (_, _) => Answer.Text("text/html", Bodies[12])),
        ("another status", 4, (good, random) => Answer.Json(random.Next(2) == 0 ? good : Bodies[random.Next(Bodies.Length)], 100 * random.Next(2, 6) + random.Next(0, 32))),
        ("too short a length", 4, (good, random) => Length(good, random.Next(Bytes(good).Length))),
        ("too long a length", 2, (good, random) => Length(good, Bytes(good).Length + random.Next(1, 1 << 20))),
        ("no gzip", 2, (good, _) => Answer.Json(good).With("Content-Encoding", "gzip")),
        ("cut gzip", 4, CutGzip),
        ("a gzip bomb", 1, (_, _) => Bomb),
        ("no end", 1, (_, random) => new Answer { Delivery = Delivery.Endless, Body = Bytes(random.Next(2) == 0 ? new string(' ', 65536) : new string('[', 65536)) }),
    ];

    private Mutation(string name, Answer answer)
    {
        Name = name;
        Answer = answer;
    }

    public string Name { get; }

    public Answer Answer { get; }

    /// <summary>The body as text, where it is one that comes whole.</summary>
    public string? Text => Answer is { Delivery: Delivery.Whole, Announced: null } && !Answer.Headers.ContainsKey("Content-Encoding") && Name != "another encoding"
        ? Encoding.UTF8.GetString(Answer.Body)
        : null;

    public static Mutation Of(string good, Random random)
    {
        int place = random.Next(Kinds.Sum(kind => kind.Weight));
        (string name, _, Func<string, Random, Answer> make) = Kinds.First(kind => (place -= kind.Weight) < 0);
        return new Mutation(name, make(good, random));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Replaced(string good, Random random, string token)
    {
        JToken root = Parse(good);
        JToken[] places = [.. root.SelectTokens("$..*").Where(token => token.Parent is not null)];
        JToken place = places[random.Next(places.Length)];
        place.Replace(new JRaw(token));
        return root.ToString(Formatting.None);
    }

    private static string Swapped(string good, Random random)
    {
        JToken root = Parse(good);
        JProperty[] places = [.. root.SelectTokens("$..*").Where(token => token is JValue).Select(token => token.Parent).OfType<JProperty>()];
        JProperty one = places[random.Next(places.Length)];
        JProperty other = places[random.Next(places.Length)];
        (one.Value, other.Value) = (other.Value.DeepClone(), one.Value.DeepClone());
        return root.ToString(Formatting.None);
    }

    private static string Doubled(string good, Random random)
    {
        JToken root = Parse(good);
        JProperty[] places = [.. root.SelectTokens("$..*").Where(token => token is JValue).Select(token => token.Parent).OfType<JProperty>()];
        JProperty place = places[random.Next(places.Length)];
        place.Value.Replace(new JRaw($"{place.Value.ToString(Formatting.None)},\"{place.Name}\":{random.Next(1000)}"));
        return root.ToString(Formatting.None);
    }

    private static string Nested(Random random)
    {
        int depth = random.Next(40, 20_000);
        return random.Next(2) == 0
            ? new string('[', depth) + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
    }

    private static byte[] Flipped(string good, Random random)
    {
        byte[] bytes = Bytes(good);
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)(random.Next(2) == 0 ? random.Next(256) : random.Next(' ', '~'));
        }

        return bytes;
    }

    private static Encoding Encodings(Random random)
    {
        Encoding[] encodings = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1];
        return encodings[random.Next(encodings.Length)];
    }

    private static Answer Length(string good, long length) => new()
    {
        Body = Bytes(good),
        Announced = length,
        Headers = { ["Content-Type"] = Type },
    };

    private static Answer CutGzip(string good, Random random)
    {
        Answer whole = Answer.Gzip(Type, Bytes(good));
        Answer cut = Answer.Bytes(Type, [.. whole.Body.Take(random.Next(whole.Body.Length))]).With("Content-Encoding", "gzip");
        return cut;
    }

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new System.IO.StringReader(json)) { FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
