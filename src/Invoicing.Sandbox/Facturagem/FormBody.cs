using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>
/// Reads pairs such as <c>invoice[lines][][price]=60</c> the way Rails does: brackets nest, empty ones make a list, whose next
/// row begins when a name comes again. [inferred]
/// </summary>
internal static class FormBody
{
    private const int MaxDepth = 32;

    /// <exception cref="FormatException">A name is used for a value and for a structure, or its brackets do not match.</exception>
    public static JObject Read(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var root = new JObject();
        foreach (var pair in pairs)
        {
            Put(root, Split(pair.Key), pair.Value);
        }

        return root;
    }

    private static string[] Split(string name)
    {
        var open = name.IndexOf('[');
        if (open <= 0)
        {
            return new[] { name };
        }

        var rest = name.Substring(open);
        var parts = rest.Split(']');
        if (parts[parts.Length - 1].Length > 0 || parts.Length > MaxDepth || parts.Take(parts.Length - 1).Any(p => p.LastIndexOf('[') != 0))
        {
            throw new FormatException($"The brackets of '{name}' do not match.");
        }

        return parts.Take(parts.Length - 1).Select(part => part.Substring(1)).Prepend(name.Substring(0, open)).ToArray();
    }

    private static void Put(JObject into, string[] path, string value)
    {
        for (var i = 0; i < path.Length; i++)
        {
            var isLast = i == path.Length - 1;
            if (!isLast && path[i + 1].Length == 0)
            {
                PutRow(Child<JArray>(into, path[i]), path, i + 2, value);
                return;
            }

            if (isLast)
            {
                into[path[i]] = value;
            }
            else
            {
                into = Child<JObject>(into, path[i]);
            }
        }
    }

    private static void PutRow(JArray rows, string[] path, int next, string value)
    {
        if (next == path.Length)
        {
            rows.Add(value);
            return;
        }

        if (rows.LastOrDefault() is not JObject row || row[path[next]] is JValue)
        {
            rows.Add(row = new JObject());
        }

        Put(row, path.Skip(next).ToArray(), value);
    }

    private static T Child<T>(JObject into, string name)
        where T : JContainer, new()
    {
        var child = into[name];
        if (child is null)
        {
            into[name] = child = new T();
        }

        return child as T ?? throw new FormatException($"'{name}' is used in two ways.");
    }
}
