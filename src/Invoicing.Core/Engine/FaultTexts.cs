using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Engine;

/// <summary>
/// Finds the words in a refusal: texts at the ends of a tree, some below a field's name, some beside it in a pair. A provider declares
/// which names are those of fields.
/// </summary>
internal sealed class FaultTexts
{
    /// <summary>The field that a member is about: its name, the one that was known above it, or both.</summary>
    public required Func<JProperty, string?, string?> FieldOf { get; init; }

    /// <summary>The field that an object names in a member of its own; <c>null</c> where it does not.</summary>
    public Func<JObject, string?> FieldIn { get; init; } = _ => null;

    /// <summary>True for members that say nothing.</summary>
    public Func<JProperty, bool> IsSilent { get; init; } = _ => false;

    /// <summary>True for a list of a field and what is wrong with it.</summary>
    public Func<JArray, string?, bool> IsPair { get; init; } = (_, _) => false;

    /// <summary>True if numbers and flags are words too.</summary>
    public bool ReadsAll { get; init; }

    /// <summary>Reads the body of a refusal; <c>null</c> where it is empty or a page for people, which says nothing that the status does not.</summary>
    public static JToken? Parse(string body, Func<string, JToken>? parse = null)
    {
        try
        {
            return string.IsNullOrWhiteSpace(body) ? null : (parse ?? WireJson.ParseToken)(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public IReadOnlyList<FieldError> Of(JToken token)
    {
        var errors = new List<FieldError>();
        Collect(token, null, errors);
        return errors;
    }

    private void Collect(JToken token, string? field, List<FieldError> errors)
    {
        switch (token)
        {
            case JObject source:
                field = FieldIn(source) ?? field;
                foreach (JProperty property in source.Properties().Where(property => !IsSilent(property)))
                {
                    Collect(property.Value, FieldOf(property, field), errors);
                }

                break;
            case JArray pair when IsPair(pair, field):
                errors.Add(new FieldError(FieldOf(new JProperty((string)pair[0]!, JValue.CreateNull()), null), (string)pair[1]!));
                break;
            case JArray source:
                foreach (JToken item in source)
                {
                    Collect(item, field, errors);
                }

                break;
            case JValue { Value: { } value } when (ReadsAll || value is string) && value.ToString().Trim() is { Length: > 0 } text:
                errors.Add(new FieldError(field, text));
                break;
        }
    }
}
