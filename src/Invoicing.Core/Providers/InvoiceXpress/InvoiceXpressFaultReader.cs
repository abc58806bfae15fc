using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// Finds the words in a refusal. There are fifteen shapes (docs/facts/invoicexpress.md#errors); all of them are texts at the ends of a
/// tree, some below a field's name, some beside it in a pair.
/// </summary>
internal static class InvoiceXpressFaultReader
{
    /// <summary>Names that hold complaints and are no fields themselves.</summary>
    private static readonly HashSet<string> Holders = ["errors", "error", "message", "reason", "base"];

    private static readonly FaultTexts Texts = new()
    {
        FieldOf = (property, field) => Holders.Contains(property.Name) ? field : property.Name,
        IsSilent = property => property.Name == "code",

        // A pair of texts is a field and what is wrong with it, unless it stands in a field's own list.
        IsPair = (pair, field) => field is null && pair.Count == 2 && IsFieldName(pair[0]) && pair[1].Type == JTokenType.String && !IsList(pair),
    };

    public static ProviderFault Read(string body) => FaultTexts.Parse(body) is { } root
        ? new ProviderFault { Errors = Texts.Of(root), Code = root.SelectTokens("$..code").FirstOrDefault()?.ToString() }
        : ProviderFault.Silent;

    /// <summary>Under "errors" two texts are two complaints (shape 3); bare, or in a list, they are a pair (shapes 7 and 8).</summary>
    private static bool IsList(JArray pair) => pair.Parent is JProperty;

    private static bool IsFieldName(JToken token) =>
        token is JValue { Value: string text } && text.Length > 0 && text.All(letter => letter == '_' || char.IsLetterOrDigit(letter));
}
