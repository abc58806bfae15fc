using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Invoicing.Sandbox.Saft;

namespace Invoicing.Sandbox.Pdf;

// Breaks lines into pages and writes each page's drawing commands. Lengths are points of 1/72 inch.
internal static class PdfLayout
{
    private const int Left = 56;
    private const int TitleY = 780;
    private const int FirstRowY = 752;
    private const int RowHeight = 14;
    private const int RowsOfPage = 49;

    // Helvetica's widths are not known here; at ten points so many ordinary characters fit.
    private const int Columns = 90;

    // A printed code has at least 3 cm, which is 85 points, and a margin of 2.5 mm [seen].
    private const int CodeSize = 90;
    private const int RowsOfCode = 8;

    public static IReadOnlyList<string> Pages(string title, IEnumerable<string> lines, bool[,]? code)
    {
        var rows = lines.SelectMany(Wrap).ToList();
        var pages = new List<string>();
        for (var first = 0; first == 0 || first < rows.Count; first += RowsOfPage)
        {
            pages.Add(Page(title, rows.Skip(first).Take(RowsOfPage)));
        }

        if (code != null)
        {
            var used = rows.Count - ((pages.Count - 1) * RowsOfPage);
            if (used + RowsOfCode > RowsOfPage)
            {
                pages.Add(Page(title, Array.Empty<string>()));
                used = 0;
            }

            pages[pages.Count - 1] += "\n" + Code(code, FirstRowY - (used * RowHeight));
        }

        return pages;
    }

    private static IEnumerable<string> Wrap(string line)
    {
        // As many whole words as fit, or a piece of a word that does not fit alone.
        var pattern = $@"\S.{{0,{Columns - 1}}}(?=\s|$)|\S{{{Columns}}}";
        var rows = Regex.Matches(SaftText.Clean(line, int.MaxValue), pattern).Cast<Match>().Select(m => m.Value.TrimEnd());
        return rows.DefaultIfEmpty(string.Empty);
    }

    private static string Page(string title, IEnumerable<string> rows)
    {
        var page = new StringBuilder($"BT /F2 14 Tf {Left} {TitleY} Td {Show(SaftText.Clean(title, 60))} ET\n");
        page.Append($"BT /F1 10 Tf {RowHeight} TL {Left} {FirstRowY} Td");
        foreach (var row in rows)
        {
            page.Append($"\n{Show(row)} T*");
        }

        return page.Append("\nET").ToString();
    }

    // One unit is one module of the code; the matrix counts rows from the top, the page from the bottom.
    private static string Code(bool[,] code, int top)
    {
        var size = code.GetLength(0);
        var scale = SaftText.Quantity(Math.Round((decimal)CodeSize / size, 4));
        var drawing = new StringBuilder($"q {scale} 0 0 {scale} {Left} {top - CodeSize} cm");
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                drawing.Append(code[row, column] ? $"\n{column} {size - row - 1} 1 1 re" : string.Empty);
            }
        }

        return drawing.Append("\nf Q").ToString();
    }

    private static string Show(string text) => "(" + Regex.Replace(text, @"[()\\]", @"\$0") + ") Tj";
}
