using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine.Fields;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// The parts of an invoice that a table cannot say: the client that lies flat in it, rates that hold for all lines, the caller's reference.
/// </summary>
internal static class InvoiceParts
{
    private const string Euro = "EUR";
    private const string ReferenceMark = "Ref. ";

    /// <summary>Puts together what was read.</summary>
    /// <exception cref="Newtonsoft.Json.JsonException">The client in it is none.</exception>
    public static void Complete(Caller caller, Invoice invoice)
    {
        invoice.Type = InvoiceType.Invoice;
        invoice.Client = ClientOf(caller, invoice);
        if (invoice.GlobalDiscount is not null)
        {
            invoice.GlobalDiscountType = "percentage";
        }

        if (invoice.NetTotal is { } net && invoice.DiscountTotal is { } discount)
        {
            invoice.Sum = Computed.OrNone<decimal?>(() => net + discount);
        }

        foreach (InvoiceLine line in invoice.Lines)
        {
            line.Name ??= line.Description;
            line.TaxRate ??= invoice.TaxRate;
            line.MarkRead();
        }

        ReadReference(caller, invoice);
    }

    /// <summary>Makes the body.</summary>
    public static JObject Write(Caller caller, Invoice invoice)
    {
        FieldMap<Invoice> map = caller.Maps.Invoice;
        JObject body = map.Write(invoice);
        foreach (string copy in body.Properties().Select(property => property.Name).Where(name => name.StartsWith(FacturagemMaps.AccountPart, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            body.Remove(copy);
        }

        if (invoice.Client?.Id is { } client)
        {
            body[FacturagemMaps.ClientId] = FieldTypes.Id.Write(client);
        }

        // No name of it is known, so it is sent only where leaving it out would make another amount.
        string currency = map.NameOf(nameof(Invoice.Currency))!;
        if (string.Equals((string?)body[currency], Euro, StringComparison.OrdinalIgnoreCase))
        {
            body.Remove(currency);
        }

        WriteLines(caller, invoice, body);
        WriteReference(caller, invoice, body, map.NameOf(nameof(Invoice.Notes))!);
        return body;
    }

    /// <summary>True if lines were heard to have rates of their own (docs/facts/facturagem.md#invoices).</summary>
    public static bool HasLineTaxes(Caller caller) => caller.Known.HasLine(caller.Maps.Line.NameOf(nameof(InvoiceLine.TaxRate))!);

    private static void WriteLines(Caller caller, Invoice invoice, JObject body)
    {
        string name = caller.Maps.Invoice.NameOf(nameof(Invoice.Lines))!;
        if (invoice.Lines.Count == 0)
        {
            // A summary has none, and must not take away those that are there.
            body.Remove(name);
            return;
        }

        FieldMap<InvoiceLine> map = caller.Maps.Line;
        bool hasTaxes = HasLineTaxes(caller);
        for (int i = 0; i < invoice.Lines.Count; i++)
        {
            InvoiceLine line = invoice.Lines[i];
            var row = (JObject)body[name]![i]!;
            row[map.NameOf(nameof(InvoiceLine.Description))!] = TextOf(line);
            if (!hasTaxes)
            {
                row.Remove(map.NameOf(nameof(InvoiceLine.TaxRate))!);
            }

            // Rails takes rows of this form for new ones unless they say which they are [inferred].
            if (name.EndsWith("_attributes", StringComparison.Ordinal) && line.Extra.TryGetValue("id", out object? id))
            {
                row["id"] = Plain.ToToken(id);
            }
        }
    }

    /// <summary>There is one text where the model has a short name and a description.</summary>
    private static string? TextOf(InvoiceLine line) =>
        string.IsNullOrWhiteSpace(line.Description) || line.Description == line.Name ? line.Name
        : string.IsNullOrWhiteSpace(line.Name) ? line.Description
        : $"{line.Name}: {line.Description}";

    /// <summary>
    /// The provider has no field for a key of the caller's, and the number must not be made to serve: it is a series without gaps. So it
    /// is the
    /// first line of the notes, unless the user knows a field of that account for it.
    /// </summary>
    private static void WriteReference(Caller caller, Invoice invoice, JObject body, string notes)
    {
        if (string.IsNullOrEmpty(invoice.Reference))
        {
            return;
        }

        if (caller.Context.Session.FieldNames.TryGetValue("Invoice.Reference", out string? field))
        {
            body[field] = invoice.Reference;
        }
        else
        {
            body[notes] = ReferenceMark + invoice.Reference + (string.IsNullOrEmpty(invoice.Notes) ? "" : "\n" + invoice.Notes);
        }
    }

    private static void ReadReference(Caller caller, Invoice invoice)
    {
        if (caller.Context.Session.FieldNames.TryGetValue("Invoice.Reference", out string? field))
        {
            invoice.Reference = invoice.Extra.TryGetValue(field, out object? own) ? own as string : null;
            invoice.Extra.Remove(field);
        }
        else if (invoice.Notes is { } notes && notes.StartsWith(ReferenceMark, StringComparison.Ordinal))
        {
            string[] parts = notes.Substring(ReferenceMark.Length).Split(['\n'], 2);
            invoice.Reference = parts[0].TrimEnd('\r');
            invoice.Notes = parts.Length > 1 ? parts[1] : null;
        }
    }

    /// <summary>
    /// The client's fields stand in the invoice with a mark before them (docs/facts/facturagem.md#invoices, official, pattern [seen]), or
    /// in an object.
    /// </summary>
    private static Client? ClientOf(Caller caller, Invoice invoice)
    {
        var part = new JObject();
        foreach (KeyValuePair<string, object?> field in invoice.Extra.ToList())
        {
            if (field.Key.StartsWith(FacturagemMaps.ClientPart, StringComparison.OrdinalIgnoreCase))
            {
                part[field.Key.Substring(FacturagemMaps.ClientPart.Length)] = Plain.ToToken(field.Value);
                invoice.Extra.Remove(field.Key);
            }
            else if (field.Value is IDictionary && field.Key.Equals("client", StringComparison.OrdinalIgnoreCase))
            {
                part.Merge(Plain.ToToken(field.Value));
                invoice.Extra.Remove(field.Key);
            }
        }

        if (invoice.Links is { } links && links.TryGetValue("client", out Uri? self))
        {
            part[FacturagemMaps.Links] = new JArray(new JObject { ["rel"] = "self", ["uri"] = self.AbsoluteUri });
        }

        if (!part.Properties().Any(property => property.Value is not JValue { Value: null }))
        {
            return null;
        }

        Client client = caller.Context.Own(FacturagemEnvelope.Read(part, caller.Maps.Client));
        client.Address = client.HasExtra ? PartyFields.JoinStreet(client.Address, client.Extra) : client.Address;
        client.IsPartial = true;
        return client;
    }
}
