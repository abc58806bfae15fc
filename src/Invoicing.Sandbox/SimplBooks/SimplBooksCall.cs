using System;
using System.Collections.Generic;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>A request during an operation: input, resource, and answer.</summary>
internal sealed class SimplBooksCall
{
    private readonly List<string> _arguments;
    private readonly HttpReply _reply;
    private JObject? _input;

    public SimplBooksCall(Company company, Resource resource, HttpCall http, HttpReply reply, List<string> arguments)
    {
        Company = company;
        Resource = resource;
        Http = http;
        _reply = reply;
        _arguments = arguments;
    }

    public Company Company { get; }

    public Resource Resource { get; }

    public HttpCall Http { get; }

    public JObject Input => _input ??= InputReader.Fields(Http);

    /// <summary>The record whose id is in the path. The path's first argument is the account.</summary>
    public Record Target => Company.Get(Resource, _arguments[1]);

    /// <summary>A field of the body outside of any model, read as a field of that type.</summary>
    public object? Argument(string name, FieldType type) =>
        Input[name] is { } token ? WireReader.Read(new Field(name, type, FieldUse.W), token, Company) : null;

    public void Data(Action<JsonWriter> write) => Answer(json =>
    {
        json.WritePropertyName("data");
        write(json);
    });

    public void Saved(long id, string? response = "Saved.") => Answer(json =>
    {
        Envelope.WriteId(json, Http.Ordinal, Company.Settings.TextNumbers, id);
        json.FieldIfAny("response", response);
    });

    public void Answer(Action<JsonWriter> rest) => Envelope.Write(_reply, Http.Ordinal, Company.Settings.TextNumbers, 200, rest);

    /// <summary>A file: base64 in the envelope, or raw bytes if the request asks for them. [official]</summary>
    public void File(string contentType, byte[] bytes)
    {
        if (string.Equals(Http.Header("X-Output-Format"), "Raw", StringComparison.OrdinalIgnoreCase))
        {
            _reply.Bytes(200, contentType, bytes);
        }
        else
        {
            Data(json => json.WriteValue(Convert.ToBase64String(bytes)));
        }
    }
}
