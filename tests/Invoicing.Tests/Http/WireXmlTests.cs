using System;
using System.IO;
using System.Linq;
using System.Text;
using Invoicing.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Http;

/// <summary>XML of Rails' kind as JSON tokens, both ways.</summary>
public class WireXmlTests
{
    [Theory]
    [InlineData("<client><postal-code>1 &lt; 2</postal-code></client>", """{"client":{"postal_code":"1 < 2"}}""")]
    [InlineData("<hash><a type=\"integer\">7</a><b type=\"boolean\">true</b><c nil=\"true\"/><d type=\"decimal\">1.50</d></hash>", """{"a":7,"b":true,"c":null,"d":"1.50"}""")]
    [InlineData("<clients type=\"array\"/>", """{"clients":[]}""")]
    [InlineData("<clients type=\"array\"><client><id type=\"integer\">1</id></client></clients>", """{"clients":[{"id":1}]}""")]
    [InlineData("<rows><row>1</row><row>2</row></rows>", """{"rows":["1","2"]}""")]
    [InlineData("<a><!-- note --><b><![CDATA[<x>]]></b><c></c><d/></a>", """{"a":{"b":"<x>","c":"","d":""}}""")]
    [InlineData("<a type=\"integer\">many</a>", """{"a":"many"}""")]
    public void It_is_read_as_Rails_means_it(string xml, string json) =>
        Assert.Equal(JToken.Parse(json).ToString(Formatting.None), WireXml.ParseToken(xml).ToString(Formatting.None));

    [Theory]
    [InlineData("""{"client":{"name":"A & B","postal_code":null,"lines":[{"amount":"8"},{"amount":"9"}],"paid":true,"id":7}}""")]
    [InlineData("""{"login":"a","password":"<b>"}""")]
    [InlineData("""{"client":{"notes":"uno\ndos","tags":[]}}""")]
    public void What_is_written_reads_the_same(string json)
    {
        string xml = WireXml.Write(JToken.Parse(json));
        Assert.StartsWith("<?xml", xml);
        Assert.Equal(JToken.Parse(json).ToString(Formatting.None), WireXml.ParseToken(xml).ToString(Formatting.None));
    }

    [Fact]
    public void Line_ends_survive_the_way()
    {
        string xml = WireXml.Write(new JObject { ["a"] = new JObject { ["b"] = "1\r\n2" } });
        Assert.Equal("1\r\n2", (string?)WireXml.ParseToken(xml)["a"]!["b"]);
    }

    [Fact]
    public void What_xml_cannot_carry_is_refused_before_it_is_sent()
    {
        var fault = Assert.Throws<InvoicingException>(() => WireXml.Write(new JObject { ["a"] = new JObject { ["b"] = "\u0001" } }));
        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<a>")]
    [InlineData("<a></a><b/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>")]
    public void What_is_no_such_xml_is_an_error_of_the_answer(string xml)
    {
        Assert.ThrowsAny<JsonException>(() => WireXml.ParseToken(xml));
        Assert.ThrowsAny<JsonException>(() => WireXml.Open(new MemoryStream(Encoding.UTF8.GetBytes(xml))));
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000));
        Assert.ThrowsAny<JsonException>(() => WireXml.ParseToken(deep));
    }
}
