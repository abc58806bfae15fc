using System.Collections.Generic;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Objects as forms have them: <c>Client[name]=...</c>, flags as 1 and 0 (docs/facts/simplbooks.md#bodies, #values).</summary>
internal static class BracketKeys
{
    public static IEnumerable<KeyValuePair<string, string>> Of(JToken token, string name = "")
    {
        switch (token)
        {
            case JObject source:
                foreach (JProperty property in source.Properties())
                {
                    foreach (KeyValuePair<string, string> pair in Of(property.Value, name.Length == 0
                        ? property.Name : $"{name}[{property.Name}]"))
                    {
                        yield return pair;
                    }
                }

                break;
            case JArray source:
                for (int i = 0; i < source.Count; i++)
                {
                    foreach (KeyValuePair<string, string> pair in Of(source[i], Indexed(name, i)))
                    {
                        yield return pair;
                    }
                }

                break;
            case JValue { Value: bool flag }:
                yield return new KeyValuePair<string, string>(name, flag ? "1" : "0");
                break;
            case JValue value:
                yield return new KeyValuePair<string, string>(name, value.ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    private static string Indexed(string name, int index) => $"{name}[{index.ToString(CultureInfo.InvariantCulture)}]";
}
