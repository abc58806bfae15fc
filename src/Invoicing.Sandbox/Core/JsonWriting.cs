using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.Core;

/// <summary>Extension methods for writing JSON by hand.</summary>
internal static class JsonWriting
{
    public static void Field(this JsonWriter json, string name, string? value)
    {
        json.WritePropertyName(name, escape: false);
        json.WriteValue(value);
    }

    public static void Field(this JsonWriter json, string name, long value)
    {
        json.WritePropertyName(name, escape: false);
        json.WriteValue(value);
    }

    public static void Field(this JsonWriter json, string name, decimal value)
    {
        json.WritePropertyName(name, escape: false);
        json.WriteValue(value);
    }

    public static void Field(this JsonWriter json, string name, bool value)
    {
        json.WritePropertyName(name, escape: false);
        json.WriteValue(value);
    }

    /// <summary>Omits the member if there is no value.</summary>
    public static void FieldIfAny(this JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.Field(name, value);
        }
    }

    public static void Object(this JsonWriter json, string name, Action<JsonWriter> write)
    {
        json.WritePropertyName(name, escape: false);
        json.Object(write);
    }

    public static void Object(this JsonWriter json, Action<JsonWriter> write)
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }

    public static void Array<T>(this JsonWriter json, string name, IEnumerable<T> rows, Action<JsonWriter, T> write)
    {
        json.WritePropertyName(name, escape: false);
        json.WriteStartArray();
        foreach (var row in rows)
        {
            write(json, row);
        }

        json.WriteEndArray();
    }
}
