using System;
using System.Linq;
using System.Text;
using System.Xml;
using Invoicing.Sandbox.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>All parameters of a request, from the query and from a body of any of three types. [assumption]</summary>
internal sealed class Parameters
{
    private readonly JProperty? _xml;

    public Parameters(HttpCall call, EncodingShape encodings)
    {
        try
        {
            All = FormBody.Read(call.Query.Pairs);
            var type = call.Body.Count == 0 ? "" : (call.Header("Content-Type") ?? "").Split(';')[0].Trim().ToLowerInvariant();
            if (type == "application/x-www-form-urlencoded")
            {
                Take(FormBody.Read(new HttpQuery(Encoding.UTF8.GetString(call.Body.Bytes, 0, call.Body.Count)).Pairs));
            }
            else if (type == "application/json" && encodings == EncodingShape.Any)
            {
                Take(call.Json as JObject ?? throw Refusal.Broken("The body is not a JSON object."));
            }
            else if (type is "application/xml" or "text/xml" && encodings == EncodingShape.Any)
            {
                _xml = XmlBody.Read(call.Body);
            }
        }
        catch (Exception e) when (e is JsonException or XmlException or FormatException)
        {
            throw Refusal.Broken("The request cannot be read: " + e.Message);
        }
    }

    public JObject All { get; }

    /// <summary>
    /// Places the content of an XML body, once the operation is known: under the name of its root, unless that is
    /// only there because XML needs one.
    /// </summary>
    public void Settle(Resource? body, BodyShape shape)
    {
        if (_xml is null)
        {
            return;
        }

        if (body is null || shape == BodyShape.Flat || _xml.Name == "hash")
        {
            Take(_xml.Value as JObject ?? new JObject());
        }
        else
        {
            All[_xml.Name] = _xml.Value;
        }
    }

    public string? Text(string name) => All[name] is JValue value ? WireText.Of(value.Value) : null;

    private void Take(JObject from)
    {
        foreach (var property in from.Properties().ToList())
        {
            All[property.Name] = property.Value;
        }
    }
}
