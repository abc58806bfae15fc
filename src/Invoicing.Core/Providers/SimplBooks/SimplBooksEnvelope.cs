using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Invoicing.Http;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using static Invoicing.Engine.Fields.FieldTypes;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// The object around every answer (docs/facts/simplbooks.md#envelope): a status of its own that counts, and "data" or the identifier of what
/// was made.
/// </summary>
internal static class SimplBooksEnvelope
{
    private const int Good = 200;

    private static readonly string[] Members = ["status", "data", "inserted_id"];

    private static readonly FieldType<string?> Inserted = NoneIs("0", Id);

    /// <summary>Reads an answer.</summary>
    /// <param name="reader">At the begin of the answer.</param>
    /// <param name="readData">Reads the data, which may be missing.</param>
    /// <returns>The identifier of what was made or changed.</returns>
    /// <exception cref="RefusedInBodyException">The body says that the request was refused, whatever the HTTP status was.</exception>
    public static string? Read(JsonReader reader, Action<JsonReader>? readData = null)
    {
        JsonAnswer.Begin(reader);
        int status = Good;
        bool isEnvelope = false;
        string? inserted = null;
        JToken? errors = null;
        while (reader.Advance() == JsonToken.PropertyName)
        {
            string name = (string)reader.Value!;
            reader.Advance();
            isEnvelope |= Members.Contains(name);
            switch (name)
            {
                case "status":
                    status = Value(name, () => Integer.Read(reader)) ?? Good;
                    break;
                case "inserted_id":
                    inserted = Value(name, () => Inserted.Read(reader));
                    break;
                case "errors":
                    errors = JToken.ReadFrom(reader);
                    break;
                case "data" when readData is not null && status == Good && reader.TokenType != JsonToken.Null:
                    readData(reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return status switch
        {
            // Each of them may be missing. Without all of them it is somebody else's answer, which must not pass for an empty list.
            Good when !isEnvelope => throw new JsonReaderException("The answer has neither status nor data."),
            Good => inserted,

            // Any other number says nothing about what was done.
            >= 400 and < 600 => throw new RefusedInBodyException((HttpStatusCode)status, SimplBooksFaultReader.Of((HttpStatusCode)status, errors)),
            _ => throw new JsonReaderException($"The answer has the status {status}."),
        };
    }

    /// <summary>Reads the identifier of what was made; without one it is not known what became of it.</summary>
    public static string ReadInserted(JsonReader reader) =>
        Read(reader) ?? throw new JsonReaderException("The answer holds no identifier of what was made.");

    /// <summary>Reads a record and what lies beside it.</summary>
    public static T ReadRecord<T>(JsonReader reader, FieldMap<T> frame)
        where T : class, new()
    {
        T? record = null;
        Read(reader, data => record = Unwrap(JToken.ReadFrom(data), frame));
        return record ?? throw new JsonReaderException("The answer holds no data.");
    }

    /// <summary>
    /// Reads a list, which may be an array or a map by identifier; an empty one may be missing [seen].
    /// </summary>
    public static List<T> ReadList<T>(JsonReader reader, Func<JToken, T> read)
    {
        var items = new List<T>();
        Read(reader, data =>
        {
            if (data.TokenType is not (JsonToken.StartArray or JsonToken.StartObject))
            {
                throw new JsonReaderException($"A list was expected, not {data.TokenType}.");
            }

            while (data.Advance() is not (JsonToken.EndArray or JsonToken.EndObject))
            {
                if (data.TokenType != JsonToken.PropertyName)
                {
                    items.Add(read(JToken.ReadFrom(data)));
                }
            }
        });
        return items;
    }

    /// <summary>Reads a list of identifiers.</summary>
    public static List<string> ReadIds(JsonReader reader) => ReadList(reader, row => row is JValue { Value: not null } id
        ? id.ToString(CultureInfo.InvariantCulture) : throw new JsonReaderException($"An identifier was expected, not {row.Type}."));

    /// <summary>Reads a file, which is base64 in the data [official].</summary>
    public static byte[] ReadFile(JsonReader reader)
    {
        byte[]? file = null;
        Read(reader, data => file = data.Value is string text ? Value("data", () => Convert.FromBase64String(text)) : null);
        return file ?? throw new InvalidDataException("The answer holds no file.");
    }

    /// <summary>
    /// The record under the name that is expected or another known one; else the one object that is there; else all of it
    /// (docs/facts/simplbooks.md#record-names, assumption).
    /// </summary>
    public static T Unwrap<T>(JToken item, FieldMap<T> frame)
        where T : class, new()
    {
        if (item is not JObject source)
        {
            throw new JsonReaderException($"An object was expected, not {item.Type}.");
        }

        if (!frame.Any(row => source.ContainsKey(row.Name)))
        {
            JProperty[] objects = [.. source.Properties().Where(property => property.Value is JObject)];
            source = new JObject { [frame.First().Name] = objects.Length == 1 ? objects[0].Value : source };
        }

        if (!frame.Any(row => source[row.Name] is JObject))
        {
            throw new JsonReaderException($"The answer holds no {frame.First().Name}.");
        }

        using JsonReader reader = source.CreateReader();
        return frame.Read(reader);
    }

    private static T Value<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            throw new JsonReaderException($"The field '{name}' has an unexpected value.", fault);
        }
    }
}
