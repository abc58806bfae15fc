using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Engine;

/// <summary>Objects as forms and queries have them: <c>client[name]=...</c>.</summary>
internal sealed class BracketKeys
{
    private readonly string _yes;
    private readonly string _no;
    private readonly bool _hasIndexes;

    /// <param name="yes">The word for a flag that is set.</param>
    /// <param name="no">The word for one that is not.</param>
    /// <param name="hasIndexes">
    /// True if a row of a list has its index in the brackets. Without one, a list goes on to its next row when a name comes again, so every
    /// row gets the same names in the same order.
    /// </param>
    public BracketKeys(string yes, string no, bool hasIndexes = true)
    {
        _yes = yes;
        _no = no;
        _hasIndexes = hasIndexes;
    }

    public IEnumerable<KeyValuePair<string, string>> Of(JToken token, string name = "") => token switch
    {
        JObject source => source.Properties().SelectMany(field => Of(field.Value, name.Length == 0 ? field.Name : $"{name}[{field.Name}]")),
        JArray source when _hasIndexes => source.SelectMany((item, index) => Of(item, FormattableString.Invariant($"{name}[{index}]"))),
        JArray source => Aligned(source).SelectMany(item => Of(item, name + "[]")),
        JValue { Value: bool flag } => [new KeyValuePair<string, string>(name, flag ? _yes : _no)],
        _ => [new KeyValuePair<string, string>(name, Convert.ToString(((JValue)token).Value, CultureInfo.InvariantCulture) ?? "")],
    };

    private static IEnumerable<JToken> Aligned(JArray rows)
    {
        string[] names = [.. rows.OfType<JObject>().SelectMany(row => row.Properties()).Select(property => property.Name).Distinct()];
        return rows.Select(row => row is JObject source
            ? new JObject(names.Select(name => new JProperty(name, source[name] ?? JValue.CreateNull())))
            : row);
    }
}
