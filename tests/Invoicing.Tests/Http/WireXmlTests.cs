using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http.Xml;
using Invoicing.Tests.Support;
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
    [InlineData("<a><b>1</b><c>2</c><b>3</b></a>", """{"a":{"b":["1","3"],"c":"2"}}""")]
    [InlineData("<a><b>1<!-- , -->2<![CDATA[3]]>&#52;<?p 9?>5</b><c/></a>", """{"a":{"b":"12345","c":""}}""")]
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

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    [InlineData("x-none")]
    [InlineData("")]
    public void An_encoding_that_it_is_not_in_is_an_error(string encoding) =>
        Assert.ThrowsAny<JsonException>(() => WireXml.Open(new MemoryStream(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?><a>é</a>"))));

    [Fact]
    public void An_encoding_that_it_is_in_is_taken()
    {
        byte[] xml = Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>é</a>");
        Assert.Equal("é", (string?)JToken.ReadFrom(WireXml.Open(new MemoryStream(xml)))["a"]);
    }

    [Theory]
    [InlineData("<!DOCTYPE a SYSTEM \"{0}\"><a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"{0}\">]><a>&b;</a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY % p SYSTEM \"{0}\"> %p;]><a/>")]
    [InlineData("<?xml-stylesheet href=\"{0}\"?><a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"{0}\"/></a>")]
    public async Task Nothing_is_fetched_because_an_answer_says_so(string xml)
    {
        using var other = new ScriptedServer();
        using var rig = new Rig(account: new RigAccount("FACTURAgem", "12") { Settings = new Dictionary<string, string> { ["Format"] = "Xml" } });
        rig.Server.Otherwise(_ => Answer.Text("application/xml", string.Format(xml, other.BaseUri)));

        ErrorKind? kind = (await Record.ExceptionAsync(() => rig.Use<IReader<Client>>().GetAsync("88")) as ProviderException)?.Kind;

        Assert.Equal(xml.Contains("DOCTYPE") ? ErrorKind.UnexpectedAnswer : null, kind);
        Assert.Empty(other.Calls);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(70, false)]
    [InlineData(50_000, false)]
    public void Nesting_has_a_limit(int depth, bool good)
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
        Assert.Equal(good, Record.Exception(() => WireXml.ParseToken(deep)) is not JsonException);
    }

    [Fact]
    public void A_long_text_in_pieces_is_read_at_once()
    {
        string pieces = string.Concat(Enumerable.Repeat("a<!---->", 300_000));
        Assert.Equal(300_000, ((string?)WireXml.ParseToken($"<b>{pieces}</b>")["b"])!.Length);
    }
}
