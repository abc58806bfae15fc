using System;
using System.Net.Http;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// The newer generation, of which the introduction alone is known: REST, bodies as forms, answers in JSON (docs/facts/salengo.md#v2,
/// official).
/// </summary>
internal static class V2
{
    /// <summary>The beginning of its paths.</summary>
    private const string Prefix = "v2/";

    /// <summary>The page prints the host with a suffix too many; this is its plain form [inferred].</summary>
    private static readonly Uri Home = new("https://api.salengo.com/");

    public static bool Has(string path) => path.TrimStart('/').StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    public static bool IsOf(ApiRequest request) => Has(request.Path);

    /// <summary>A host of its own, unless the session is with something that stands in for the provider.</summary>
    public static Uri Base(IConnectorSession session) => session.BaseUri == SalenGoProvider.Home ? Home : session.BaseUri;

    /// <summary>A form; fields of fields have brackets [inferred].</summary>
    public static HttpContent? Content(JToken? body) => body is null ? null : FormBody.Of(new BracketKeys("True", "False").Of(body));
}
