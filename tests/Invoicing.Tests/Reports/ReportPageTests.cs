using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Invoicing.Reports;
using Xunit;

namespace Invoicing.Tests.Reports;

/// <summary>Pages need nothing from elsewhere, show any text as text, and say their numbers beside every bar.</summary>
public sealed class ReportPageTests
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title></style><svg onload=alert(1)>", "a\u202Egpj.exe\u2066b", "bell\a\u001b[31m\r\nline", "&lt;b&gt;",
        "<!--", "]]>", "line\u2028paragraph\u2029end", "javascript:alert(1)", "lone \ud800 surrogate",
    ];

    public static readonly TheoryData<string> HostileTexts = [.. Hostile];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void HostileTextIsShownAndDoesNothing(string hostile)
    {
        ReportPage page = Page(hostile);
        string html = page.ToString();
        XElement body = Parsed(html);

        Assert.Equal(Tags(Parsed(Page("plain").ToString())), Tags(body));
        Assert.Equal(Attributes(Parsed(Page("plain").ToString())), Attributes(body));
        Assert.DoesNotContain(html, letter => (char.IsControl(letter) && letter != '\n') || letter is '\u202E' or '\u2066' or '\u2028' or '\u2029');
    }

    [Fact]
    public void PlainPartsOfAHostileTextStayReadable() =>
        Assert.Contains("<script>alert(1)</script>", Parsed(Page("<script>alert(1)</script>").ToString()).Descendants("td").Select(cell => cell.Value));

    [Fact]
    public void APageNeedsNothingFromElsewhere()
    {
        string html = Page("Ana & Co").ToString();
        Assert.DoesNotMatch(new Regex("<script|<link|<img|<iframe|@import|url\\(|https?:|src=|href=", RegexOptions.IgnoreCase), html);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Contains("<meta charset=\"utf-8\">", html, StringComparison.Ordinal);
        Assert.Contains("<title>Ana &amp; Co</title>", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", html, StringComparison.Ordinal);
        Assert.Contains("@media print", html, StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersAreShownForPeopleAndForPrograms()
    {
        var page = new ReportPage("Numbers");
        ReportTable table = page.AddSection("S").AddTable("T", ReportColumn.Text("Day"), ReportColumn.Number("Amount"), ReportColumn.Number("Days"));
        table.AddRow(new DateTime(2026, 3, 31), -1234567.5m, 12);
        table.AddTotal("Total", 0.125m, null);
        XElement[] cells = [.. Parsed(page.ToString()).Descendants("td")];

        Assert.Equal(["2026-03-31", "-1,234,567.50", "12", "Total", "0.125", ""], cells.Select(cell => cell.Value));
        Assert.Equal(["-1234567.5", "0.125"], cells.Descendants("data").Select(cell => cell.Attribute("value")!.Value));
        Assert.Equal(["Day", "Amount", "Days"], cells.Take(3).Select(cell => cell.Attribute("data-label")!.Value));
        Assert.Equal([null, "n", "n"], cells.Take(3).Select(cell => cell.Attribute("class")?.Value));
    }

    [Fact]
    public void BarsAreToScaleWithTheirNumbersBeside()
    {
        var page = new ReportPage("Bars");
        ReportBars bars = page.AddSection("S").AddBars("Turnover");
        bars.Add("January", 300, "EUR");
        bars.Add("February", -100, "EUR");
        bars.Add("March", 0);
        XElement body = Parsed(page.ToString());

        Assert.Equal(["25", "0", "25"], body.Descendants("rect").Select(rect => rect.Attribute("x")!.Value));
        Assert.Equal(["75", "25", "0"], body.Descendants("rect").Select(rect => rect.Attribute("width")!.Value));
        Assert.Equal(["300.00 EUR", "-100.00 EUR", "0.00"], body.Descendants("td").Where(cell => cell.Attribute("class")?.Value == "n").Select(cell => cell.Value));
    }

    [Fact]
    public void AChartOfNothingIsEmptyAndNoFault()
    {
        var page = new ReportPage("Bars");
        page.AddSection("S").AddBars("None");
        page.AddSection("Z").AddBars("Zero").Add("January", 0);
        Assert.Equal("0", Assert.Single(Parsed(page.ToString()).Descendants("rect")).Attribute("width")!.Value);
    }

    [Fact]
    public void ARowOfAnotherLengthIsRefused() =>
        Assert.Throws<ArgumentException>(() => new ReportPage("T").AddSection("S").AddTable("T", ReportColumn.Text("A")).AddRow("a", "b"));

    [Fact]
    public void AFileIsWholeAndReplacesNoneUnasked()
    {
        string path = Path.Combine(Path.GetTempPath(), "page-" + Guid.NewGuid().ToString("N") + ".html");
        try
        {
            Page("Õie & Søn").Save(path, overwrite: false);
            byte[] bytes = File.ReadAllBytes(path);
            Assert.Equal(Page("Õie & Søn").ToString(), Encoding.UTF8.GetString(bytes));
            Assert.Equal((byte)'<', bytes[0]);
            Assert.Throws<InvoicingException>(() => Page("other").Save(path, overwrite: false));
            Assert.Equal(bytes, File.ReadAllBytes(path));
            Page("other").Save(path, overwrite: true);
            Assert.Equal(Page("other").ToString(), File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ReportPage Page(string text)
    {
        var page = new ReportPage(text) { Language = "en", Footer = text };
        page.AddFact(text, text);
        ReportSection section = page.AddSection(text);
        section.AddText(text);
        section.AddNote(text);
        section.AddTable(text, ReportColumn.Text(text), ReportColumn.Number(text)).AddRow(text, text);
        section.AddBars(text).Add(text, 1, text);
        return page;
    }

    /// <summary>The page as a tree: what is not well-formed, such as a tag out of a name, would throw or show.</summary>
    private static XElement Parsed(string html) =>
        XElement.Parse(Regex.Replace(html[html.IndexOf("<html", StringComparison.Ordinal)..], "<meta[^>]*>", ""));

    private static IEnumerable<string> Tags(XElement tree) => tree.DescendantsAndSelf().Select(element => element.Name.LocalName);

    private static IEnumerable<string> Attributes(XElement tree) =>
        tree.DescendantsAndSelf().Attributes().Select(attribute => attribute.Parent!.Name + "." + attribute.Name);
}
