using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>
/// Turns keys like <c>Tasks[0][Task][name]</c> into objects within objects, as PHP does; <c>fields[]</c> takes the next number.
/// </summary>
internal static class BracketKeys
{
    // PHP's own limit, beyond which it drops a key. [inferred]
    private const int MaxDepth = 64;

    private static readonly Regex Inner = new(@"\[([^\[\]]*)\]");

    public static JObject Read(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var root = new JObject();
        foreach (var pair in pairs)
        {
            var bracket = pair.Key.IndexOf('[');
            var key = bracket < 0 ? pair.Key : pair.Key.Substring(0, bracket);
            var inner = Inner.Matches(bracket < 0 ? "" : pair.Key.Substring(bracket));
            if (inner.Count > MaxDepth)
            {
                continue;
            }

            var node = root;
            foreach (Match match in inner)
            {
                if (node[key] is not JObject next)
                {
                    node[key] = next = new JObject();
                }

                node = next;
                key = match.Groups[1].Length > 0 ? match.Groups[1].Value : node.Count.ToString(CultureInfo.InvariantCulture);
            }

            node[key] = pair.Value;
        }

        return root;
    }
}
