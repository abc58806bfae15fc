using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Invoicing.Sandbox.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Reads an XML body the way Rails does: the root's name becomes the first name, dashes become underscores. [inferred]</summary>
internal static class XmlBody
{
    private const int MaxDepth = 32;

    /// <exception cref="XmlException">The body is not XML, or brings a document type along.</exception>
    public static JProperty Read(ByteBuffer body)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(body.Bytes, 0, body.Count, writable: false), settings);
        var root = XDocument.Load(reader).Root!;
        return new JProperty(Name(root), Value(root, 0));
    }

    private static string Name(XElement element) => element.Name.LocalName.Replace('-', '_');

    private static JToken Value(XElement element, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new XmlException("The elements are nested too deeply.");
        }

        if ((string?)element.Attribute("nil") == "true")
        {
            return JValue.CreateNull();
        }

        if ((string?)element.Attribute("type") == "array")
        {
            return new JArray(element.Elements().Select(row => Value(row, depth + 1)));
        }

        if (!element.HasElements)
        {
            return new JValue(element.Value);
        }

        var branch = new JObject();
        foreach (var child in element.Elements())
        {
            branch[Name(child)] = Value(child, depth + 1);
        }

        return branch;
    }
}
