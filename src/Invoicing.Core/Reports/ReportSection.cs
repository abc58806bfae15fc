using System;
using System.Collections.Generic;

namespace Invoicing.Reports;

/// <summary>A part of a page with its heading: paragraphs, notes, tables and charts in the order in which they were added.</summary>
public sealed class ReportSection
{
    private readonly List<Action<HtmlText>> _parts = [];

    internal ReportSection(string heading) => Heading = heading;

    /// <summary>The heading.</summary>
    public string Heading { get; }

    /// <summary>Adds a paragraph.</summary>
    /// <param name="text">The text.</param>
    public void AddText(string text) => _parts.Add(html => html.Raw("<p>").Text(text).Raw("</p>\n"));

    /// <summary>Adds a paragraph that stands out, such as one about numbers that cannot be known.</summary>
    /// <param name="text">The text.</param>
    public void AddNote(string text) => _parts.Add(html => html.Raw("<p class=\"note\"><strong>Note:</strong> ").Text(text).Raw("</p>\n"));

    /// <summary>Adds a table.</summary>
    /// <param name="caption">The caption; screen readers announce the table by it.</param>
    /// <param name="columns">The columns.</param>
    /// <returns>The table, to be filled.</returns>
    public ReportTable AddTable(string caption, params ReportColumn[] columns)
    {
        var table = new ReportTable(caption, columns);
        _parts.Add(table.Write);
        return table;
    }

    /// <summary>Adds a bar chart. Each number stands beside its bar; a negative bar lies left of the axis.</summary>
    /// <param name="caption">The caption.</param>
    /// <returns>The chart, to be filled.</returns>
    public ReportBars AddBars(string caption)
    {
        var bars = new ReportBars(caption);
        _parts.Add(bars.Write);
        return bars;
    }

    internal void Write(HtmlText html)
    {
        html.Raw("<section>\n<h2>").Text(Heading).Raw("</h2>\n");
        foreach (Action<HtmlText> part in _parts)
        {
            part(html);
        }

        html.Raw("</section>\n");
    }
}
