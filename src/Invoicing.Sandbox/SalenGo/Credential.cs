using System;
using System.Text;
using Invoicing.Sandbox.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Finds the token of a call. Where it travels is not documented.</summary>
internal static class Credential
{
    /// <summary>The member of the body, or the key of the query. [assumption]</summary>
    public const string Name = "token";

    public static string? Of(HttpCall call, JObject? body, TokenPlacement placement) => placement switch
    {
        TokenPlacement.Basic => OfBasic(call),
        TokenPlacement.Bearer => OfBearer(call),
        TokenPlacement.Query => call.Query[Name],
        _ => (body?[Name] as JValue)?.Value as string,
    };

    /// <summary>The user name; any password will do. [inferred]</summary>
    public static string? OfBasic(HttpCall call)
    {
        try
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(After(call, "Basic ") ?? ""));
            var colon = pair.IndexOf(':');
            return colon < 0 ? null : pair.Substring(0, colon);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary> [assumption]</summary>
    public static string? OfBearer(HttpCall call) => After(call, "Bearer ");

    private static string? After(HttpCall call, string scheme) =>
        call.Header("Authorization") is { } header && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? header.Substring(scheme.Length).Trim()
            : null;
}
