using System;
using System.Collections.Generic;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Http;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Writes an error in one of the provider's shapes.</summary>
internal static class ErrorBody
{
    private const string JsonType = "application/json; charset=utf-8";

    private static readonly Dictionary<ErrorShape, Action<JsonWriter, Refusal>> Writers = new()
    {
        [ErrorShape.ObjectList] = (json, e) => json.Object(o =>
            o.Array("errors", new[] { e.Message }, (w, t) => w.Object(x => x.Field("error", t)))),
        [ErrorShape.Object] = (json, e) => json.Object(o => o.Object("errors", x => x.Field("error", e.Message))),
        [ErrorShape.TextList] = (json, e) => json.Object(o => Texts(o, "errors", e.Message)),
        [ErrorShape.NestedList] = (json, e) => json.Object(o =>
            o.Array("errors", new[] { e.Message }, (w, t) => w.Object(x => Texts(x, "error", t)))),
        [ErrorShape.Coded] = (json, e) => json.Object(o => o.Object("errors", x => CodeAndMessage(x, e))),
        [ErrorShape.Fields] = (json, e) => json.Object(o => Texts(o, e.Field, e.Message)),
        [ErrorShape.PairList] = (json, e) =>
        {
            json.WriteStartArray();
            Pair(json, e);
            json.WriteEndArray();
        },
        [ErrorShape.Pair] = Pair,
        [ErrorShape.Plain] = (json, e) => json.Object(o => o.Field("error", e.Message)),
        [ErrorShape.Numbered] = (json, e) => json.Object(o => o.Object("error", x => CodeAndMessage(x, e))),
        [ErrorShape.Message] = (json, e) => json.Object(o => o.Field("message", e.Message)),
        [ErrorShape.Reason] = (json, e) => json.Object(o => o.Field("reason", e.Message)),
    };

    public static void Write(HttpReply reply, ErrorShape shape, Refusal error)
    {
        if (Writers.TryGetValue(shape, out var writer))
        {
            reply.Json(error.Status, json => writer(json, error));
        }
        else if (shape == ErrorShape.Html)
        {
            FaultAnswers.Html(reply, error.Status);
        }
        else
        {
            reply.Text(error.Status, JsonType, shape == ErrorShape.Blank ? " " : "");
        }
    }

    private static void Texts(JsonWriter json, string name, string text) => json.Array(name, new[] { text }, (w, t) => w.WriteValue(t));

    private static void CodeAndMessage(JsonWriter json, Refusal error)
    {
        json.Field("code", error.Code);
        json.Field("message", error.Message);
    }

    private static void Pair(JsonWriter json, Refusal error)
    {
        json.WriteStartArray();
        json.WriteValue(error.Field);
        json.WriteValue(error.Message);
        json.WriteEndArray();
    }
}
