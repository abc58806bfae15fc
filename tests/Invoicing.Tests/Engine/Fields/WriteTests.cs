using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Wire;

public sealed class WriteTests
{
    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("pt-PT")]
    [InlineData("ar-SA")]
    public void EveryTypeIsSentInItsOwnFormInEveryCulture(string culture)
    {
        var thing = new Thing
        {
            Text = "é \"x\"",
            Id = "8812",
            Number = 20.10m,
            NumberText = 23.5m,
            Integer = -3,
            Flag = true,
            FlagNumber = true,
            Day = new DateTime(2026, 2, 3, 14, 5, 6),
            Colour = Colour.Red,
            Tint = Colour.Blue,
            Shout = "hi",
            Child = new Thing { Text = "c" },
            Children = [new Thing { Text = "1" }, new Thing()],
            Computed = 9,
            Secret = "s",
            Inner = "i",
        };

        Assert.Equal(
            "{\"text\":\"é \\\"x\\\"\",\"id\":8812,\"number\":20.10,\"number_text\":\"23.5\",\"integer\":-3,\"flag\":true,"
            + "\"flag_number\":1,"
            + "\"day\":\"03/02/2026\",\"colour\":\"red\",\"tint\":\"blue\",\"shout\":\"HI\",\"child\":{\"text\":\"c\"},"
            + "\"children\":[{\"text\":\"1\"},{}],\"secret\":\"s\",\"group\":{\"inner\":\"i\"}}",
            InCulture.Run(culture, () => Thing.Write(thing)));
    }

    [Fact]
    public void WhatHasNoValueIsLeftOut() => Assert.Equal("{\"children\":[]}", Thing.Write(new Thing { Shout = "" }));

    [Theory]
    [InlineData("ABC", "\"ABC\"")]
    [InlineData("99999999999999999999", "\"99999999999999999999\"")]
    [InlineData("-5", "\"-5\"")]
    public void AnIdThatIsNoNumberIsText(string id, string sent) =>
        Assert.Equal(sent, Thing.Sent(new Thing { Id = id }, "id")!.ToString(Newtonsoft.Json.Formatting.None));

    [Fact]
    public void FlagsThatAreOffAreSent()
    {
        var thing = new Thing { Flag = false, FlagNumber = false, Number = 0, Integer = 0 };

        Assert.Equal(
            "{\"number\":0,\"integer\":0,\"flag\":false,\"flag_number\":0,\"children\":[]}", Thing.Write(thing).Replace("0.0", "0"));
    }

    [Fact]
    public void WhatIsNotKnownGoesBackUnlessTheProviderDoesNotTakeIt()
    {
        const string Json = "{\"text\":\"t\",\"a\":\"x\",\"b\":1.10,\"f\":[1,{\"g\":\"h\"},null],\"link\":\"l\","
            + "\"computed\":4,\"big\":99999999999999999999}";

        JObject sent = Thing.Map.Write(Thing.Read(Json));

        Assert.Equal("x", (string?)sent["a"]);
        Assert.Equal(1.10m, (decimal)sent["b"]!);
        Assert.Equal("[1,{\"g\":\"h\"},null]", sent["f"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("99999999999999999999", sent["big"]!.ToString());
        Assert.False(sent.ContainsKey("link"));
        Assert.False(sent.ContainsKey("computed"));
    }

    [Fact]
    public void WhatAUserPutsAmongTheExtraFieldsIsSent()
    {
        var thing = new Thing { Text = "t" };
        thing.Extra["date"] = "2026-03-10";
        thing.Extra["price"] = 1.5m;
        thing.Extra["list"] = new[] { 1, 2 };
        thing.Extra["nested"] = new Dictionary<string, object?> { ["a"] = null };
        thing.Extra["text"] = "does not win";

        Assert.Equal(
            "{\"text\":\"t\",\"children\":[],\"date\":\"2026-03-10\",\"price\":1.5,\"list\":[1,2],\"nested\":{\"a\":null}}",
            Thing.Write(thing));
    }

    [Fact]
    public void NamesThatMayBeShownAreThoseThatAreNoSecret()
    {
        Assert.Contains("text", Thing.Map.ShownNames);
        Assert.DoesNotContain("secret", Thing.Map.ShownNames);
        Assert.DoesNotContain("link", Thing.Map.ShownNames);
    }

    [Fact]
    public void TheFirstWordOfAMemberIsTheOneThatIsSent()
    {
        Assert.Equal("red", Thing.Colours.Format(Colour.Red));
        Assert.Null(Thing.Colours.Format(Colour.None));
        Assert.Equal([Colour.Red, Colour.Blue], Thing.Colours.Members.Order());
    }

    [Fact]
    public void ReadAndWrittenIsTheSame()
    {
        const string Json = "{\"text\":\"t\",\"id\":1,\"number\":1.5,\"number_text\":\"2.5\",\"integer\":3,\"flag\":true,"
            + "\"flag_number\":1,\"day\":\"01/12/2026\","
            + "\"colour\":\"red\",\"tint\":\"blue\",\"shout\":\"HI\",\"child\":{\"text\":\"c\"},"
            + "\"children\":[{\"text\":\"1\"}],\"group\":{\"inner\":\"i\",\"other\":7}}";

        Assert.Equal(Json, Thing.Write(Thing.Read(Json)));
    }
}
