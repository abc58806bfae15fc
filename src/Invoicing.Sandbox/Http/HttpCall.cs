using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Http;

/// <summary>One request as it came in. Its body belongs to the connection and is gone with the next request.</summary>
internal sealed class HttpCall
{
    private readonly List<KeyValuePair<string, string>> _headers;
    private HttpQuery? _query;
    private JToken? _json;

    public HttpCall(string method, string target, List<KeyValuePair<string, string>> headers, ByteBuffer body)
    {
        Method = method;
        _headers = headers;
        Body = body;

        var question = target.IndexOf('?');
        RawPath = question < 0 ? target : target.Substring(0, question);
        RawQuery = question < 0 ? "" : target.Substring(question + 1);
    }

    public string Method { get; }

    public string RawPath { get; }

    public string RawQuery { get; }

    public ByteBuffer Body { get; }

    public bool KeepAlive { get; set; }

    /// <summary>Position in the order of arrival at this server, from 0.</summary>
    public long Ordinal { get; set; }

    /// <summary>True if the same work, by the provider's name for it, was under way when this request arrived.</summary>
    public bool IsUnderWay { get; set; }

    /// <summary>Set by a provider that found a key where only it looks, such as in the body.</summary>
    public bool CarriesKey { get; set; }

    /// <summary>Asks the plan of faults whether one of this kind strikes now, on this request.</summary>
    public Func<SandboxFaultKind, bool> Strikes { get; set; } = _ => false;

    public HttpQuery Query => _query ??= new HttpQuery(RawQuery);

    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>The body as JSON, null when it is empty. Numbers are decimals, dates stay text.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public JToken? Json
    {
        get
        {
            if (_json is null && Body.Count > 0)
            {
                using var text = new StreamReader(new MemoryStream(Body.Bytes, 0, Body.Count, writable: false), Encoding.UTF8);
                using var reader = new JsonTextReader(text)
                {
                    DateParseHandling = DateParseHandling.None,
                    FloatParseHandling = FloatParseHandling.Decimal,
                };
                var json = JToken.ReadFrom(reader);
                if (reader.Read())
                {
                    throw new JsonReaderException("There is more than one value in the body.");
                }

                _json = json;
            }

            return _json;
        }
    }

    public string? Header(string name)
    {
        foreach (var header in _headers)
        {
            if (string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }
}
