using System.Collections.Generic;

namespace Invoicing.Sandbox.Http;

internal static class HttpStatusText
{
    private static readonly Dictionary<int, string> Texts = new()
    {
        [200] = "OK",
        [201] = "Created",
        [202] = "Accepted",
        [204] = "No Content",
        [302] = "Found",
        [400] = "Bad Request",
        [401] = "Unauthorized",
        [403] = "Forbidden",
        [404] = "Not Found",
        [405] = "Method Not Allowed",
        [406] = "Not Acceptable",
        [409] = "Conflict",
        [413] = "Payload Too Large",
        [422] = "Unprocessable Entity",
        [429] = "Too Many Requests",
        [431] = "Request Header Fields Too Large",
        [500] = "Internal Server Error",
        [501] = "Not Implemented",
        [502] = "Bad Gateway",
        [503] = "Service Unavailable",
        [505] = "HTTP Version Not Supported",
    };

    public static string Of(int status) => Texts.TryGetValue(status, out var text) ? text : "Status";
}
