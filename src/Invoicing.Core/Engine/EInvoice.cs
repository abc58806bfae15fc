using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Invoicing.Engine;

/// <summary>One Estonian E-invoice of an XML file. A file may hold several.</summary>
public sealed class EInvoice
{
    private EInvoice(byte[] content) => Content = content;

    /// <summary>Number of the invoice; <c>null</c> if the file does not tell.</summary>
    public string? Number { get; private init; }

    /// <summary>Date of the invoice.</summary>
    public DateTime? Date { get; private init; }

    /// <summary>Registration number of the seller.</summary>
    public string? SellerNumber { get; private init; }

    /// <summary>True for a credit invoice.</summary>
    public bool IsCredit { get; private init; }

    /// <summary>A file with this invoice alone; the given file, byte for byte, if it holds no other.</summary>
    public byte[] Content { get; }

    /// <summary>Reads the invoices of a file.</summary>
    /// <param name="xml">The file, in the encoding that it says itself.</param>
    /// <returns>The invoices, in order; one without a number if the file is of another kind, which the provider shall judge.</returns>
    /// <exception cref="InvoicingException">The file is not well-formed XML (<see cref="ErrorKind.InvalidInput"/>).</exception>
    public static IReadOnlyList<EInvoice> Read(byte[] xml)
    {
        XDocument document = Load(xml);
        XElement[] invoices = [.. document.Root!.Elements().Where(element => element.Name.LocalName == "Invoice")];
        return invoices.Length switch
        {
            0 => [new EInvoice(xml)],
            1 => [Of(invoices[0], xml)],
            _ => [.. invoices.Select(invoice => Of(invoice, Alone(document, invoice)))],
        };
    }

    private static XDocument Load(byte[] xml)
    {
        try
        {
            using var stream = new MemoryStream(xml);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (XmlException fault)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"The file is not well-formed XML: {fault.Message}", fault)
            {
                Advice = "Get the file again from where it came.",
            };
        }
    }

    private static EInvoice Of(XElement invoice, byte[] content)
    {
        XElement? information = Child(invoice, "InvoiceInformation");
        return new EInvoice(content)
        {
            Number = Text(information, "InvoiceNumber"),
            Date = DateTime.TryParseExact(Text(information, "InvoiceDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) ? day : null,
            SellerNumber = Text(Child(Child(invoice, "InvoiceParties"), "SellerParty"), "RegNumber") ?? (string?)invoice.Attribute("sellerRegnumber"),
            IsCredit = (string?)Child(information, "Type")?.Attribute("type") == "CRE",
        };
    }

    /// <summary>The file without the other invoices, with a footer that counts this one.</summary>
    private static byte[] Alone(XDocument document, XElement invoice)
    {
        var root = new XElement(document.Root!.Name, document.Root.Attributes());
        foreach (XElement element in document.Root.Elements().Where(element => element == invoice || element.Name.LocalName != "Invoice"))
        {
            root.Add(new XElement(element));
        }

        XElement? footer = Child(root, "Footer");
        Child(footer, "TotalNumberInvoices")?.SetValue("1");
        if (Text(Child(invoice, "InvoiceSumGroup"), "TotalSum") is { } total)
        {
            Child(footer, "TotalAmount")?.SetValue(total);
        }

        using var stream = new MemoryStream();
        new XDocument(document.Declaration is { } declaration ? new XDeclaration(declaration.Version, "utf-8", declaration.Standalone) : null, root).Save(stream);
        return stream.ToArray();
    }

    private static XElement? Child(XElement? parent, string name) => parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static string? Text(XElement? parent, string name) => Child(parent, name)?.Value.Trim() is { Length: > 0 } text ? text : null;
}
