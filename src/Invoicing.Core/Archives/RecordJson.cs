using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Invoicing.Journal;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Archives;

/// <summary>
/// Records as JSON: the property names of the model, dates in ISO form, enumerations by name, extra fields under the provider's names. What has no
/// value is left out. A secret has no form here, and links of a session are left out.
/// </summary>
internal static class RecordJson
{
    private const string Extra = nameof(InvoiceRecord.Extra);

    private static readonly JsonSerializerSettings Exact = new()
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
    };

    private static readonly HashSet<string> LeftOut = [nameof(InvoiceRecord.Links), nameof(Invoice.IsExisting), nameof(Payment.BankEntryId)];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <summary>The text of a record.</summary>
    public static string Text(InvoiceRecord record) => Write(record).ToString(Formatting.Indented) + "\n";

    /// <summary>The hash of what a record says; two that say the same have the same hash.</summary>
    public static string Fingerprint(InvoiceRecord record) => ChangeSubject.Hash(Write(record).ToString(Formatting.None));

    /// <summary>The hash of what is printed on a document: a payment changes the document, and not its print.</summary>
    public static string PrintFingerprint(Invoice document)
    {
        JObject json = Write(document);
        foreach (string name in new[]
        {
            Extra, nameof(Invoice.Outstanding), nameof(Invoice.PaidDate), nameof(Invoice.SentDate), nameof(Invoice.Archived), nameof(Invoice.Permalink),
        })
        {
            json.Remove(name);
        }

        json[nameof(Invoice.State)] = document.State is InvoiceState.Settled or InvoiceState.SecondCopy ? nameof(InvoiceState.Final) : document.State.ToString();
        return ChangeSubject.Hash(json.ToString(Formatting.None));
    }

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">The text is not a JSON object, or a value has another form.</exception>
    public static InvoiceRecord Read(string text, Type kind)
    {
        JObject json = JsonConvert.DeserializeObject<JObject>(text, Exact) ?? throw new JsonReaderException("The file is empty.");
        var record = (InvoiceRecord)Object(json, kind);
        (record as Invoice)?.MarkRead();
        foreach (InvoiceLine line in record.Parts)
        {
            line.MarkRead();
        }

        return record;
    }

    private static JObject Write(object source)
    {
        var json = new JObject();
        foreach (PropertyInfo property in Of(source.GetType()))
        {
            if (Token(property.GetValue(source)) is { } token)
            {
                json[property.Name] = token;
            }
        }

        return json;
    }

    private static JToken? Token(object? value) => value switch
    {
        null => null,
        string text => new JValue(text),
        decimal number => new JRaw(number.ToString(CultureInfo.InvariantCulture)),
        int or long or bool => new JValue(value),
        Enum name => new JValue(name.ToString()),
        DateTime moment => new JValue(moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
        ExtraFields extra => extra.Count == 0 ? null : Plain(extra),
        IEnumerable list => list.Cast<object>().Any() ? new JArray(list.Cast<object>().Select(Write)) : null,
        _ => Write(value),
    };

    /// <summary>Plain values of extra fields, in an order of their own: that of an answer may change.</summary>
    private static JToken Plain(object? value) => value switch
    {
        null => JValue.CreateNull(),
        JToken token => token,
        IDictionary map => new JObject(map.Keys.Cast<object>().OrderBy(key => key.ToString(), StringComparer.Ordinal)
            .Select(key => new JProperty(key.ToString()!, Plain(map[key])))),
        IEnumerable list and not string => new JArray(list.Cast<object?>().Select(Plain)),
        decimal number => new JRaw(number.ToString(CultureInfo.InvariantCulture)),
        _ => JToken.FromObject(value),
    };

    private static object Object(JObject json, Type type)
    {
        object made = Activator.CreateInstance(type, nonPublic: true)!;
        foreach (PropertyInfo property in Of(type))
        {
            if (json[property.Name] is not { Type: not JTokenType.Null } token)
            {
                continue;
            }

            if (property.PropertyType == typeof(ExtraFields))
            {
                Fill((ExtraFields)property.GetValue(made)!, token);
            }
            else
            {
                property.SetValue(made, Value(token, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
            }
        }

        return made;
    }

    private static object Value(JToken token, Type type)
    {
        if (token is JArray array && type.IsGenericType)
        {
            Type element = type.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
            foreach (JToken item in array)
            {
                list.Add(Object((JObject)item, element));
            }

            return list;
        }

        try
        {
            return token is JObject inner ? Object(inner, type)
                : type == typeof(DateTime) ? DateTime.Parse((string)token!, CultureInfo.InvariantCulture, DateTimeStyles.None)
                : type.IsEnum ? Enum.Parse(type, (string)token!)
                : Convert.ChangeType(((JValue)token).Value, type, CultureInfo.InvariantCulture)!;
        }
        catch (Exception fault) when (fault is FormatException or InvalidCastException or ArgumentException or OverflowException)
        {
            throw new JsonReaderException($"'{token}' at '{token.Path}' has another form than {type.Name}.", fault);
        }
    }

    private static void Fill(ExtraFields extra, JToken token)
    {
        foreach (JProperty field in ((JObject)token).Properties())
        {
            extra[field.Name] = Bare(field.Value);
        }
    }

    private static object? Bare(JToken token) => token switch
    {
        JObject map => map.Properties().ToDictionary(field => field.Name, field => Bare(field.Value), StringComparer.OrdinalIgnoreCase),
        JArray list => list.Select(Bare).ToList(),
        JValue value => value.Value,
        _ => null,
    };

    /// <summary>The properties that are kept: those of the model that can be set, in the order of the source text.</summary>
    private static PropertyInfo[] Of(Type type) => Known.GetOrAdd(type, one =>
    [
        .. one.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => (property.CanWrite || property.PropertyType == typeof(ExtraFields)) && !LeftOut.Contains(property.Name)
                && property.PropertyType != typeof(System.Security.SecureString) && property.GetIndexParameters().Length == 0)
            .OrderBy(property => property.Name == nameof(InvoiceRecord.Id) ? 0 : property.Name == Extra ? 2 : 1)
            .ThenBy(property => property.MetadataToken),
    ]);
}
