using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Tests.Support;

/// <summary>A request as the scripted server got it.</summary>
internal sealed class Call
{
    public Call(string method, string target, IReadOnlyDictionary<string, string> headers, string body)
    {
        Method = method;
        Target = target;
        Headers = headers;
        Body = body;
    }

    public string Method { get; }

    /// <summary>Path and query, as they were sent.</summary>
    public string Target { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string Body { get; }

    public string Path => Target.Split('?')[0];

    public JObject Json => JObject.Parse(Body);

    /// <summary>The query, unescaped, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query =>
        [.. (Target.Contains('?') ? Target[(Target.IndexOf('?') + 1)..] : "")
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])))];

    /// <summary>Verb, path and the query without the key, unescaped.</summary>
    public string Line
    {
        get
        {
            string query = string.Join("&", Query.Where(pair => pair.Key != "api_key").Select(pair => $"{pair.Key}={pair.Value}"));
            return $"{Method} {Path}{(query.Length > 0 ? "?" + query : "")}";
        }
    }

    public string? Value(string name) => Query.FirstOrDefault(pair => pair.Key == name).Value;
}
