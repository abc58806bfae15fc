using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Identity of a record: its object, identifier or name.</summary>
public sealed class RecordIdentity
{
    private RecordIdentity(object source) => Source = source;

    /// <summary>The object itself.</summary>
    public InvoiceRecord? Record { get; private init; }

    /// <summary>The provider's identifier.</summary>
    public string? Id { get; private init; }

    /// <summary>The whole name.</summary>
    public string? Name { get; private init; }

    /// <summary>The user's input, as the target of errors.</summary>
    internal object Source { get; }

    /// <summary>The original value.</summary>
    public override string ToString() => Record?.ToString() ?? Name ?? Id ?? "";

    /// <summary>Reads user input. Digits alone are an identifier, other text is a name.</summary>
    internal static RecordIdentity From(object source) => source switch
    {
        InvoiceRecord record => new RecordIdentity(source) { Record = record },
        int or long => new RecordIdentity(source) { Id = InputValue.Text(source) },
        string text when text.Trim().Length > 0 => FromText(source, text.Trim()),
        PSObject or IDictionary => FromRow(source),
        _ => throw new FormatException($"'{source}' names nothing: give an id, a name or the object."),
    };

    private static RecordIdentity FromText(object source, string text) =>
        text.All(char.IsDigit) ? new RecordIdentity(source) { Id = text } : new RecordIdentity(source) { Name = text };

    private static RecordIdentity FromRow(object row) =>
        InputRow.First(row, "Id") is { } id ? new RecordIdentity(row) { Id = id }
        : InputRow.First(row, "Name") is { } name ? new RecordIdentity(row) { Name = name }
        : throw new FormatException("The row has no Id or Name, so it names nothing.");
}
