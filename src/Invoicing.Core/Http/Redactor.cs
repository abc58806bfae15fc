using System;
using System.Collections.Generic;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Invoicing.Http.Json;
using Invoicing.Http.Xml;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Http;

/// <summary>
/// Redacts a body: values of names that the field maps know as not secret pass, everything else is starred.
/// An allow list cannot miss a secret that is not known yet.
/// </summary>
internal sealed class Redactor
{
    private const string Stars = "***";
    private const int LongestText = 64 * 1024;

    /// <summary>Possible base64: an error page may repeat the Authorization header.</summary>
    private static readonly Regex Base64 = new("[A-Za-z0-9+/_-]{8,}={0,2}", RegexOptions.CultureInvariant);

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

    /// <summary>Removes key and password from a text of the provider, which may repeat them under any name.</summary>
    public string Hide(string text)
    {
        foreach (ApiSecret? secret in new[] { _secrets.Key, _secrets.Password })
        {
            if (secret?.Reveal() is { Length: > 0 } key)
            {
                text = SecretPattern.Of(key).Replace(text, Stars);
                text = Base64.Replace(text, match => Holds(match.Value, key) ? Stars : match.Value);
            }
        }

        return text;
    }

    /// <summary>Makes a text from outside fit to be shown: without secrets, on one line.</summary>
    public string Show(string text) => Hide(ShownText.Of(Hide(text)));

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

    /// <summary>True if base64 holds a key. What stands before it may have been taken for a part of it.</summary>
    private static bool Holds(string base64, string key)
    {
        for (int from = 0; from < 4; from++)
        {
            if (Decoded(base64.Substring(from)).Contains(key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Decodes base64 if it is text.</summary>
    private static string Decoded(string base64)
    {
        string plain = base64.TrimEnd('=').Replace('-', '+').Replace('_', '/');

        // A single letter after groups of four is not valid base64.
        plain = plain.Substring(0, plain.Length - (plain.Length % 4 == 1 ? 1 : 0));
        return Encoding.UTF8.GetString(Convert.FromBase64String(plain + new string('=', (4 - (plain.Length % 4)) % 4)));
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
