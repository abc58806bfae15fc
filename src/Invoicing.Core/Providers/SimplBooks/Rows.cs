using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine.Fields;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// Rows of documents. Each is wrapped when it is sent, with its projects beside it, and bare when it is read, with its projects in it
/// (docs/facts/simplbooks.md#record-names, official).
/// </summary>
internal sealed class Rows : FieldType<IList<InvoiceLine>>
{
    private readonly string _wrapper;
    private readonly FieldMap<InvoiceLine> _frame;

    private Rows(string wrapper, FieldMap<InvoiceLine> frame)
    {
        _wrapper = wrapper;
        _frame = frame;
    }

    public static Rows Of(string wrapper, FieldMap<InvoiceLine> row) =>
        new(wrapper, new FieldMap<InvoiceLine>(UnknownFields.SentBackIfNamed)
        {
            { wrapper, row },
            { Frames.Projects, FieldDirection.Both },
        });

    public override IList<InvoiceLine> Read(JsonReader reader)
    {
        var lines = new List<InvoiceLine>();
        foreach (JToken row in Of(JToken.ReadFrom(reader)))
        {
            lines.Add(SimplBooksEnvelope.Unwrap(row is JObject source && source.ContainsKey(_wrapper)
                ? row : new JObject { [_wrapper] = row }, _frame));
        }

        return lines;
    }

    /// <summary>No rows are left out altogether: an empty list could be taken for an order to delete what is there.</summary>
    public override JToken? Write(IList<InvoiceLine> value) => value.Count == 0 ? null : new JArray(value.Select(_frame.Write));

    /// <summary>A list, or a map by identifier as lists of records may be; anything else would be a document that lost its rows.</summary>
    private static IEnumerable<JToken> Of(JToken rows) => rows switch
    {
        JArray list => list,
        JObject map => map.PropertyValues(),
        JValue { Value: null or "" } => [],
        _ => throw new FormatException($"a list was expected, not {rows.Type}."),
    };

    public override FieldType<IList<InvoiceLine>> Renamed(IReadOnlyDictionary<string, string> names) =>
        new Rows(_wrapper, _frame.Renamed(names));
}
