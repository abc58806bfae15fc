using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Files that go out, and E-invoices that come in.</summary>
internal static class FileRoutes
{
    /// <summary>An own PDF that came with the invoice goes out in the place of a drawn one. [assumption]</summary>
    public static void Pdf(SimplBooksCall call)
    {
        var document = call.Target;
        var own = document.Shape.Has("copy") ? document.Text("copy") : "";
        call.File("application/pdf", own.Length > 0 ? Convert.FromBase64String(own) : DocumentPdf.Write(call.Resource, document));
    }

    public static void Xml(SimplBooksCall call) =>
        call.File("application/xml", EInvoiceWriter.Write(call.Company, call.Resource, call.Target));

    /// <summary>Answers the copy of a purchase; 400 without one. [assumption]</summary>
    public static void Copy(SimplBooksCall call)
    {
        var purchase = call.Target;
        var file = purchase.Text("file_contents");
        if (file.Length == 0)
        {
            throw Refusal.Invalid($"Purchase with id {purchase.Id} has no copy");
        }

        call.File("application/octet-stream", Convert.FromBase64String(file));
    }

    /// <summary>The id of the last document of the file comes back. [assumption]</summary>
    public static void FromXml(SimplBooksCall call)
    {
        try
        {
            call.Saved(EInvoiceReader.Read(call.Company, call.Resource, Text(call)).Last().Id);
        }
        catch (Exception e) when (e is XmlException or FormatException or OverflowException)
        {
            throw Refusal.Invalid("The XML is not an E-invoice: " + e.Message);
        }
    }

    /// <summary>The XML in a JSON body is plain text, not base64. [assumption]</summary>
    private static string Text(SimplBooksCall call)
    {
        var text = InputReader.IsRaw(call.Http)
            ? Encoding.UTF8.GetString(call.Http.Body.Bytes, 0, call.Http.Body.Count)
            : call.Input["xml"] is JValue value ? value.ToString(CultureInfo.InvariantCulture) : "";
        return text.Length > 0 ? text.TrimStart('\uFEFF') : throw Refusal.Invalid("xml is missing");
    }
}
