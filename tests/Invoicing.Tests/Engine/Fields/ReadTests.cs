using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Wire;

public sealed class ReadTests
{
    /// <summary>Every form in which a value was seen, what becomes of it, and by which property.</summary>
    public static readonly TheoryData<string, object?> Forms = new()
    {
        { "\"text\":\"a\"", "a" },
        { "\"text\":\"\"", "" },
        { "\"text\":2017", "2017" },
        { "\"text\":1.50", "1.50" },
        { "\"text\":\"2026-03-10T00:00:00Z\"", "2026-03-10T00:00:00Z" },
        { "\"text\":null", null },
        { "\"id\":8812", "8812" },
        { "\"id\":\"8812\"", "8812" },
        { "\"id\":99999999999999999999", "99999999999999999999" },
        { "\"id\":\"\"", null },
        { "\"number\":20", 20m },
        { "\"number\":20.10", 20.10m },
        { "\"number\":\"20.5\"", 20.5m },
        { "\"number\":\"-0.5\"", -0.5m },
        { "\"number\":1e2", 100m },
        { "\"number\":\"\"", null },
        { "\"number\":null", null },
        { "\"number\":79228162514264337593543950335", decimal.MaxValue },
        { "\"number\":0.1234567890123456789012345678", 0.1234567890123456789012345678m },
        { "\"number_text\":23.0", 23m },
        { "\"number_text\":\"23.0\"", 23m },
        { "\"integer\":-3", -3 },
        { "\"integer\":\"30\"", 30 },
        { "\"integer\":\"\"", null },
        { "\"flag\":true", true },
        { "\"flag\":\"FALSE\"", false },
        { "\"flag\":1", true },
        { "\"flag\":\"0\"", false },
        { "\"flag\":\"\"", null },
        { "\"flag_number\":0", false },
        { "\"flag_number\":\"1\"", true },
        { "\"flag_number\":true", true },
        { "\"day\":\"03/02/2026\"", new DateTime(2026, 2, 3) },
        { "\"day\":\"2026-02-03\"", new DateTime(2026, 2, 3) },
        { "\"day\":\"\"", null },
        { "\"day\":null", null },
        { "\"colour\":\"BLUE\"", Colour.Blue },
        { "\"colour\":\"crimson\"", Colour.Red },
        { "\"colour\":\"mauve\"", Colour.None },
        { "\"colour\":null", Colour.None },
        { "\"tint\":\"red\"", Colour.Red },
        { "\"tint\":\"mauve\"", null },
        { "\"shout\":\"HI\"", "hi" },
        { "\"COMPUTED\":1.5", 1.5m },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryFormIsUnderstoodInEveryCulture(string field, object? expected)
    {
        string wanted = field.Split('"')[1].Replace("_", "");
        var property = typeof(Thing).GetProperties().Single(known => known.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        foreach (string culture in new[] { "", "tr-TR", "pt-PT", "ar-SA" })
        {
            Assert.Equal(expected, InCulture.Run(culture, () => property.GetValue(Thing.Read("{" + field + "}"))));
        }
    }

    [Fact]
    public void WhatIsAbsentStaysAsItWas()
    {
        var thing = Thing.Read("{}");

        Assert.Null(thing.Text);
        Assert.Null(thing.Number);
        Assert.Empty(thing.Children);
        Assert.Empty(thing.Extra);
    }

    [Theory]
    [InlineData("\"number\":\"1,5\"", "number")]
    [InlineData("\"number\":\"1.234,5\"", "number")]
    [InlineData("\"number\":\"abc\"", "number")]
    [InlineData("\"number\":99999999999999999999999999999999", "number")]
    [InlineData("\"number\":{}", "number")]
    [InlineData("\"number\":[1]", "number")]
    [InlineData("\"children\":{}", "children")]
    [InlineData("\"children\":[1]", "children")]
    [InlineData("\"children\":[{\"text\":{}}]", "text")]
    public void AValueThatIsNoneIsNamed(string field, string name)
    {
        Exception fault = Assert.ThrowsAny<JsonException>(() => Thing.Read("{" + field + "}"));

        Assert.Contains(name, fault.Message);
    }

    /// <summary>A field on which neither identity nor money depends does not make the whole answer unreadable: its value is kept as it is.</summary>
    [Theory]
    [InlineData("\"integer\":1.5", "integer")]
    [InlineData("\"integer\":99999999999", "integer")]
    [InlineData("\"flag\":\"yes\"", "flag")]
    [InlineData("\"flag\":2", "flag")]
    [InlineData("\"day\":\"2026/02/03\"", "day")]
    [InlineData("\"day\":\"30/02/2026\"", "day")]
    [InlineData("\"day\":7", "day")]
    [InlineData("\"child\":\"x\"", "child")]
    [InlineData("\"child\":[]", "child")]
    [InlineData("\"group\":{\"other\":\"x\"}", "other")]
    public void AnOddValueOfAnotherFieldIsKept(string field, string name)
    {
        var thing = Thing.Read("{" + field + "}");

        Assert.Contains(name, JObject.FromObject(thing.Extra.ToDictionary(pair => pair.Key, pair => pair.Value)).ToString());
        Assert.Null(thing.Integer);
        Assert.Null(thing.Flag);
        Assert.Null(thing.Day);
        Assert.Null(thing.Child);
    }

    [Fact]
    public void ObjectsListsAndGroupsAreRead()
    {
        var thing = Thing.Read("{\"child\":{\"text\":\"c\"},\"children\":[{\"text\":\"1\"},{\"text\":\"2\"}],"
            + "\"group\":{\"inner\":\"i\",\"other\":\"7\"},\"text\":\"t\"}");

        Assert.Equal("c", thing.Child?.Text);
        Assert.Equal(["1", "2"], thing.Children.Select(child => child.Text));
        Assert.Equal(("i", 7, "t"), (thing.Inner, thing.Other, thing.Text));
    }

    [Theory]
    [InlineData("\"child\":null,\"children\":null,\"group\":null")]
    [InlineData("\"children\":[],\"group\":{}")]
    [InlineData("\"group\":\"\"")]
    [InlineData("\"group\":[]")]
    public void NothingInAPlaceForSomethingIsFine(string fields)
    {
        var thing = Thing.Read("{" + fields + ",\"text\":\"t\"}");

        Assert.Null(thing.Child);
        Assert.Empty(thing.Children);
        Assert.Equal("t", thing.Text);
    }

    [Fact]
    public void WhatIsNotKnownIsKeptAsPlainValues()
    {
        var thing = Thing.Read(
            "{\"a\":\"t\",\"b\":1.10,\"c\":7,\"d\":true,\"e\":null,\"f\":[1,{\"g\":\"h\"}],\"secret\":\"s\",\"link\":\"l\"}");

        Assert.Equal("t", thing.Extra["A"]);
        Assert.Equal(1.10m, thing.Extra["b"]);
        Assert.Equal(7L, thing.Extra["c"]);
        Assert.Equal(true, thing.Extra["d"]);
        Assert.Null(thing.Extra["e"]);
        List<object?> list = Assert.IsType<List<object?>>(thing.Extra["f"]);
        Assert.Equal("h", Assert.IsType<Dictionary<string, object?>>(list[1])["g"]);
        Assert.Equal("l", thing.Extra["link"]);
        Assert.Null(thing.Secret);
    }

    [Theory]
    [InlineData("{\"text\":\"a\"")]
    [InlineData("{\"text\":")]
    [InlineData("{\"text\"")]
    [InlineData("{")]
    [InlineData("{\"child\":{\"text\":\"a\"")]
    [InlineData("{\"children\":[{\"text\":\"a\"},")]
    [InlineData("{\"children\":[{\"text\":\"a\"}")]
    [InlineData("{\"unknown\":[1,2")]
    [InlineData("{\"group\":{\"inner\":\"a\"")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    public void WhatEndsInTheMiddleIsNoObject(string json) => Assert.ThrowsAny<JsonException>(() => Thing.Read(json));
}
