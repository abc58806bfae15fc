using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using Invoicing.Http.Limits;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Http.Xml;

/// <summary>
/// XML as Ruby on Rails writes and reads it, turned into JSON and back, so that one table serves both: dashes for underscores in names,
/// <c>type="array"</c> and <c>nil="true"</c> as attributes, and a root named after the resource, or <c>hash</c> where nothing has a name.
/// </summary>
internal static class WireXml
{
    /// <summary>Root name of an unnamed object.</summary>
    private const string Nameless = "hash";

    /// <summary>Settings that refuse document types, which could expand without end or read local files.</summary>
    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
    };

    /// <summary>Settings that keep line ends as they are, on every system.</summary>
    private static readonly XmlWriterSettings Writing = new() { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize };

    public static bool IsXml(string text) => text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("<", StringComparison.Ordinal);

    /// <summary>True if the body declares itself as XML; an HTML page does not.</summary>
    public static bool IsDeclared(string text) => text.TrimStart('\uFEFF').StartsWith("<?xml", StringComparison.Ordinal);

    public static JsonReader Open(Stream stream) => Read(XmlReader.Create(new ShortTagStream(stream), Reading)).CreateReader();

    /// <summary>Reads XML from a text and ignores its declared encoding.</summary>
    /// <exception cref="JsonException">The text is not XML of this kind.</exception>
    public static JToken ParseToken(string text) => Read(XmlReader.Create(
        new StreamReader(new ShortTagStream(new MemoryStream(Encoding.UTF8.GetBytes(text))), Encoding.UTF8), Reading));

    /// <exception cref="InvoicingException">A text contains a character that XML cannot represent.</exception>
    public static string Write(JToken body)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        text.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        try
        {
            using var xml = XmlWriter.Create(text, Writing);
            if (body is JObject { Count: 1 } wrapped && wrapped.Properties().Single() is { Value: JObject } only)
            {
                Write(xml, only.Name, only.Value);
            }
            else
            {
                Write(xml, Nameless, body);
            }
        }
        catch (ArgumentException fault)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, "A text contains a character that XML cannot represent.", fault);
        }

        return text.ToString();
    }

    private static JToken Read(XmlReader xml)
    {
        using (xml)
        {
            try
            {
                xml.MoveToContent();
                string root = NameOf(xml);
                int left = AnswerLimits.MaxTokens;
                JToken value = ReadElement(xml, ref left);

                // Reads to the end: a truncated answer must not pass as complete.
                while (xml.Read())
                {
                }

                return root == Nameless ? value : new JObject { [root] = value };
            }
            catch (XmlException fault)
            {
                throw new JsonReaderException("The answer is not complete XML.", fault);
            }
        }
    }

    private static JToken ReadElement(XmlReader xml, ref int left)
    {
        if (xml.Depth > AnswerLimits.MaxDepth)
        {
            throw new JsonReaderException("The answer is nested too deeply.");
        }

        if (--left < 0)
        {
            throw AnswerLimits.TooMany();
        }

        string? type = xml.GetAttribute("type");
        bool isNil = xml.GetAttribute("nil") == "true";
        List<KeyValuePair<string, JToken>> children = [];
        var text = new StringBuilder();
        if (!xml.IsEmptyElement)
        {
            while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    children.Add(new KeyValuePair<string, JToken>(NameOf(xml), ReadElement(xml, ref left)));
                }
                else
                {
                    text.Append(xml.Value);
                }
            }
        }

        return isNil ? JValue.CreateNull()
            : type == "array" || IsUntypedList(children) ? new JArray(children.Select(child => child.Value))
            : children.Count > 0 ? Object(children)
            : Scalar(text.ToString(), type);
    }

    /// <summary>True for several elements of one name and no other: a list without a declared type.</summary>
    private static bool IsUntypedList(List<KeyValuePair<string, JToken>> children) =>
        children.Count > 1 && children.All(child => child.Key == children[0].Key);

    /// <summary>
    /// Repeated elements are a list also among other elements, as in Rails: otherwise one of two amounts would be lost.
    /// </summary>
    private static JObject Object(List<KeyValuePair<string, JToken>> children) => new(children
        .GroupBy(child => child.Key, child => child.Value)
        .Select(same => new JProperty(same.Key, same.Count() == 1 ? same.First() : new JArray(same))));

    /// <summary>Decimals stay text, as in Rails' JSON: no digit is lost, and the field map reads both.</summary>
    private static JValue Scalar(string text, string? type) => type switch
    {
        "integer" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => new JValue(number),
        "boolean" when text is "true" or "1" => new JValue(true),
        "boolean" when text is "false" or "0" => new JValue(false),
        _ => new JValue(text),
    };

    private static string NameOf(XmlReader xml) => xml.LocalName.Replace('-', '_');

    private static void Write(XmlWriter xml, string name, JToken token)
    {
        xml.WriteStartElement(XmlConvert.EncodeLocalName(name.Replace('_', '-')));
        switch (token)
        {
            case JObject source:
                foreach (JProperty property in source.Properties())
                {
                    Write(xml, property.Name, property.Value);
                }

                break;

            case JArray source:
                xml.WriteAttributeString("type", "array");
                foreach (JToken item in source)
                {
                    Write(xml, name.EndsWith("s", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) : name, item);
                }

                break;

            case JValue { Value: null }:
                xml.WriteAttributeString("nil", "true");
                break;

            case JValue scalar:
                if (scalar.Type is JTokenType.Integer or JTokenType.Boolean)
                {
                    xml.WriteAttributeString("type", scalar.Type == JTokenType.Integer ? "integer" : "boolean");
                }

                string text = Convert.ToString(scalar.Value, CultureInfo.InvariantCulture)!;
                xml.WriteString(scalar.Type == JTokenType.Boolean ? text.ToLowerInvariant() : text);
                break;
        }

        xml.WriteEndElement();
    }
}
