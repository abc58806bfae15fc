using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Http;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>The envelope around every answer. A setting makes two of its numbers text now and then, as in examples of the vendor's page.</summary>
internal static class Envelope
{
    /// <summary>These leave <c>inserted_id</c> out; other errors have it as 0. [official]</summary>
    private static readonly int[] WithoutId = { 401, 403, 429 };

    public static void Write(HttpReply reply, long ordinal, bool isLoose, int status, Action<JsonWriter> rest) =>
        reply.Json(status, json => json.Object(inner => Write(inner, ordinal, isLoose, status, rest)));

    private static void Write(JsonWriter inner, long ordinal, bool isLoose, int status, Action<JsonWriter> rest)
    {
        inner.Field("status", status);
        var duration = 0.0081m + (Mixer.Pick(500, ordinal) / 10_000m);
        if (isLoose && IsLoose(ordinal))
        {
            inner.Field("duration", duration.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            inner.Field("duration", duration);
        }

        rest(inner);
    }

    public static void WriteId(JsonWriter json, long ordinal, bool isLoose, long id)
    {
        if (isLoose && IsLoose(ordinal))
        {
            json.Field("inserted_id", id.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            json.Field("inserted_id", id);
        }
    }

    public static void Refuse(HttpReply reply, long ordinal, bool isLoose, int status, IEnumerable<string> errors) =>
        Write(reply, ordinal, isLoose, status, json =>
        {
            if (!WithoutId.Contains(status))
            {
                json.Field("inserted_id", 0);
            }

            json.Array("errors", errors, (inner, error) => inner.WriteValue(error));
        });

    private static bool IsLoose(long ordinal) => ordinal % 3 == 2;
}
