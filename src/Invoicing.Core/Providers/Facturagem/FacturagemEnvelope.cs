using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine.Fields;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// The objects around records and lists: the resource's name or nothing, and links (docs/facts/facturagem.md#answers, #links, assumption and
/// official).
/// </summary>
internal static class FacturagemEnvelope
{
    /// <summary>The one object of an answer, bare or under one of the names, or alone in a list.</summary>
    public static JObject Object(JToken answer, params string[] roots)
    {
        for (int depth = 0; depth < 4; depth++)
        {
            switch (answer)
            {
                case JArray { Count: 1 } list:
                    answer = list[0];
                    break;
                case JObject source when Inside(source, roots) is { } inner:
                    answer = inner;
                    break;
                case JObject source:
                    return source;
                default:
                    throw new JsonReaderException("The answer holds no object.");
            }
        }

        throw new JsonReaderException("The answer holds no object.");
    }

    /// <summary>The rows of a list: bare, or under whatever name; each bare or under its own.</summary>
    public static IReadOnlyList<JObject> Rows(JToken answer, string root)
    {
        if (answer is JValue)
        {
            throw new JsonReaderException("The answer holds no list.");
        }

        if (answer is JObject source)
        {
            answer = source.Properties().Where(property => property.Name != FacturagemMaps.Links).Select(property => property.Value).FirstOrDefault()
                ?? throw new JsonReaderException("The answer holds no list.");
        }

        return answer switch
        {
            JArray list => [.. list.Select(row => Object(row, root))],

            // XML that does not say that it is a list: one row, or none.
            JObject single => [Object(single, root)],
            JValue { Value: null or "" } => [],
            _ => throw new JsonReaderException("The answer holds no list."),
        };
    }

    /// <summary>
    /// Reads a record with its links; without an identifier of its own it has that of its address (docs/facts/facturagem.md#links,
    /// #field-names, inferred).
    /// </summary>
    public static T Read<T>(JObject source, FieldMap<T> map)
        where T : InvoiceRecord, new()
    {
        RecordLinks? links = TakeLinks(source);
        using JsonReader reader = source.CreateReader();
        T record = map.Read(reader);
        record.Links = links;
        record.Id ??= links is not null && links.TryGetValue("self", out Uri? self) ? LastPart(self) : null;
        return record;
    }

    private static JToken? Inside(JObject source, string[] roots)
    {
        List<JProperty> members = [.. source.Properties().Where(property => property.Name != FacturagemMaps.Links)];
        if (members.Count != 1 || members[0].Value is not (JObject or JArray { Count: 1 }))
        {
            return null;
        }

        if (members[0].Value is JObject inner)
        {
            if (!roots.Contains(members[0].Name))
            {
                return null;
            }

            if (inner[FacturagemMaps.Links] is null && source[FacturagemMaps.Links] is { } outer)
            {
                inner[FacturagemMaps.Links] = outer;
            }
        }

        return members[0].Value;
    }

    private static RecordLinks? TakeLinks(JObject source)
    {
        if (source[FacturagemMaps.Links] is not { } token)
        {
            return null;
        }

        source.Remove(FacturagemMaps.Links);
        var links = new RecordLinks();
        foreach (JObject link in ((token as JContainer)?.DescendantsAndSelf() ?? []).OfType<JObject>())
        {
            if (link["rel"] is JValue { Value: string rel }
                && link["uri"] is JValue { Value: string text }
                && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
                && !links.ContainsKey(rel))
            {
                links.Add(rel, uri);
            }
        }

        return links;
    }

    private static string? LastPart(Uri address)
    {
        string last = Uri.UnescapeDataString(address.Segments[address.Segments.Length - 1]);
        int dot = last.LastIndexOf('.');
        string id = dot > 0 ? last.Substring(0, dot) : last;
        return id.Trim('/').Length > 0 ? id : null;
    }
}
