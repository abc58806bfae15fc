using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Invoicing.Http.Json;
using Invoicing.Http.Limits;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;
using Xunit.Abstractions;
using JsonException = Newtonsoft.Json.JsonException;

namespace Invoicing.Tests.Json;

public sealed class StrictJsonReaderTests
{
    private readonly ITestOutputHelper _output;

    public StrictJsonReaderTests(ITestOutputHelper output) => _output = output;

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-0", 0L)]
    [InlineData("7", 7L)]
    [InlineData("-41", -41L)]
    [InlineData("999999999999999999", 999999999999999999L)]
    [InlineData("-999999999999999999", -999999999999999999L)]
    public void AWholeNumberIsALong(string json, long value)
    {
        var token = (JValue)WireJson.ParseToken(json);

        Assert.Equal(JTokenType.Integer, token.Type);
        Assert.Equal(value, token.Value);
    }

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("-0.07", "-0.07")]
    [InlineData("1e5", "100000")]
    [InlineData("1E+2", "100")]
    [InlineData("25e-2", "0.25")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.1", "0.1")]
    public void AnyOtherNumberIsADecimalWithAllItsDigits(string json, string value)
    {
        var token = (JValue)WireJson.ParseToken(json);

        Assert.Equal(value, Assert.IsType<decimal>(token.Value).ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"Praça €\"", "Praça €")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"a\\u00e7b\"", "açb")]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"\\u0000\"", "\0")]
    [InlineData("\"a\tb\nc\"", "a\tb\nc")]
    [InlineData("\"2026-03-01T00:00:00Z\"", "2026-03-01T00:00:00Z")]
    public void ATextIsWhatIsMeant(string json, string text)
    {
        var token = (JValue)WireJson.ParseToken(json);

        Assert.Equal(JTokenType.String, token.Type);
        Assert.Equal(text, token.Value);
    }

    [Theory]
    [InlineData("010")]
    [InlineData("-")]
    [InlineData("-x")]
    [InlineData("+1")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.e3")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("0x1F")]
    [InlineData("1_000")]
    [InlineData("1 000")]
    [InlineData("--1")]
    [InlineData("1e30")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("undefined")]
    [InlineData("True")]
    [InlineData("tru")]
    [InlineData("truely")]
    [InlineData("nul")]
    [InlineData("'single'")]
    [InlineData("new Date(1)")]
    [InlineData("/* c */ 1")]
    [InlineData("\"open")]
    [InlineData("\"\\")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12 4\"")]
    [InlineData("\"\\u+123\"")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"\\ude00\\ud83d\"")]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("}")]
    [InlineData("]")]
    [InlineData("{]")]
    [InlineData("[}")]
    [InlineData("[1")]
    [InlineData("[1,")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1 2]")]
    [InlineData("[1:2]")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{a:1}")]
    [InlineData("{\"a\":1]")]
    [InlineData("{1:1}")]
    public void WhatIsNoJsonIsAnError(string text) => Assert.ThrowsAny<JsonException>(() => WireJson.ParseToken(text));

    [Theory]
    [InlineData("{}{}")]
    [InlineData("1 2")]
    [InlineData("[] x")]
    public void NothingMayFollow(string text)
    {
        using JsonReader reader = WireJson.Open(text);

        Assert.ThrowsAny<JsonException>(() => ReadAll(reader));
    }

    [Fact]
    public void BytesThatAreNoUtf8AreAnError()
    {
        byte[][] bodies = [[.. "{\"a\":\""u8, 0xE7, .. "\"}"u8], [.. "{\""u8, 0xE7, .. "\":1}"u8], Encoding.Unicode.GetBytes("{\"a\":1}")];

        Assert.All(bodies, body => Assert.ThrowsAny<Exception>(() => ReadAll(WireJson.Open(new MemoryStream(body)))));
    }

    [Fact]
    public void AMarkOfUtf8IsPassedOverOnce()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];

        Assert.Equal(3, ReadAll(WireJson.Open(new MemoryStream([.. mark, .. "[1]"u8]))).Count);
        Assert.ThrowsAny<JsonException>(() => ReadAll(WireJson.Open(new MemoryStream([.. Enumerable.Repeat(mark, 100_000).SelectMany(part => part)]))));
        Assert.ThrowsAny<JsonException>(() => ReadAll(WireJson.Open(new MemoryStream([0xEF, 0xBB]))));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public void AnEmptyAnswerHasNoToken(string text)
    {
        using JsonReader reader = WireJson.Open(text);

        Assert.False(reader.Read());
        Assert.Equal(JsonToken.None, reader.TokenType);
        Assert.False(reader.Read());
    }

    [Theory]
    [InlineData(AnswerLimits.MaxDepth, true)]
    [InlineData(AnswerLimits.MaxDepth + 1, false)]
    [InlineData(100_000, false)]
    public void DepthIsLimited(int depth, bool isRead)
    {
        foreach (string text in new[]
        {
            new string('[', depth) + new string(']', depth),
            string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth),
        })
        {
            if (isRead)
            {
                Assert.NotNull(WireJson.ParseToken(text));
            }
            else
            {
                Assert.ThrowsAny<JsonException>(() => WireJson.ParseToken(text));
            }
        }
    }

    [Fact]
    public void TheLengthOfANumberIsLimited()
    {
        Assert.Equal(0.1m, ((JValue)WireJson.ParseToken("0.1" + new string('0', 200))).Value);
        Assert.ThrowsAny<JsonException>(() => WireJson.ParseToken("0." + new string('1', 10_000_000)));
    }

    [Fact]
    public void AnErrorSaysWhere()
    {
        JsonException fault = Assert.ThrowsAny<JsonException>(() => WireJson.ParseToken("{\"clients\":[{\"id\":1},{\"id\":0x1}]}"));

        Assert.Contains("clients[1].id", fault.Message);
    }

    /// <summary>However an answer is cut into packets, and however long its texts are.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(16384)]
    [InlineData(100_000)]
    public void PacketsDoNotMatter(int packet)
    {
        string long1 = string.Concat(Enumerable.Repeat("ção \\\"\\u00e7\\\\", 4000));
        string json = $"{{ \"name\" : \"a\\\\\", \"{new string('n', 20_000)}\" : [ 12345678901234567890.5 , true , null ], \"text\":\"{long1}\" , \"n\" : -17 }}";

        JToken read = Read(new Packets(Encoding.UTF8.GetBytes(json), packet));

        Assert.True(JToken.DeepEquals(Reference(json), read));
    }

    /// <summary>What the runtime's own parser takes, ours takes alike; what it refuses, ours refuses.</summary>
    [Fact]
    public void TheRuntimeAgrees()
    {
        const string good = "{\"a\":[1,-2.50,1e3,{\"b\":null,\"ç\":true}],\"t\":\"x\\n\\u00e7\\ud83d\\ude00\",\"\":[[],{}],\"f\":false}";
        const string letters = "{}[],:\"\\u0123456789.eE+-tfn ax\u00e7";
        var random = new Random(TestSeed.Tell(_output));
        int taken = 0;
        for (int i = 0; i < 20_000; i++)
        {
            char[] text = good.ToCharArray();
            for (int changes = random.Next(1, 4); changes > 0; changes--)
            {
                text[random.Next(text.Length)] = letters[random.Next(letters.Length)];
            }

            string json = new(text, 0, random.Next(4) == 0 ? random.Next(text.Length) : text.Length);
            JToken? want = TryReference(json);
            JToken? have = TryRead(json);
            Assert.True(want is null ? have is null : have is not null && JToken.DeepEquals(want, have), json);
            taken += want is null ? 0 : 1;
        }

        Assert.InRange(taken, 500, 19_500);
    }

    private static JToken? TryRead(string json)
    {
        try
        {
            return Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JToken? TryReference(string json)
    {
        try
        {
            return Reference(json);
        }
        catch (Exception fault) when (fault is System.Text.Json.JsonException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    private static JToken Read(Stream stream)
    {
        using JsonReader reader = WireJson.Open(stream);
        JToken token = reader.Read() ? JToken.ReadFrom(reader) : throw new JsonReaderException("Nothing.");
        Assert.False(reader.Read());
        return token;
    }

    private static JToken Reference(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        return Token(document.RootElement);
    }

    private static JToken Token(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Aggregate(new JObject(), (made, property) =>
        {
            made[property.Name] = Token(property.Value);
            return made;
        }),
        JsonValueKind.Array => new JArray(element.EnumerateArray().Select(Token)),
        JsonValueKind.String => new JValue(element.GetString()),
        JsonValueKind.Number => element.TryGetInt64(out long whole) && !element.GetRawText().Contains('e', StringComparison.OrdinalIgnoreCase) && !element.GetRawText().Contains('.')
            ? new JValue(whole)
            : new JValue(decimal.Parse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture)),
        JsonValueKind.True => new JValue(true),
        JsonValueKind.False => new JValue(false),
        _ => JValue.CreateNull(),
    };

    private static List<JsonToken> ReadAll(JsonReader reader)
    {
        var tokens = new List<JsonToken>();
        while (reader.Read())
        {
            tokens.Add(reader.TokenType);
        }

        return tokens;
    }

    /// <summary>Gives no more than so many bytes at once.</summary>
    private sealed class Packets(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));
    }
}
