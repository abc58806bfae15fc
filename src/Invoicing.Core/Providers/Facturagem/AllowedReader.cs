using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// Finds the list of parameters in the refusal of an unknown one. Its shape is not documented, so three are read, in this order
/// (docs/facts/facturagem.md#field-discovery, assumption): a list or tree under a telling name, any list, and a sentence with the names
/// behind its last colon.
/// </summary>
internal static class AllowedReader
{
    private static readonly string[] TellingNames = ["param", "allowed", "legal", "valid"];
    private static readonly string[] MessageNames = ["message", "error", "errors"];

    /// <summary>
    /// Parameters that every operation takes or that name what a body is about: one of them proves that a list is what it seems.
    /// </summary>
    private static readonly HashSet<string> Proofs =
        new(["api_key", "strict", "format", "account_id", "client", "invoice", "payment", "account"], StringComparer.OrdinalIgnoreCase);

    private static readonly Regex NameForm = new(@"^[A-Za-z_][\w.\-\[\]]*$", RegexOptions.CultureInvariant);

    /// <param name="answer">The refusal.</param>
    /// <param name="isProbe">True if it can be about nothing else, so that no proof is needed.</param>
    /// <returns>Paths with dots, none where there is no such list.</returns>
    public static IReadOnlyList<string> Read(JToken answer, bool isProbe = false)
    {
        IEnumerable<JToken> all = (answer as JContainer)?.DescendantsAndSelf() ?? [answer];
        List<string> found = all.OfType<JProperty>().Where(property => IsTelling(property.Name)).Select(property => Names(property.Value))
            .Concat(all.Where(token => token is JArray || token.Parent is null || IsMessage(token.Parent)).Select(Names))
            .Concat(all.OfType<JValue>().Select(FromMessage))
            .FirstOrDefault(names => names.Count > 0 && (isProbe || names.Any(name => Proofs.Contains(name.Split('.')[0])))) ?? [];
        return [.. found.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static bool IsTelling(string name) => TellingNames.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsMessage(JContainer parent) => parent is JProperty property && MessageNames.Contains(property.Name);

    /// <summary>The names in a list or a tree; none if anything in it is no name, such as a sentence.</summary>
    private static List<string> Names(JToken token)
    {
        var names = new List<string>();
        return Collect(token, "", names) ? names : [];
    }

    private static bool Collect(JToken token, string path, List<string> names)
    {
        switch (token)
        {
            case JArray list when list.Count > 0:
                return list.All(item => Collect(item, path, names));

            case JValue { Value: string text } when NameForm.IsMatch(text.Trim()):
                names.Add(Join(path, Dotted(text.Trim())));
                return true;

            // A tree has names as its nodes and nothing at its ends.
            case JObject { HasValues: true } tree:
                return tree.Properties().All(property => NameForm.IsMatch(property.Name) && (IsEnd(property.Value)
                    ? Add(names, Join(path, Dotted(property.Name)))
                    : Collect(property.Value, Join(path, Dotted(property.Name)), names)));

            default:
                return false;
        }
    }

    private static bool IsEnd(JToken token) => token is JValue { Value: null or "" } or JContainer { HasValues: false };

    private static bool Add(List<string> names, string name)
    {
        names.Add(name);
        return true;
    }

    private static List<string> FromMessage(JValue value)
    {
        int colon = value.Value is string text ? text.LastIndexOf(':') : -1;
        return colon < 0
            ? []
            : [.. ((string)value.Value!).Substring(colon + 1)
                .Split([',', ' ', '\n', '\t', ';'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => Clean(word))
                .Where(word => NameForm.IsMatch(word))
                .Select(Dotted)];
    }

    /// <summary>Takes quotes and the brackets around a whole list away, but not those of <c>client[name]</c>.</summary>
    private static string Clean(string word)
    {
        string bare = word.Trim('"', '\'', '`', '.', '(', ')', '{', '}').TrimStart('[', ':').Trim('"', '\'');
        while (bare.EndsWith("]", StringComparison.Ordinal) && bare.Count(letter => letter == ']') > bare.Count(letter => letter == '['))
        {
            bare = bare.Substring(0, bare.Length - 1).TrimEnd('"', '\'');
        }

        return bare;
    }

    /// <summary><c>client[lines][][price]</c> as <c>client.lines.price</c>; the place in a list is no name.</summary>
    private static string Dotted(string name) => string.Join(
        ".", name.Split(['[', ']', '.'], StringSplitOptions.RemoveEmptyEntries).Where(part => !part.All(char.IsDigit)));

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
