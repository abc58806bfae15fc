using System;
using System.Globalization;
using Invoicing.Engine.Fields;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// The payment of an invoice as a flag (docs/facts/facturagem.md#invoices, seen) or as a word (docs/facts/facturagem.md#field-names,
/// candidate <c>state</c>). There are no drafts: what is stored has a number and counts as issued [assumption].
/// </summary>
internal sealed class PaidFlag : FieldType<InvoiceState>
{
    public override InvoiceState Read(JsonReader reader) => reader.TokenType switch
    {
        JsonToken.Null => InvoiceState.Unknown,
        JsonToken.Boolean or JsonToken.Integer or JsonToken.String =>
            Convert.ToString(reader.Value, CultureInfo.InvariantCulture)!.ToUpperInvariant() switch
            {
                "TRUE" or "1" or "PAID" or "SETTLED" => InvoiceState.Settled,
                "FALSE" or "0" or "UNPAID" or "PENDING" or "OPEN" => InvoiceState.Final,
                _ => InvoiceState.Unknown,
            },
        _ => throw new FormatException($"a flag was expected, not {reader.TokenType}."),
    };

    public override JToken? Write(InvoiceState value) => new JValue(value == InvoiceState.Settled);
}
