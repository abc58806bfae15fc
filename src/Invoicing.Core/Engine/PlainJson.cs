using System;
using System.Linq;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Engine;

/// <summary>JSON as plain .NET values. It is read as answers of providers are: strictly, amounts as decimals, and no text becomes a date.</summary>
public static class PlainJson
{
    /// <summary>Reads a JSON text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A dictionary for an object, a list for an array; else text, number, <c>bool</c> or <c>null</c>.</returns>
    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static object? Parse(string text)
    {
        try
        {
            return From(WireJson.ParseToken(text));
        }
        catch (JsonException fault)
        {
            throw new FormatException(fault.Message, fault);
        }
    }

    private static object? From(JToken token) => token switch
    {
        JObject source => source.Properties().ToDictionary(property => property.Name, property => From(property.Value), StringComparer.Ordinal),
        JArray source => source.Select(From).ToList(),
        _ => ((JValue)token).Value,
    };
}
