using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Invoicing.Http.Json;
using Invoicing.Providers.InvoiceXpress;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Http.Json;

/// <summary>
/// Members that are read at once, name and value, give what tokens give: the same objects, and the same errors. The first object of each list
/// teaches the reader the names, and the others come as they are expected or not.
/// </summary>
public sealed class JsonMemberTests
{
    private const string First = """{"id":1,"name":"Ana","code":"A1","country":"Portugal","payment_days":30,"preferred_contact":{"name":"Rui","email":"rui@example.com"},"x":"y"}""";

    public static readonly TheoryData<string> Others =
    [
        First,
        """{"id":2,"name":"Eva","code":"E1","country":"Spain","payment_days":0,"preferred_contact":{"name":"Ivo","email":"ivo@example.com"},"x":"z"}""",
        """{ "id" : 2 , "name" : "Eva" ,"code":"E1", "country":	"Spain" }""",
        """{"id":2,"name":"\u00c9va \"E\" \\","code":"Évora","country":"","payment_days":null,"x":null}""",
        """{"name":"Eva","id":2,"x":[1,{"a":"b"}],"code":null}""",
        """{"id":"2","name":7,"code":-7,"payment_days":"14","country":"Portugal","x":123456789012345678}""",
        """{"id":123456789012345678,"name":1.50,"code":1e2,"x":1234567890123456789}""",
        """{"id":2,"name":true,"code":false,"x":0.10,"payment_days":7}""",
        """{"id":2,"na\u006de":"Eva","code":"E1","preferred_contact":{"phone":"1","name":"Ivo"},"x":{"y":{"z":[]}}}""",
        """{"id":2,"name":"Eva","code":"E1","country":"Portugal","payment_days":30,"preferred_contact":{},"x":"y","new":"n"}""",
        "{}",
    ];

    public static readonly TheoryData<string> Bad =
    [
        """{"id":2,"name":"Eva","name":"Ivo"}""",
        """{"id":2,"name":"Eva","code":"E1","country":"Portugal","payment_days":30,"id":3}""",
        """{"name":"Eva","id":2,"name":"Ivo"}""",
        """{"id":2,"na\u006de":"Eva","name":"Ivo"}""",
        """{"id":02,"name":"Eva"}""",
        """{"id":2x,"name":"Eva"}""",
        """{"id":2,"name":nul}""",
        """{"id":2,"name":nulll}""",
        """{"id":2 "name":"Eva"}""",
        """{"id":2,"name":"Eva",}""",
        """{"id":2,,"name":"Eva"}""",
        """{,"id":2}""",
        """{"id":2,"name" "Eva"}""",
        """{"id":2,"name":"Eva"]""",
        """{"id":2,"name":"\q"}""",
        """{"id":2,name:"Eva"}""",
        """{"id":2,"name":"Eva","payment_days":1.5.2}""",
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void ObjectsAreThoseOfTheTokens(string other)
    {
        string list = $$"""{"clients":[{{First}},{{other}},{{other}},{{First}}]}""";
        string expected = Dump(ReadTokens(list));

        Assert.Equal(expected, Dump(Read(new MemoryStream(Encoding.UTF8.GetBytes(list)))));
        Assert.Equal(expected, Dump(Read(new DrippingStream(list))));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void WhatIsNoJsonIsAnErrorWhereverItStands(string bad)
    {
        foreach (string list in new[] { $$"""{"clients":[{{bad}}]}""", $$"""{"clients":[{{First}},{{bad}},{{First}}]}""" })
        {
            Assert.ThrowsAny<JsonException>(() => Read(new MemoryStream(Encoding.UTF8.GetBytes(list))));
            Assert.ThrowsAny<JsonException>(() => Read(new DrippingStream(list)));
        }
    }

    [Fact]
    public void AListThatBreaksOffIsAnErrorWhereverItDoes()
    {
        string list = $$"""{"clients":[{{First}},{{First}}]}""";
        for (int length = 0; length < list.Length; length++)
        {
            Assert.ThrowsAny<JsonException>(() => Read(new MemoryStream(Encoding.UTF8.GetBytes(list[..length]))));
        }
    }

    [Fact]
    public void AnErrorNamesThePlaceOfTheValue()
    {
        string list = $$"""{"clients":[{{First}},{"id":2,"name":"\q"}]}""";
        JsonException fault = Assert.ThrowsAny<JsonException>(() => Read(new MemoryStream(Encoding.UTF8.GetBytes(list))));
        Assert.Contains("'clients[1].name'", fault.Message);
    }

    private static IReadOnlyList<Client> Read(Stream stream)
    {
        using JsonReader reader = WireJson.Open(stream);
        IReadOnlyList<Client> clients = InvoiceXpressEnvelope.ReadPage(reader, InvoiceXpressMaps.Client, client => client).Items;
        Assert.False(reader.Read());
        return clients;
    }

    /// <summary>The same through tokens of the library, which no member is read from at once.</summary>
    private static IReadOnlyList<Client> ReadTokens(string list)
    {
        JToken tokens = WireJson.ParseToken(list);
        using JsonReader reader = tokens.CreateReader();
        return InvoiceXpressEnvelope.ReadPage(reader, InvoiceXpressMaps.Client, client => client).Items;
    }

    private static string Dump(IReadOnlyList<Client> clients) => JsonConvert.SerializeObject(
        clients.Select(client => typeof(Client).GetProperties().ToDictionary(property => property.Name, property => property.GetValue(client))), Formatting.Indented);

    /// <summary>Gives a byte at a time, so that every token lies across the end of what was read.</summary>
    private sealed class DrippingStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
