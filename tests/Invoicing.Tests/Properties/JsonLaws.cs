using System;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Invoicing.Http.Json;
using Newtonsoft.Json.Linq;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Properties;

/// <summary>What System.Text.Json writes, our reader reads as it was, however it is escaped and set.</summary>
public sealed class JsonLaws
{
    private static readonly JsonSerializerOptions[] Forms =
    [
        new() { WriteIndented = true },
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping },
    ];

    private readonly ITestOutputHelper _output;

    public JsonLaws(ITestOutputHelper output) => _output = output;

    private static Gen<string> Texts => Gen.Elements("a", "B", "7", " ", "\"", "\\", "/", "\n", "\t", "\0", "\u007f", "ç", "€", "\u2028", "😀", "{", "[", ",", ":")
        .ListOf().Select(string.Concat);

    private static Gen<decimal> Numbers =>
        from whole in Gen.Choose(int.MinValue, int.MaxValue)
        from more in Gen.Choose(0, int.MaxValue)
        from scale in Gen.Choose(0, 12)
        select new decimal(whole, more, 0, whole % 2 == 0, (byte)scale);

    private static Arbitrary<Example> Examples => Gen.Sized(size => Values(Math.Min(size, 5))).ToArbitrary();

    [Fact]
    public void TheReaderReadsWhatAnotherWrote() => Law.Holds(_output, Examples, example =>
    {
        foreach (JsonSerializerOptions form in Forms)
        {
            string json = example.Write?.ToJsonString(form) ?? "null";
            Assert.True(JToken.DeepEquals(example.Read, WireJson.ParseToken(json)), json);
        }
    });

    private static Gen<Example> Values(int depth)
    {
        Gen<Example> plain = Gen.OneOf(
            Gen.Constant(new Example(null, JValue.CreateNull())),
            Gen.Elements(true, false).Select(value => new Example(JsonValue.Create(value), new JValue(value))),
            Texts.Select(value => new Example(JsonValue.Create(value), new JValue(value))),
            Gen.Choose(int.MinValue, int.MaxValue).Select(value => new Example(JsonValue.Create(value), new JValue(value))),
            Numbers.Where(value => value.Scale > 0).Select(value => new Example(JsonValue.Create(value), new JValue(value))));
        if (depth == 0)
        {
            return plain;
        }

        Gen<Example> inner = Values(depth - 1);
        return Gen.Frequency(
            (2, plain),
            (1, inner.ListOf().Select(items => new Example(new JsonArray([.. items.Select(item => item.Write?.DeepClone())]), new JArray(items.Select(item => item.Read.DeepClone()))))),
            (1, (from name in Texts from item in inner select (Name: name, Item: item)).ListOf().Select(members => Object([.. members.DistinctBy(member => member.Name)]))));
    }

    private static Example Object((string Name, Example Item)[] members)
    {
        var write = new JsonObject();
        var read = new JObject();
        foreach ((string name, Example item) in members)
        {
            write[name] = item.Write?.DeepClone();
            read[name] = item.Read.DeepClone();
        }

        return new Example(write, read);
    }

    /// <summary>One value, for the writer and for the comparison.</summary>
    private sealed record Example(JsonNode? Write, JToken Read);
}
