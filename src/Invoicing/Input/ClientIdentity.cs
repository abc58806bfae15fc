using System;
using System.Collections;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>A client by what a person has of it: its object, or a key.</summary>
public sealed class ClientIdentity
{
    private ClientIdentity(object source) => Source = source;

    /// <summary>The object itself.</summary>
    public Client? Client { get; private init; }

    /// <summary>The key; <c>null</c> if the object was given.</summary>
    public RecordKey? Key { get; private init; }

    /// <summary>The provider's identifier, where it was given as one.</summary>
    public string? Id => Key is { Kind: RecordKeyKind.Id } key ? key.Text : null;

    /// <summary>The user's input, as the target of errors.</summary>
    internal object Source { get; }

    /// <summary>The original value.</summary>
    public override string ToString() => Client?.ToString() ?? Key?.Text ?? "";

    /// <summary>Reads user input.</summary>
    /// <param name="source">The input.</param>
    /// <param name="kind">The kind of key that text is.</param>
    internal static ClientIdentity From(object source, RecordKeyKind kind) => source switch
    {
        Client client => Of(client, source),
        Invoice { Client: { } client } invoice => Of(OfInvoice(client, invoice), source),
        Receivable { ClientId: not null } open => From(open.GetInvoice(), kind),
        PSObject or IDictionary => FromRow(source),
        _ => KeyText.Of(source) is { } text
            ? new ClientIdentity(source) { Key = new RecordKey(kind, text) }
            : throw new FormatException($"'{source}' is no client: give a code, a tax number, a name, an id or the object."),
    };

    /// <summary>The client of a document belongs to the account of the document. It shows no more than the document does.</summary>
    private static Client OfInvoice(Client client, Invoice invoice)
    {
        Client copy = client.Copy();
        return (copy.GetOwner() is null ? copy.OwnedBy(invoice.GetOwner()) : copy).AsPartial();
    }

    internal static ClientIdentity Of(Client client, object? source = null) => new(source ?? client) { Client = client };

    internal static ClientIdentity By(RecordKeyKind kind, string text) => new(text) { Key = new RecordKey(kind, text) };

    private static ClientIdentity FromRow(object row)
    {
        if (RecordOrigin.Of(InputRow.First(row, nameof(InvoiceRecord.Origin))) is { } origin)
        {
            return new ClientIdentity(row)
            {
                Client = new Client
                {
                    Id = InputRow.First(row, "ClientId", "Id"),
                    Code = InputRow.First(row, "ClientCode", "Code"),
                    TaxNumber = InputRow.First(row, "ClientTaxNumber", "TaxNumber"),
                    Name = InputRow.First(row, "ClientName", "Name"),
                }.OwnedBy(SessionRegistry.Current.OwnerOf(origin)).AsPartial(),
            };
        }

        RecordKey key = KeyText.Of(
            row,
            (RecordKeyKind.Id, ["ClientId", "Id"]),
            (RecordKeyKind.Code, ["ClientCode", "Code"]),
            (RecordKeyKind.TaxNumber, ["ClientTaxNumber", "TaxNumber"]),
            (RecordKeyKind.Name, ["ClientName", "Name"]))
            ?? throw new FormatException("The row has no Id, Code, TaxNumber or Name, so it names no client.");
        return new ClientIdentity(row) { Key = key };
    }
}
