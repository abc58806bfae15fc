using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Invoicing.Reports;

/// <summary>
/// A report as one HTML page that needs nothing else: no script, no font, no address. It prints, follows the light or dark scheme of the reader's
/// system, and fits a telephone. All text is shown as text, whatever it contains.
/// </summary>
public sealed class ReportPage
{
    /// <summary>Name of the element that holds <see cref="Data"/>.</summary>
    internal const string DataName = "invoicing-data";

    private readonly List<KeyValuePair<string, object?>> _facts = [];
    private readonly List<ReportSection> _sections = [];

    /// <summary>Creates an empty page.</summary>
    /// <param name="title">The title: that of the window and the heading.</param>
    public ReportPage(string title) => Title = title;

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The language of the page's own words, as a code such as <c>en</c>.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Small print at the end, such as the source of the numbers.</summary>
    public string? Footer { get; set; }

    /// <summary>Numbers of the page for programs, as text; readers do not see them. They are markup and no script, so that nothing runs.</summary>
    internal string? Data { get; set; }

    /// <summary>The sections, in order.</summary>
    public IReadOnlyList<ReportSection> Sections => _sections;

    /// <summary>Adds a name and its value below the title, such as the client or the period.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value: text, an amount or a date.</param>
    public void AddFact(string name, object? value) => _facts.Add(new KeyValuePair<string, object?>(name, value));

    /// <summary>Adds a section.</summary>
    /// <param name="heading">The heading.</param>
    /// <returns>The section, to be filled.</returns>
    public ReportSection AddSection(string heading)
    {
        var section = new ReportSection(heading);
        _sections.Add(section);
        return section;
    }

    /// <summary>Writes the page to a file. What lies at the place is never half a page.</summary>
    /// <param name="path">The path.</param>
    /// <param name="overwrite">Replaces a file that is there.</param>
    /// <exception cref="InvoicingException">The file is there already, is a link, or cannot be written.</exception>
    public void Save(string path, bool overwrite) => OutputFile.Write(path, overwrite, partial =>
    {
        using var writer = new StreamWriter(partial, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Write(writer);
    });

    /// <summary>Writes the page.</summary>
    /// <param name="writer">The writer; its encoding has to be UTF-8.</param>
    public void Write(TextWriter writer)
    {
        var html = new HtmlText(writer);
        html.Raw("<!DOCTYPE html>\n<html lang=\"").Text(Language).Raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"format-detection\" content=\"telephone=no\">\n");

        // A second lock: if markup ever came through, no browser would run or fetch it.
        html.Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        if (Data is not null)
        {
            html.Raw("<meta name=\"" + DataName + "\" content=\"").Text(Data).Raw("\">\n");
        }

        html.Raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>").Text(Title).Raw("</title>\n<style>\n").Raw(PageStyle.Css).Raw("</style>\n</head>\n<body>\n");
        html.Raw("<header>\n<h1>").Text(Title).Raw("</h1>\n");
        WriteFacts(html);
        html.Raw("</header>\n<main>\n");
        foreach (ReportSection section in _sections)
        {
            section.Write(html);
        }

        html.Raw("</main>\n");
        if (!string.IsNullOrWhiteSpace(Footer))
        {
            html.Raw("<footer>").Text(Footer).Raw("</footer>\n");
        }

        html.Raw("</body>\n</html>\n");
    }

    /// <summary>The HTML of the page.</summary>
    public override string ToString()
    {
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        Write(writer);
        return writer.ToString();
    }

    private void WriteFacts(HtmlText html)
    {
        if (_facts.Count == 0)
        {
            return;
        }

        html.Raw("<dl class=\"facts\">\n");
        foreach (KeyValuePair<string, object?> fact in _facts)
        {
            html.Raw("<div><dt>").Text(fact.Key).Raw("</dt><dd>").Value(fact.Value).Raw("</dd></div>\n");
        }

        html.Raw("</dl>\n");
    }
}
