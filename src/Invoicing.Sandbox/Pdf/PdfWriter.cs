using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Invoicing.Shared;

namespace Invoicing.Sandbox.Pdf;

// A plain A4 document in PDF 1.4: a title, lines of text, and a QR code below them.
internal static class PdfWriter
{
    // Catalogue, page tree, two fonts and the document information come before the pages.
    private const int FirstPage = 6;

    public static byte[] Write(string title, IEnumerable<string> lines, bool[,]? code = null)
    {
        var pages = PdfLayout.Pages(title, lines, code);
        var kids = string.Join(" ", pages.Select((_, i) => $"{FirstPage + (2 * i)} 0 R"));
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{kids}] >>",
            Font("Helvetica"),
            Font("Helvetica-Bold"),
            $"<< /Title <FEFF{Hex(title)}> >>",
        };
        for (var i = 0; i < pages.Count; i++)
        {
            objects.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
                + $"/Contents {FirstPage + (2 * i) + 1} 0 R >>");
            objects.Add($"<< /Length {pages[i].Length} >>\nstream\n{pages[i]}\nendstream");
        }

        return Assemble(objects);
    }

    // Every character is one byte, so the length of the text so far is the offset of what follows.
    private static byte[] Assemble(List<string> objects)
    {
        // The second line has bytes above 127, so that transfer programs treat the file as binary.
        var pdf = new StringBuilder("%PDF-1.4\n%âãÏÓ\n");
        var offsets = new StringBuilder("0000000000 65535 f \n");
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Append(pdf.Length.ToString("D10", CultureInfo.InvariantCulture)).Append(" 00000 n \n");
            pdf.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append($"xref\n0 {objects.Count + 1}\n{offsets}");
        pdf.Append($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return new Windows1252Encoding().GetBytes(pdf.ToString());
    }

    private static string Font(string name) => $"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>";

    private static string Hex(string text) =>
        string.Concat(Encoding.BigEndianUnicode.GetBytes(text).Select(b => b.ToString("X2", CultureInfo.InvariantCulture)));
}
