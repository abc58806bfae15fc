using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Invoicing.Sandbox.Pdf;
using Xunit;

namespace Invoicing.Tests.SandboxSaft;

public sealed class PdfWriterTests
{
    [Fact]
    public void TheCrossReferencesPointAtTheirObjects()
    {
        // One character a byte, so an index into the text is an offset into the file.
        var pdf = Text("Título (€)", Enumerable.Range(1, 120).Select(i => "Linha " + i).ToArray());
        var start = int.Parse(Regex.Match(pdf, @"startxref\n(\d+)\n%%EOF\n$").Groups[1].Value, CultureInfo.InvariantCulture);
        var table = Regex.Match(
            pdf[start..],
            @"^xref\n0 (\d+)\n0000000000 65535 f \n((?:\d{10} 00000 n \n)+)trailer\n<< /Size (\d+) ");
        var offsets = Regex.Matches(table.Groups[2].Value, @"\d{10} ").Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();

        Assert.StartsWith("%PDF-1.4\n", pdf);
        Assert.Equal((offsets.Count + 1).ToString(CultureInfo.InvariantCulture), table.Groups[1].Value);
        Assert.Equal(table.Groups[1].Value, table.Groups[3].Value);
        Assert.All(offsets.Select((offset, i) => (offset, i)), o => Assert.StartsWith($"{o.i + 1} 0 obj\n", pdf[o.offset..]));
        Assert.Equal(offsets.Count, Regex.Count(pdf, @"\d+ 0 obj\n"));
    }

    [Fact]
    public void StreamsHaveTheLengthTheySay()
    {
        var pdf = Text("Título", "Café (5 €) \\ fim");
        var stream = Regex.Match(pdf, @"<< /Length (\d+) >>\nstream\n(.*?)\nendstream", RegexOptions.Singleline);

        Assert.Equal(int.Parse(stream.Groups[1].Value, CultureInfo.InvariantCulture), stream.Groups[2].Length);
        Assert.Contains("(T\u00EDtulo) Tj", stream.Groups[2].Value);
        Assert.Contains("(Caf\u00E9 \\(5 \u0080\\) \\\\ fim) Tj", stream.Groups[2].Value);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(49, 1)]
    [InlineData(50, 2)]
    [InlineData(120, 3)]
    public void LinesFlowOverAsManyPagesAsTheyNeed(int lines, int pages)
    {
        var pdf = Text("t", Enumerable.Repeat("x", lines).ToArray());

        Assert.Contains($"/Count {pages} ", pdf);
        Assert.Equal(pages, Regex.Count(pdf, "/Type /Page "));
        Assert.Equal(lines, Regex.Count(pdf, @"\(x\) Tj T\*"));
    }

    [Fact]
    public void LongLinesAreBrokenBetweenWordsAndNothingIsLost()
    {
        var words = string.Join(' ', Enumerable.Repeat("palavra", 30));
        var rows = Regex.Matches(Text("t", words, new string('w', 200)), @"\((.*?)\) Tj T\*").Select(m => m.Groups[1].Value).ToList();

        Assert.All(rows, row => Assert.InRange(row.Length, 1, 90));
        Assert.Equal(words + " " + new string('w', 200), Regex.Replace(string.Join(' ', rows), "(?<=w{20}) (?=w)", string.Empty));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(41, 1)]
    [InlineData(42, 2)]
    public void TheCodeStandsBelowTheTextOrOnAPageOfItsOwn(int lines, int pages)
    {
        var code = new[,] { { true, false }, { false, false } };
        var pdf = Encoding.Latin1.GetString(PdfWriter.Write("t", Enumerable.Repeat("x", lines), code));

        Assert.Contains($"/Count {pages} ", pdf);
        Assert.Matches(@"q 45 0 0 45 56 -?\d+ cm\n0 1 1 1 re\nf Q", pdf);
        Assert.True(int.Parse(Regex.Match(pdf, @"56 (\d+) cm").Groups[1].Value, CultureInfo.InvariantCulture) >= 40);
    }

    private static string Text(string title, params string[] lines) => Encoding.Latin1.GetString(PdfWriter.Write(title, lines));
}
