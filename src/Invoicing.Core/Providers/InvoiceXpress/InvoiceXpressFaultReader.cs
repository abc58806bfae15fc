using System.Collections.Generic;
using System.Linq;
using Invoicing.Http.Json;
using Newtonsoft.Json;
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

    public static ProviderFault Read(string body)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return ProviderFault.Silent;
        }

        JToken root;
        try
        {
            root = WireJson.ParseToken(body);
        }
        catch (JsonException)
        {
            // A page for people (shape 15). Its text says nothing that the status does not.
            return ProviderFault.Silent;
        }

        var errors = new List<FieldError>();
        Collect(root, null, errors);
        return new ProviderFault { Errors = errors, Code = root.SelectTokens("$..code").FirstOrDefault()?.ToString() };
    }

    private static void Collect(JToken token, string? field, List<FieldError> errors)
    {
        switch (token)
        {
            case JObject source:
                foreach (JProperty property in source.Properties().Where(property => property.Name != "code"))
                {
                    Collect(property.Value, Holders.Contains(property.Name) ? field : property.Name, errors);
                }

                break;

            // A pair of texts is a field and what is wrong with it, unless it stands in a field's own list.
            case JArray { Count: 2 } pair when field is null && IsFieldName(pair[0]) && pair[1].Type == JTokenType.String && !IsList(pair):
                errors.Add(new FieldError((string?)pair[0], (string)pair[1]!));
                break;

            case JArray source:
                foreach (JToken item in source)
                {
                    Collect(item, field, errors);
                }

                break;

            case JValue { Value: string text } when text.Trim().Length > 0:
                errors.Add(new FieldError(field, text.Trim()));
                break;
        }
    }

    /// <summary>Under "errors" two texts are two complaints (shape 3); bare, or in a list, they are a pair (shapes 7 and 8).</summary>
    private static bool IsList(JArray pair) => pair.Parent is JProperty;

    private static bool IsFieldName(JToken token) =>
        token is JValue { Value: string text } && text.Length > 0 && text.All(letter => letter == '_' || char.IsLetterOrDigit(letter));
}
