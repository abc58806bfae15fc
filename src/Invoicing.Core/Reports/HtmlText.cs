using System;
using System.Globalization;
using System.IO;
using Invoicing.Http;

namespace Invoicing.Reports;

/// <summary>Writes HTML: markup of our own as it is, everything else as text that no browser takes for markup.</summary>
internal sealed class HtmlText
{
    private readonly TextWriter _writer;

    public HtmlText(TextWriter writer) => _writer = writer;

    /// <summary>Writes markup.</summary>
    public HtmlText Raw(string markup)
    {
        _writer.Write(markup);
        return this;
    }

    /// <summary>Writes text, in an element or in an attribute between double quotes.</summary>
    public HtmlText Text(string? text)
    {
        foreach (char letter in ShownText.Of(text ?? ""))
        {
            _writer.Write(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => letter.ToString(),
            });
        }

        return this;
    }

    /// <summary>Writes a value: a number or a date in the form that people read, with the form that programs read beside it.</summary>
    public HtmlText Value(object? value) => value switch
    {
        null => this,
        decimal amount => Raw("<data value=\"").Text(amount.ToString(CultureInfo.InvariantCulture)).Raw("\">").Text(Amount(amount)).Raw("</data>"),
        DateTime day => Raw("<time>").Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Raw("</time>"),
        IFormattable other => Text(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => Text(value.ToString()),
    };

    private static string Amount(decimal amount) => amount.ToString("#,##0.00####", CultureInfo.InvariantCulture);
}
