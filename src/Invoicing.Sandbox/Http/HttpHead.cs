using System;
using System.Collections.Generic;
using System.Text;

namespace Invoicing.Sandbox.Http;

/// <summary>Turns the bytes of a request line and its headers into a call.</summary>
internal static class HttpHead
{
    public static HttpCall Parse(byte[] buffer, int start, int length, ByteBuffer body)
    {
        var lines = Encoding.UTF8.GetString(buffer, start, length - 4).Split(new[] { "\r\n" }, StringSplitOptions.None);
        var parts = lines[0].Split(' ');
        if (parts.Length != 3 || !IsToken(parts[0]))
        {
            throw new HttpFormatException(400, "The first line is not a request.");
        }

        if (parts[2] is not "HTTP/1.1" and not "HTTP/1.0")
        {
            throw new HttpFormatException(
                parts[2].StartsWith("HTTP/", StringComparison.Ordinal) ? 505 : 400, "This version of HTTP is not spoken here.");
        }

        var call = new HttpCall(parts[0], Origin(parts[1]), ReadHeaders(lines), body);
        var modern = parts[2] == "HTTP/1.1";
        if (modern && call.Header("Host") is null)
        {
            throw new HttpFormatException(400, "There is no Host header.");
        }

        if (call.Header("Host") is { } host && !IsOwn(host))
        {
            throw new HttpFormatException(421, "This server answers for 127.0.0.1 and localhost alone: the Host header names another one.");
        }

        var connection = call.Header("Connection") ?? "";
        call.KeepAlive = modern
            ? connection.IndexOf("close", StringComparison.OrdinalIgnoreCase) < 0
            : connection.IndexOf("keep-alive", StringComparison.OrdinalIgnoreCase) >= 0;
        return call;
    }

    private static List<KeyValuePair<string, string>> ReadHeaders(string[] lines)
    {
        var headers = new List<KeyValuePair<string, string>>(lines.Length);
        for (var i = 1; i < lines.Length; i++)
        {
            var colon = lines[i].IndexOf(':');
            if (colon <= 0 || !IsToken(lines[i].Substring(0, colon)))
            {
                throw new HttpFormatException(400, "A header is malformed.");
            }

            headers.Add(new KeyValuePair<string, string>(lines[i].Substring(0, colon), lines[i].Substring(colon + 1).Trim(' ', '\t')));
        }

        return headers;
    }

    /// <summary>Path and query of the target, also when it came in its absolute form, as proxies send it.</summary>
    private static string Origin(string target)
    {
        if (target.StartsWith("/", StringComparison.Ordinal) || target == "*")
        {
            return target;
        }

        return Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme == "http"
            ? uri.PathAndQuery
            : throw new HttpFormatException(400, "The target of the request is malformed.");
    }

    /// <summary>A page of a browser can reach this address under a name of its own, and must not.</summary>
    private static bool IsOwn(string host) =>
        Uri.TryCreate("http://" + host, UriKind.Absolute, out var address) && address.IsLoopback && address.UserInfo.Length == 0;

    private static bool IsToken(string text)
    {
        foreach (var c in text)
        {
            if (c is <= ' ' or >= (char)127 || "()<>@,;:\\\"/[]?={}".IndexOf(c) >= 0)
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
