using System;
using System.Collections;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>A record of a smaller kind by what a person has of it: its object, or a key.</summary>
public sealed class RecordIdentity
{
    private RecordIdentity(object source) => Source = source;

    /// <summary>The object itself.</summary>
    public InvoiceRecord? Record { get; private init; }

    /// <summary>The key; <c>null</c> if the object was given.</summary>
    public RecordKey? Key { get; private init; }

    /// <summary>The provider's identifier, where it was given as one.</summary>
    public string? Id => Key is { Kind: RecordKeyKind.Id } key ? key.Text : null;

    /// <summary>The account that a row was written in.</summary>
    internal RecordOrigin? Origin { get; private init; }

    /// <summary>The user's input, as the target of errors.</summary>
    internal object Source { get; }

    /// <summary>The original value.</summary>
    public override string ToString() => Record?.ToString() ?? Key?.Text ?? "";

    /// <summary>Reads user input.</summary>
    /// <param name="source">The input.</param>
    /// <param name="kind">The kind of key that text is.</param>
    internal static RecordIdentity From(object source, RecordKeyKind kind) => source switch
    {
        InvoiceRecord record => new RecordIdentity(source) { Record = record },
        PSObject or IDictionary => FromRow(source),
        _ => KeyText.Of(source) is { } text
            ? new RecordIdentity(source) { Key = new RecordKey(kind, text) }
            : throw new FormatException($"'{source}' names nothing: give a code, a name, an id or the object."),
    };

    /// <summary>The record of a row that was written to a file, as far as it identifies the record for people.</summary>
    internal T RecordOfRow<T>(IRecordOwner owner)
        where T : InvoiceRecord, new()
    {
        var record = new T { Id = InputRow.First(Source, "Id") }.OwnedBy(owner).AsPartial();
        foreach (string name in new[] { "Code", "Number", "Name" })
        {
            if (typeof(T).GetProperty(name) is { SetMethod: not null } property && property.PropertyType == typeof(string))
            {
                property.SetValue(record, InputRow.First(Source, name));
            }
        }

        return record;
    }

    private static RecordIdentity FromRow(object row) => new(row)
    {
        Origin = RecordOrigin.Of(InputRow.First(row, nameof(InvoiceRecord.Origin))),
        Key = KeyText.Of(row, (RecordKeyKind.Id, ["Id"]), (RecordKeyKind.Code, ["Code"]), (RecordKeyKind.Number, ["Number"]), (RecordKeyKind.Name, ["Name"]))
            ?? throw new FormatException("The row has no Id, Code, Number or Name, so it names nothing."),
    };
}
