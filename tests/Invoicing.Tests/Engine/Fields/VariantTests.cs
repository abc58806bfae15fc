using System;
using System.Collections.Generic;
using Invoicing.Engine.Fields;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Xunit;
using W = Invoicing.Engine.Fields.FieldTypes;

namespace Invoicing.Tests.Wire;

/// <summary>What a wire map can do beside naming fields.</summary>
public sealed class VariantTests
{
    private static readonly FieldMap<Thing> Strict = new((thing, _) => thing.Extra, sendsUnknown: false)
    {
        { nameof(Thing.Text), "text", W.Text },
        { "kept", FieldDirection.Both },
        { new[] { "also" } },
    };

    private static readonly FieldMap<Thing> WithPart = new()
    {
        { nameof(Thing.Text), "text", W.Text },
        { nameof(Thing.Child), new Flat<Thing>(new FieldMap<Thing> { { nameof(Thing.Inner), "child_inner", W.Text } }) },
    };

    [Fact]
    public void AProviderThatIsStrictGetsBackOnlyWhatIsNamed()
    {
        Thing thing = Read(Strict, "{\"text\":\"t\",\"kept\":1,\"also\":2,\"unknown\":3}");

        Assert.Equal("{\"text\":\"t\",\"kept\":1,\"also\":2}", Write(Strict, thing));
        Assert.Equal(3L, thing.Extra["unknown"]);
    }

    [Fact]
    public void FieldsThatLieFlatAreAnObjectOfTheModel()
    {
        Thing thing = Read(WithPart, "{\"text\":\"t\",\"child_inner\":\"i\"}");

        Assert.Equal("i", thing.Child?.Inner);
        Assert.Equal("{\"text\":\"t\",\"child_inner\":\"i\"}", Write(WithPart, thing));
        Assert.Null(Read(WithPart, "{\"text\":\"t\"}").Child);
        Assert.Equal("{\"text\":\"t\"}", Write(WithPart, new Thing { Text = "t" }));
    }

    [Fact]
    public void AUserWhoKnowsBetterRenamesAField()
    {
        FieldMap<Thing> renamed = Strict.Renamed(new Dictionary<string, string> { ["Thing.Text"] = "words", ["Other.Text"] = "no" });

        Thing thing = Read(renamed, "{\"words\":\"w\",\"text\":\"t\",\"kept\":1}");

        Assert.Equal("w", thing.Text);
        Assert.Equal("{\"words\":\"w\",\"kept\":1}", Write(renamed, thing));
        Assert.Equal("{\"text\":\"w\",\"kept\":1}", Write(Strict, thing));
    }

    [Fact]
    public void WhatIsSetAndNotSentIsTold() =>
        Assert.Equal([nameof(Thing.Number)], new FieldMap<Thing>
        {
            { nameof(Thing.Text), "text", W.Text },
            { nameof(Thing.Colour), "colour", W.Words(Thing.Colours, default) },
            { nameof(Thing.Children), "children", W.List(Thing.Part) },
        }.Unwritten(new Thing { Id = "1", Text = "t", Number = 1, Secret = "" }));

    [Theory]
    [InlineData("{\"day\":\"0000-00-00\"}", null)]
    [InlineData("{\"day\":\"2026-03-10\"}", "2026-03-10")]
    [InlineData("{\"day\":null}", null)]
    public void ATextCanStandForNothing(string json, string? day)
    {
        var map = new FieldMap<Thing> { { nameof(Thing.Day), "day", W.NoneIs("0000-00-00", W.Date("yyyy-MM-dd")) } };

        Thing thing = Read(map, json);

        Assert.Equal(day is null ? null : DateTime.Parse(day), thing.Day);
        Assert.Equal(day is null ? "{}" : json, Write(map, thing));
    }

    private static Thing Read(FieldMap<Thing> map, string json)
    {
        using JsonReader reader = WireJson.Open(json);
        return map.Read(reader);
    }

    private static string Write(FieldMap<Thing> map, Thing thing) => map.Write(thing).ToString(Formatting.None);
}
