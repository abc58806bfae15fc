using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Xml;
using Invoicing.Saft.Protection;
using Invoicing.Saft.Reading;

namespace Invoicing.Saft;

/// <summary>
/// Copies files with names, addresses, tax numbers and texts replaced, so that they can be shown to others. Structure, numbers of documents,
/// dates, amounts and codes stay, and so do the faults that a check finds; what was equal stays equal in all copies of one protector.
/// Signatures and ATCUD are replaced, too: they no longer verify.
/// </summary>
public sealed class SaftProtector : IDisposable
{
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string XmlNamespaces = "http://www.w3.org/2000/xmlns/";

    private readonly Replacement _replacement = new();

    /// <summary>Writes a protected copy. Comments and processing instructions are left out.</summary>
    /// <param name="source">The XML file, ZIP or gzip; it is not changed.</param>
    /// <param name="destination">The stream for the XML of the copy, in the encoding of the source.</param>
    /// <exception cref="SaftFormatException">The file cannot be read as SAF-T (PT).</exception>
    public void Copy(string source, Stream destination)
    {
        using var input = SaftSource.Open(source);
        using var output = new StreamWriter(destination, input.Encoding.Encoding, 1 << 16, leaveOpen: true);
        if (input.Encoding.Declared is { } declared)
        {
            output.Write($"<?xml version=\"1.0\" encoding=\"{declared}\"?>\n");
        }

        using var reader = XmlReader.Create(input.Text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
        });
        using var writer = XmlWriter.Create(
            output, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None, ConformanceLevel = ConformanceLevel.Document });
        try
        {
            Copy(reader, writer, input);
        }
        catch (XmlException fault)
        {
            throw input.Text.IsAtEnd
                ? new SaftFormatException("F05", $"The file ends too early, at line {fault.LineNumber}.", fault.LineNumber, inner: fault)
                : new SaftFormatException("F01", $"The file is not well-formed XML at line {fault.LineNumber}.", fault.LineNumber, inner: fault);
        }
        catch (InvalidDataException fault)
        {
            throw SaftSource.Damaged(fault);
        }
    }

    /// <summary>Forgets the secret that the replacements are made with.</summary>
    public void Dispose() => _replacement.Dispose();

    private void Copy(XmlReader reader, XmlWriter writer, SaftSource input)
    {
        var open = new Stack<string>();
        var text = new StringBuilder();
        while (Next(reader, input))
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Flush(writer, open, text);
                    if (open.Count == 0)
                    {
                        SaftVersion.Require(reader.LocalName, reader.NamespaceURI, ((IXmlLineInfo)reader).LineNumber);
                    }

                    open.Push(reader.LocalName);
                    WriteStart(reader, writer);
                    if (reader.IsEmptyElement)
                    {
                        open.Pop();
                        writer.WriteEndElement();
                    }

                    break;
                case XmlNodeType.EndElement:
                    Flush(writer, open, text);
                    open.Pop();
                    writer.WriteFullEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when open.Count > 0:
                    Flush(writer, open, text);
                    writer.WriteWhitespace(reader.Value);
                    break;
            }
        }
    }

    private static bool Next(XmlReader reader, SaftSource input)
    {
        input.Text.NextNode();
        return reader.Read();
    }

    private void Flush(XmlWriter writer, Stack<string> open, StringBuilder text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var element = open.Pop();
        var parent = open.Count > 0 ? open.Peek() : "";
        open.Push(element);
        writer.WriteString(_replacement.Of(parent, element, text.ToString()));
        text.Clear();
    }

    private void WriteStart(XmlReader reader, XmlWriter writer)
    {
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            var isOfXml = reader.NamespaceURI is SchemaInstance or XmlNamespaces;
            writer.WriteAttributeString(
                reader.Prefix, reader.LocalName, reader.NamespaceURI, isOfXml ? reader.Value : _replacement.Of("", "@", reader.Value));
        }

        reader.MoveToElement();
    }
}
