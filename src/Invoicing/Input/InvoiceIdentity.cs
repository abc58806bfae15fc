using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>A document by what a person has of it: its object, or a key.</summary>
public sealed class InvoiceIdentity
{
    private InvoiceIdentity(object source) => Source = source;

    /// <summary>The object itself.</summary>
    public Invoice? Invoice { get; private init; }

    /// <summary>The key; <c>null</c> if the object was given.</summary>
    public RecordKey? Key { get; private init; }

    /// <summary>The payment whose document is meant.</summary>
    internal Payment? Payment { get; private init; }

    /// <summary>The provider's identifier, where it was given as one.</summary>
    public string? Id => Key is { Kind: RecordKeyKind.Id } key ? key.Text : null;

    /// <summary>The type, where the source says it.</summary>
    public InvoiceType? Type { get; private init; }

    /// <summary>The user's input, as the target of errors.</summary>
    internal object Source { get; }

    /// <summary>The original value.</summary>
    public override string ToString() => Invoice?.ToString() ?? Key?.Text ?? "";

    /// <summary>Reads user input.</summary>
    /// <param name="source">The input.</param>
    /// <param name="kind">The kind of key that text is.</param>
    internal static InvoiceIdentity From(object source, RecordKeyKind kind) => source switch
    {
        Invoice invoice => new InvoiceIdentity(source) { Invoice = invoice },
        Receivable open => new InvoiceIdentity(source) { Invoice = open.GetInvoice() },
        Payment { InvoiceId: { } id } payment => new InvoiceIdentity(source) { Payment = payment, Key = new RecordKey(RecordKeyKind.Id, id) },
        PSObject or IDictionary => FromRow(source),

        // The one exception after which PowerShell goes on to another parameter that takes pipeline input, such as -Operation.
        ProviderOperation or InvoiceRecord => throw new PSInvalidCastException($"'{source}' is no document."),
        _ => KeyText.Of(source) is { } text
            ? new InvoiceIdentity(source) { Key = new RecordKey(kind, text) }
            : throw new FormatException($"'{source}' is no document: give a number, a reference, an id or the object."),
    };

    private static InvoiceIdentity FromRow(object row)
    {
        var type = (InvoiceType?)InputValue.Member(typeof(InvoiceType), InputRow.Values(row).FirstOrDefault(column => string.Equals(column.Key, "Type", StringComparison.OrdinalIgnoreCase)).Value);
        if (RecordOrigin.Of(InputRow.First(row, nameof(InvoiceRecord.Origin))) is { } origin)
        {
            // It was written to a file by Get-Invoice: its identifier belongs to the account that it came from.
            return new InvoiceIdentity(row)
            {
                Type = type,
                Invoice = new Invoice
                {
                    Id = InputRow.First(row, "Id", "InvoiceId"),
                    Number = InputRow.First(row, "Number"),
                    Reference = InputRow.First(row, "Reference"),
                    Type = type ?? InvoiceType.Invoice,
                }.OwnedBy(SessionRegistry.Current.OwnerOf(origin)).AsPartial(),
            };
        }

        RecordKey key = KeyText.Of(row, (RecordKeyKind.Id, ["Id", "InvoiceId"]), (RecordKeyKind.Number, ["Number", "InvoiceNumber"]), (RecordKeyKind.Reference, ["Reference"]))
            ?? throw new FormatException("The row has no Id, Number or Reference, so it names no document.");
        return new InvoiceIdentity(row) { Key = key, Type = type };
    }
}
