using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// A body as a web form in the way that Rails takes apart again: <c>invoice[lines][][price]=60.00</c> (docs/facts/facturagem.md#transport,
/// inferred from Rails). A list goes on to its next row when a name comes again, so every row has the same names in the same order.
/// </summary>
internal static class FormText
{
    public static string Write(JToken body) =>
        string.Join("&", Pairs(body, "").Select(pair => $"{RequestAddress.Escape(pair.Key)}={RequestAddress.Escape(pair.Value)}"));

    private static IEnumerable<KeyValuePair<string, string>> Pairs(JToken token, string path) => token switch
    {
        JObject source => source.Properties().SelectMany(property => Pairs(property.Value, path.Length == 0 ? property.Name : $"{path}[{property.Name}]")),
        JArray source => Aligned(source).SelectMany(item => Pairs(item, path + "[]")),
        JValue { Value: bool flag } => [new KeyValuePair<string, string>(path, flag ? "true" : "false")],
        _ => [new KeyValuePair<string, string>(path, Convert.ToString(((JValue)token).Value, CultureInfo.InvariantCulture) ?? "")],
    };

    private static IEnumerable<JToken> Aligned(JArray rows)
    {
        string[] names = [.. rows.OfType<JObject>().SelectMany(row => row.Properties()).Select(property => property.Name).Distinct()];
        return rows.Select(row => row is JObject source
            ? new JObject(names.Select(name => new JProperty(name, source[name] ?? JValue.CreateNull())))
            : row);
    }
}
