using System;
using System.Collections.Generic;

namespace Invoicing.Reports;

/// <summary>A table. On a narrow screen a wide one becomes a list of rows with the columns' names, a small one scrolls in its own box.</summary>
public sealed class ReportTable
{
    private const int MostColumnsOfSmall = 4;

    private readonly List<KeyValuePair<object?[], bool>> _rows = [];

    internal ReportTable(string caption, IReadOnlyList<ReportColumn> columns)
    {
        Caption = caption;
        Columns = columns;
    }

    /// <summary>The caption.</summary>
    public string Caption { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<ReportColumn> Columns { get; }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A value for each column: text, an amount (<see cref="decimal"/>), a count, a date, or <c>null</c> for an empty cell.</param>
    public void AddRow(params object?[] cells) => Add(cells, isTotal: false);

    /// <summary>Adds a row that stands out, such as a total or a balance.</summary>
    /// <param name="cells">A value for each column, as for <see cref="AddRow"/>.</param>
    public void AddTotal(params object?[] cells) => Add(cells, isTotal: true);

    internal void Write(HtmlText html)
    {
        html.Raw("<div class=\"box\" role=\"region\" tabindex=\"0\" aria-label=\"").Text(Caption).Raw("\">\n<table");
        html.Raw(Columns.Count > MostColumnsOfSmall ? " class=\"wide\">\n<caption>" : ">\n<caption>").Text(Caption).Raw("</caption>\n<thead><tr>");
        foreach (ReportColumn column in Columns)
        {
            html.Raw(column.IsNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Text(column.Name).Raw("</th>");
        }

        html.Raw("</tr></thead>\n<tbody>\n");
        foreach (KeyValuePair<object?[], bool> row in _rows)
        {
            WriteRow(html, row.Key, row.Value);
        }

        html.Raw("</tbody>\n</table>\n</div>\n");
    }

    private void WriteRow(HtmlText html, object?[] cells, bool isTotal)
    {
        html.Raw(isTotal ? "<tr class=\"total\">" : "<tr>");
        for (int place = 0; place < cells.Length; place++)
        {
            ReportColumn column = Columns[place];
            html.Raw(column.IsNumber ? "<td class=\"n\" data-label=\"" : "<td data-label=\"").Text(column.Name).Raw("\">").Value(cells[place]).Raw("</td>");
        }

        html.Raw("</tr>\n");
    }

    private void Add(object?[] cells, bool isTotal)
    {
        if (cells.Length != Columns.Count)
        {
            throw new ArgumentException($"The table '{Caption}' has {Columns.Count} columns, not {cells.Length}.", nameof(cells));
        }

        _rows.Add(new KeyValuePair<object?[], bool>(cells, isTotal));
    }
}
