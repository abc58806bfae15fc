using System.Collections.Generic;
using System.Linq;
using System.Net;
using Invoicing.Engine;
using Invoicing.Http.Json;
using Invoicing.Http.Xml;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// Reads refusals, in JSON or XML. Only 422 is documented to say anything (docs/facts/facturagem.md#answers): the resource with a field
/// <c>errors</c>, or what the operation takes.
/// </summary>
internal static class FacturagemFaultReader
{
    private const int MostShown = 60;

    private static readonly FaultTexts Texts = new()
    {
        FieldOf = (property, field) => property.Name == "base" ? field : field is null ? property.Name : $"{field}.{property.Name}",

        // A pair in a list of pairs.
        IsPair = (pair, _) => pair is { Count: 2, Parent: JArray } && pair.All(item => item is JValue { Value: string }),
    };

    public static ProviderFault Read(HttpStatusCode status, string body)
    {
        if (status == HttpStatusCode.NotAcceptable)
        {
            return new ProviderFault
            {
                Kind = ErrorKind.NotSupported,
                Errors = [new FieldError(null, "the provider does not offer this form: connect with another -Setting @{ Format = ... }")],
            };
        }

        if (Parse(body) is not { } answer)
        {
            return ProviderFault.Silent;
        }

        IReadOnlyList<string> allowed = (int)status == 422 ? AllowedReader.Read(answer) : [];
        return allowed.Count > 0
            ? new Refusal { Errors = [.. Unknown(answer), Takes(allowed)], Code = "unknown_parameter", Allowed = allowed, Answer = body }
            : new Refusal { Errors = Complaints(answer), Answer = body };
    }

    /// <summary>The answer as tokens; <c>null</c> where there is none, or a page for people.</summary>
    public static JToken? Parse(string body) =>
        FaultTexts.Parse(body, text => WireXml.IsXml(text) ? WireXml.ParseToken(text) : WireJson.ParseToken(text)) is { } answer
        && !(answer is JObject page && page.ContainsKey("html"))
            ? answer
            : null;

    private static FieldError Takes(IReadOnlyList<string> allowed) =>
        new(null, "it takes " + string.Join(", ", allowed.Take(MostShown)) + (allowed.Count > MostShown ? ", ..." : ""));

    /// <summary>The words of the refusal; the names in it are no words.</summary>
    private static IEnumerable<FieldError> Unknown(JToken answer)
    {
        List<string> words = [.. ((answer as JContainer)?.DescendantsAndSelf() ?? [answer])
            .OfType<JValue>()
            .Select(value => value.Value as string)
            .OfType<string>()
            .Where(text => text.Trim().IndexOf(' ') > 0)
            .Take(MostShown)];
        return words.Count > 0 ? words.Select(text => new FieldError(null, text)) : [new FieldError(null, "a parameter that was sent is not known")];
    }

    /// <summary>
    /// The texts below <c>errors</c>: field to texts, texts, or pairs of both (docs/facts/facturagem.md#answers, inferred from Rails); else
    /// a message of its own.
    /// </summary>
    private static IReadOnlyList<FieldError> Complaints(JToken answer)
    {
        IEnumerable<JProperty> all = ((answer as JContainer)?.DescendantsAndSelf() ?? []).OfType<JProperty>();
        JToken? errors = all.FirstOrDefault(property => property.Name == FacturagemMaps.Errors)?.Value
            ?? all.FirstOrDefault(property => property.Name is "error" or "message")?.Value;
        return errors is null ? [] : Texts.Of(errors);
    }
}
