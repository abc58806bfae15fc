using Invoicing.Sandbox.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>
/// The newer generation, of which no path is known. It checks the key, by Basic or Bearer, and has nothing else. The form of its errors is
/// [inferred].
/// </summary>
internal static class V2
{
    public const string Prefix = "/v2/";

    public static void Answer(HttpCall call, HttpReply reply, string apiKey)
    {
        var isKnown = Credential.OfBasic(call) == apiKey || Credential.OfBearer(call) == apiKey;
        var (status, code, message) = isKnown
            ? (404, "resource_missing", "The sandbox knows no resource of v2.")
            : (401, "invalid_key", "The API key is not valid.");
        var error = new JObject
        {
            ["error"] = new JObject { ["type"] = "invalid_request_error", ["code"] = code, ["message"] = message, ["param"] = null },
        };
        reply.Json(status, json => error.WriteTo(json));
    }
}
