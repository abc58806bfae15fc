using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Invoicing.Reports;

/// <summary>A bar chart: a row for each value with its label, its bar and its number. The bars are to the scale of the largest one.</summary>
public sealed class ReportBars
{
    private readonly List<(string Label, decimal Value, string? Unit)> _bars = [];

    internal ReportBars(string caption) => Caption = caption;

    /// <summary>The caption.</summary>
    public string Caption { get; }

    /// <summary>Adds a bar.</summary>
    /// <param name="label">The label.</param>
    /// <param name="value">The value.</param>
    /// <param name="unit">The unit behind the number, such as a currency.</param>
    public void Add(string label, decimal value, string? unit = null) => _bars.Add((label, value, unit));

    internal void Write(HtmlText html)
    {
        decimal least = Math.Min(0, _bars.Select(bar => bar.Value).DefaultIfEmpty().Min());
        decimal most = Math.Max(0, _bars.Select(bar => bar.Value).DefaultIfEmpty().Max());
        decimal span = most > least ? most - least : 1;
        html.Raw("<div class=\"box\" role=\"region\" tabindex=\"0\" aria-label=\"").Text(Caption).Raw("\">\n<table class=\"bars\">\n<caption>").Text(Caption).Raw("</caption>\n<tbody>\n");
        foreach ((string label, decimal value, string? unit) in _bars)
        {
            html.Raw("<tr><th scope=\"row\">").Text(label).Raw("</th><td class=\"bar\">");
            WriteBar(html, value, least, span);
            html.Raw("</td><td class=\"n\">").Value(value);
            if (unit is not null)
            {
                html.Raw(" ").Text(unit);
            }

            html.Raw("</td></tr>\n");
        }

        html.Raw("</tbody>\n</table>\n</div>\n");
    }

    /// <summary>The bar in a box of 100 wide. It says nothing that the number beside it does not, so screen readers pass over it.</summary>
    private static void WriteBar(HtmlText html, decimal value, decimal least, decimal span)
    {
        decimal axis = -least / span * 100;
        decimal length = Math.Abs(value) / span * 100;
        decimal from = value < 0 ? axis - length : axis;
        html.Raw("<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">");
        html.Raw($"<rect class=\"{(value < 0 ? "minus" : "plus")}\" x=\"{Place(from)}\" y=\"1\" width=\"{Place(length)}\" height=\"8\"/>");
        html.Raw($"<line class=\"axis\" x1=\"{Place(axis)}\" y1=\"0\" x2=\"{Place(axis)}\" y2=\"10\"/></svg>");
    }

    private static string Place(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
