using System;
using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox.Core;

/// <summary>
/// Removes secrets from recorded requests. It works by name, since a wrong key is a secret too: it may be valid elsewhere.
/// </summary>
internal static class Redactor
{
    private const int MaxBody = 64 * 1024;
    private const string Stars = "***";
    private const string Names = "password|passwd|token|secret|api[_-]?key|authorization|credential";

    // A string may have lost its end where the record was cut off.
    private static readonly Regex InJson = Build(
        "(\"[^\"]*(?:" + Names + ")[^\"]*\"\\s*:\\s*)(?:\"(?:\\\\.|[^\"\\\\])*(?:\"|$)|[^\\s\"{\\[,}\\]]+)");

    private static readonly Regex InXml = Build("(<[^<>/]*(?:" + Names + ")[^<>]*>)[^<]+");
    private static readonly Regex InForm = Build("((?:^|&)[^=&\\s\"<{]*(?:" + Names + ")[^=&\\s\"<{]*=)[^&]+");
    private static readonly Regex Any = Build(Names);

    public static string Query(string raw, IReadOnlyList<string> keyNames)
    {
        if (raw.Length == 0)
        {
            return raw;
        }

        var parts = raw.Split('&');
        for (var i = 0; i < parts.Length; i++)
        {
            var equals = parts[i].IndexOf('=');
            if (equals >= 0 && IsSecret(HttpQuery.Decode(parts[i].Substring(0, equals), plusIsSpace: true), keyNames))
            {
                parts[i] = parts[i].Substring(0, equals + 1) + Stars;
            }
        }

        return string.Join("&", parts);
    }

    public static string? Body(ByteBuffer body)
    {
        if (body.Count == 0)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(body.Bytes, 0, Math.Min(body.Count, MaxBody));
        if (!Any.IsMatch(text))
        {
            return text;
        }

        text = InJson.Replace(text, "$1\"" + Stars + "\"");
        text = InXml.Replace(text, "$1" + Stars);
        return InForm.Replace(text, "$1" + Stars);
    }

    private static bool IsSecret(string name, IReadOnlyList<string> keyNames)
    {
        foreach (var key in keyNames)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return Any.IsMatch(name);
    }

    private static Regex Build(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
