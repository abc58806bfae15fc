using System;
using System.Collections.Generic;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Writes answers in the format that the suffix of the address asks for. [official]</summary>
internal sealed class AnswerWriter
{
    public const string Json = "json";
    public const string Xml = "xml";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [Json] = "application/json; charset=utf-8",
        [Xml] = "application/xml; charset=utf-8",
    };

    private readonly HttpReply _reply;
    private readonly Shapes _shapes;

    public AnswerWriter(HttpReply reply, string format, Shapes shapes)
    {
        _reply = reply;
        _shapes = shapes;
        Format = format;
    }

    public string Format { get; }

    public bool IsOffered => Types.ContainsKey(Format);

    private string Type => Types.TryGetValue(Format, out var type) ? type : "text/plain; charset=utf-8";

    public void Write(int status, Content content)
    {
        if (Format == Xml)
        {
            _reply.Text(status, Type, XmlAnswer.Write(content));
        }
        else
        {
            _reply.Json(status, json => new JsonAnswer(_shapes.Decimals).Write(json, content));
        }
    }

    public void WriteEmpty(int status) => _reply.Text(status, Type, "");

    public void Write(Refusal refusal)
    {
        if (refusal.Content is { } content)
        {
            Write(refusal.Status, content);
        }
        else if (_shapes.Refusals == RefusalShape.Html)
        {
            FaultAnswers.Html(_reply, refusal.Status);
        }
        else if (_shapes.Refusals == RefusalShape.Empty)
        {
            WriteEmpty(refusal.Status);
        }
        else if (!IsOffered)
        {
            _reply.Text(refusal.Status, Type, refusal.Message + "\n");
        }
        else
        {
            Write(refusal.Status, new Content("error", refusal.Message, isWrapped: true));
        }
    }
}
