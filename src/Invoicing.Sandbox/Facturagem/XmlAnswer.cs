using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Xml;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Writes a body as XML like Rails: dashes in names, attributes for types and nil. [inferred]</summary>
internal static class XmlAnswer
{
    private static readonly Dictionary<Type, string> Types = new()
    {
        [typeof(long)] = "integer",
        [typeof(decimal)] = "decimal",
        [typeof(bool)] = "boolean",
        [typeof(DateTime)] = "date",
        [typeof(DateTimeOffset)] = "datetime",
    };

    // The same bytes on every system, and texts that come back as they went out.
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static string Write(Content content)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            Write(xml, content.Root, content.Value);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(XmlWriter xml, string name, JToken token)
    {
        xml.WriteStartElement(name.Replace('_', '-'));
        switch (token)
        {
            case JObject branch:
                foreach (var property in branch.Properties())
                {
                    Write(xml, property.Name, property.Value);
                }

                break;
            case JArray rows:
                xml.WriteAttributeString("type", "array");
                foreach (var row in rows)
                {
                    Write(xml, Singular(name), row);
                }

                break;
            default:
                WriteScalar(xml, ((JValue)token).Value);
                break;
        }

        xml.WriteEndElement();
    }

    private static void WriteScalar(XmlWriter xml, object? value)
    {
        if (value is null)
        {
            xml.WriteAttributeString("nil", "true");
            return;
        }

        if (Types.TryGetValue(value.GetType(), out var type))
        {
            xml.WriteAttributeString("type", type);
        }

        xml.WriteString(XmlCharacters.Clean(WireText.Of(value)!));
    }

    private static string Singular(string name)
    {
        if (name.EndsWith("ies", StringComparison.Ordinal))
        {
            return name.Substring(0, name.Length - 3) + "y";
        }

        return name.EndsWith("s", StringComparison.Ordinal) && !name.EndsWith("ss", StringComparison.Ordinal)
            ? name.Substring(0, name.Length - 1)
            : name;
    }
}
