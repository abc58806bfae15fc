using System;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>A row of a resource's table of filters: a member of a list request and its condition.</summary>
internal sealed class Filter
{
    private Filter(string name, Func<string, Func<Company, Record, bool>?> parse)
    {
        Name = name;
        Parse = parse;
    }

    public string Name { get; }

    /// <summary>Makes the condition out of the text that was sent; null when it makes no sense.</summary>
    public Func<string, Func<Company, Record, bool>?> Parse { get; }

    /// <summary>A whole text, in any case.</summary>
    public static Filter Text(string name) =>
        new(name, text => (_, record) => string.Equals(record.Text(name), text, StringComparison.OrdinalIgnoreCase));

    public static Filter Contains(string name) =>
        new(name, text => (_, record) => record.Text(name).IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0);

    public static Filter Whole(string name) =>
        new(name, text => FieldText.Parse(FieldKind.Integer, text, out _) is long value
            ? (_, record) => record.Whole(name) == value
            : null);

    public static Filter From(string name, string field) =>
        new(name, text => FieldText.FilterDate(text, isEnd: false) is { } from ? (_, record) => record.Date(field) >= from : null);

    public static Filter To(string name, string field) =>
        new(name, text => FieldText.FilterDate(text, isEnd: true) is { } to ? (_, record) => record.Date(field) <= to : null);

    /// <summary>A condition that only one resource has.</summary>
    public static Filter Of(string name, Func<Company, Record, string, bool> matches) =>
        new(name, text => (company, record) => matches(company, record, text));
}
