using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine.Fields;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using static Invoicing.Engine.Fields.FieldTypes;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// The provider's forms of values (docs/facts/salengo.md#values). In answers any number may be text, and what has no value may be an empty
/// text.
/// </summary>
internal static class Types
{
    public static readonly FieldType<string?> Text = Translated(text => text.Length == 0 ? null : text, text => text);

    /// <summary>The English name of a country: the form is not documented [inferred].</summary>
    public static readonly FieldType<string?> Country = Translated(text => text.Length == 0 ? null : Countries.ToName(text), Countries.ToName);

    /// <summary>Date and time with a blank between [official]; a bare date is read too [inferred].</summary>
    public static readonly FieldType<DateTime?> Moment = Date("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd");

    /// <summary>An identifier: a whole number, which may come back as text with zeros before it; 0 is none.</summary>
    public static readonly FieldType<string?> Id = Form(
        reader => Engine.Fields.FieldTypes.Id.Read(reader) is { } text ? Trimmed(text) : null,
        Engine.Fields.FieldTypes.Id.Write);

    /// <summary>An amount with at least two decimals [inferred].</summary>
    public static readonly FieldType<decimal?> Money = Form(
        Number.Read,
        value => value is { } amount ? new JValue(amount + 0.00m) : null);

    /// <summary>A percentage or a quantity: 5 is five per cent [official], and what is whole is sent without decimals.</summary>
    public static readonly FieldType<decimal?> Whole = Form(
        Number.Read,
        value => value is not { } number ? null
            : number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue ? new JValue((long)number)
            : new JValue(number));

    /// <summary>
    /// Rows, bare or in an object of their own; one row may come without a list (docs/facts/salengo.md#envelope, #invoices, assumption).
    /// </summary>
    public static FieldType<IList<T>> Rows<T>(FieldMap<T> map, string rowName, bool isWrapped)
        where T : class, new() => Form<IList<T>>(
            reader => [.. RowsOf(JToken.ReadFrom(reader), rowName).Select(row => map.Read(row.CreateReader()))],
            rows =>
            {
                // An empty list would take the rows away; a list that is left out leaves them (docs/facts/salengo.md#invoices).
                var list = new JArray(rows.Select(map.Write));
                return list.Count == 0 ? null : isWrapped ? new JObject { [rowName] = list } : list;
            });

    /// <summary>
    /// The rows of whatever stands for a list. What is neither a row nor empty is an error: a list must not look shorter than it is.
    /// </summary>
    public static IEnumerable<JObject> RowsOf(JToken? token, string rowName) => token switch
    {
        JArray list => list.Select(row => row as JObject ?? throw new JsonReaderException($"A {rowName} was expected, not {row.Type}.")),
        JObject holder when SalenGoEnvelope.Member(holder, rowName) is { } inner => RowsOf(inner, rowName),
        JObject { HasValues: true } row => [row],
        null or JObject or JValue { Value: null or "" } => [],
        _ => throw new JsonReaderException($"A list was expected, not {token.Type}."),
    };

    private static string? Trimmed(string id)
    {
        string bare = id.TrimStart('0');
        return bare.Length == 0 ? null : bare.All(char.IsDigit) ? bare : id;
    }
}
