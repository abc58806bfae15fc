using System;
using System.Collections.Generic;
using System.Net.Http.Headers;
using System.Security;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Http;

/// <summary>
/// Makes a body fit to be shown: the values of names that the wire maps know and do not call secret pass, everything else is starred.
/// A list of what may pass cannot forget a secret that nobody has heard of yet.
/// </summary>
internal sealed class Redactor
{
    private const string Stars = "***";
    private const int LongestText = 64 * 1024;

    private readonly ISet<string> _known;
    private readonly SessionSecrets _secrets;

    public Redactor(ISet<string> knownNames, SessionSecrets secrets)
    {
        _known = knownNames;
        _secrets = secrets;
    }

    public bool IsText(MediaTypeHeaderValue? type) =>
        type?.MediaType is { } media
        && (media.EndsWith("json", StringComparison.OrdinalIgnoreCase)
            || media.EndsWith("xml", StringComparison.OrdinalIgnoreCase)
            || media.StartsWith("text/", StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes key and password out of a text that the provider wrote: it may repeat what it was sent, under any name.</summary>
    public string Hide(string text)
    {
        foreach (ApiSecret? secret in new[] { _secrets.Key, _secrets.Password })
        {
            if (secret?.Reveal() is { Length: > 0 } key)
            {
                text = text.Replace(key, Stars).Replace(Uri.EscapeDataString(key), Stars).Replace(SecurityElement.Escape(key), Stars);
            }
        }

        return text;
    }

    public string Redact(string body)
    {
        try
        {
            return Redact(WireXml.IsDeclared(body) ? WireXml.ParseToken(body) : WireJson.ParseToken(body));
        }
        catch (JsonException)
        {
            return FormattableString.Invariant($"({body.Length} characters that are neither JSON nor XML)");
        }
    }

    public string Redact(JToken body)
    {
        string text = Hide(Clean(body, known: false).ToString(Formatting.None));
        return text.Length <= LongestText ? text : text.Substring(0, LongestText) + "...";
    }

    private JToken Clean(JToken token, bool known)
    {
        switch (token)
        {
            case JObject source:
                var copy = new JObject();
                foreach (JProperty property in source.Properties())
                {
                    copy[property.Name] = Clean(property.Value, _known.Contains(property.Name));
                }

                return copy;

            case JArray source:
                var list = new JArray();
                foreach (JToken item in source)
                {
                    list.Add(Clean(item, known));
                }

                return list;

            default:
                return known || token.Type == JTokenType.Null ? token.DeepClone() : Stars;
        }
    }
}
