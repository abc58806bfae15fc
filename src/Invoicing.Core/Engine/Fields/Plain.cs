using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Engine.Fields;

/// <summary>JSON as plain .NET values, so that no type of the JSON library shows in the model.</summary>
internal static class Plain
{
    /// <summary>Reads the value that the reader stands on.</summary>
    public static object? Read(JsonReader reader) =>
        reader.TokenType is JsonToken.String or JsonToken.Integer or JsonToken.Float or JsonToken.Boolean ? reader.Value : FromToken(JToken.ReadFrom(reader));

    public static object? FromToken(JToken token) => token switch
    {
        JObject source => source.Properties().ToDictionary(property => property.Name, property => FromToken(property.Value), StringComparer.OrdinalIgnoreCase),
        JArray source => source.Select(FromToken).ToList(),
        JValue source => source.Value,
        _ => throw new NotSupportedException($"{token.Type} is not part of an answer."),
    };

    public static JToken ToToken(object? value)
    {
        switch (value)
        {
            case null:
                return JValue.CreateNull();
            case JToken token:
                return token;
            case string text:
                return new JValue(text);
            case IDictionary source:
                var copy = new JObject();
                foreach (DictionaryEntry entry in source)
                {
                    copy[Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!] = ToToken(entry.Value);
                }

                return copy;
            case IEnumerable source:
                return new JArray(source.Cast<object?>().Select(ToToken));
            default:
                return JToken.FromObject(value);
        }
    }
}
