using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Invoicing.Sandbox.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Reads the body of a request in the way that its X-Input-Format asks for.</summary>
internal static class InputReader
{
    public static bool IsJson(HttpCall call) => Format(call) == "json";

    public static bool IsRaw(HttpCall call) => Format(call) == "raw";

    /// <summary>
    /// The fields that came. A JSON body without the header is read as form data, in which there is nothing then. So is any
    /// body of a GET that is not JSON, since PHP reads forms on POST only. [inferred]
    /// </summary>
    /// <exception cref="Refusal">The body is not JSON although it is said to be, or the format is none.</exception>
    public static JObject Fields(HttpCall call) => Format(call) switch
    {
        "json" => Json(call),
        "formdata" => call.Method == "POST" ? Form(call) : new JObject(),
        "raw" => new JObject(),
        _ => throw Refusal.Invalid("X-Input-Format must be FormData, JSON or Raw"),
    };

    /// <summary>Case does not matter: the documents write JSON, live programs send json. [official], [inferred]</summary>
    private static string Format(HttpCall call) => (call.Header("X-Input-Format") ?? "FormData").ToLowerInvariant();

    private static JObject Json(HttpCall call)
    {
        try
        {
            return call.Json switch
            {
                null => new JObject(),
                JObject root => root,
                JArray { Count: 0 } => new JObject(),
                _ => throw Refusal.Invalid("The JSON body must be an object"),
            };
        }
        catch (JsonException)
        {
            throw Refusal.Invalid("The body is not valid JSON");
        }
    }

    private static JObject Form(HttpCall call)
    {
        var type = call.Header("Content-Type") ?? "";
        var text = Encoding.UTF8.GetString(call.Body.Bytes, 0, call.Body.Count);
        if (type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return BracketKeys.Read(new HttpQuery(text).Pairs);
        }

        var boundary = Regex.Match(type, "^multipart/form-data;.*boundary=\"?([^\";]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return boundary.Success ? BracketKeys.Read(MultipartBody.Read(text, boundary.Groups[1].Value).ToList()) : new JObject();
    }
}
