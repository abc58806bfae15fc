using System;
using System.Collections.Generic;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>The objects around records and lists on the wire.</summary>
internal static class InvoiceXpressEnvelope
{
    public static JObject Wrap(string root, JToken content) => new() { [root] = content };

    /// <summary>
    /// Reads the one object of an answer. The documented name around it is wrong for most types
    /// (docs/facts/invoicexpress.md#document-types), so the first object counts, whatever it is called.
    /// </summary>
    public static T ReadObject<T>(JsonReader reader, FieldMap<T> map)
        where T : class, new() => ReadObjects(reader, map)[0];

    /// <summary>
    /// Reads a page: the first list counts, whatever it is called; without "pagination" it is the only page
    /// (docs/facts/invoicexpress.md#paging).
    /// </summary>
    public static Page<T> ReadPage<T>(JsonReader reader, FieldMap<T> map, Func<T, T> finish)
        where T : class, new()
    {
        JsonAnswer.Begin(reader);
        List<T>? items = null;
        Pagination pagination = new();
        while (reader.Advance() == JsonToken.PropertyName)
        {
            bool isPagination = (string)reader.Value! == "pagination";
            reader.Advance();
            if (isPagination && reader.TokenType == JsonToken.StartObject)
            {
                pagination = Pagination.Map.Read(reader);
            }
            else if (items is null && reader.TokenType == JsonToken.StartArray)
            {
                items = [];
                while (reader.Advance() != JsonToken.EndArray)
                {
                    items.Add(finish(map.Read(reader)));
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return new Page<T>
        {
            Items = items ?? throw new JsonReaderException("The answer holds no list."),
            HasMore = items.Count > 0 && pagination.CurrentPage < pagination.TotalPages,
            PagesAfter = pagination.TotalPages - pagination.CurrentPage,
            Number = pagination.CurrentPage,
            TotalCount = pagination.TotalEntries,
        };
    }

    /// <summary>
    /// Reads what is an object in some answers and a list in others (docs/facts/invoicexpress.md#series-operations, #treasury), at least
    /// one.
    /// </summary>
    public static IReadOnlyList<T> ReadObjects<T>(JsonReader reader, FieldMap<T> map)
        where T : class, new()
    {
        JsonAnswer.Begin(reader);
        var items = new List<T>();
        while (reader.Advance() == JsonToken.PropertyName)
        {
            reader.Advance();
            if (items.Count > 0)
            {
                reader.Skip();
            }
            else if (reader.TokenType == JsonToken.StartObject)
            {
                items.Add(map.Read(reader));
            }
            else if (reader.TokenType == JsonToken.StartArray)
            {
                while (reader.Advance() != JsonToken.EndArray)
                {
                    items.Add(map.Read(reader));
                }
            }
        }

        return items.Count > 0 ? items : throw new JsonReaderException("The answer holds no object.");
    }

    private sealed class Pagination
    {
        public static readonly FieldMap<Pagination> Map = new()
        {
            { nameof(TotalEntries), "total_entries", FieldTypes.Integer, FieldDirection.Read },
            { nameof(CurrentPage), "current_page", FieldTypes.Integer, FieldDirection.Read },
            { nameof(TotalPages), "total_pages", FieldTypes.Integer, FieldDirection.Read },
        };

        public int? TotalEntries { get; set; }

        public int? CurrentPage { get; set; }

        public int? TotalPages { get; set; }
    }
}
