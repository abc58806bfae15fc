using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Security;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Engine.Fields;

/// <summary>The kinds of values that wire maps are made of.</summary>
internal static class FieldTypes
{
    /// <summary>Text; a number or a flag is taken as its text.</summary>
    public static readonly FieldType<string?> Text = new Scalar<string?>(text => text, text => text is null ? null : new JValue(text));

    /// <summary>An identifier: number or text on the wire, text in the model, a number again when it is one.</summary>
    public static readonly FieldType<string?> Id = new Scalar<string?>(
        text => text.Length == 0 ? null : text,
        text => string.IsNullOrEmpty(text) ? null : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? new JValue(number) : new JValue(text));

    /// <summary>A decimal number: number or text on the wire, sent as a number.</summary>
    public static readonly FieldType<decimal?> Number = new Scalar<decimal?>(ParseDecimal, value => value is { } number ? new JValue(number) : null);

    /// <summary>A decimal number that is sent as text.</summary>
    public static readonly FieldType<decimal?> NumberText = new Scalar<decimal?>(
        ParseDecimal,
        value => value is { } number ? new JValue(number.ToString(CultureInfo.InvariantCulture)) : null);

    /// <summary>A whole number: number or text on the wire, sent as a number.</summary>
    public static readonly FieldType<int?> Integer = new Scalar<int?>(
        text => text.Length == 0 ? null : int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        value => value is { } number ? new JValue(number) : null);

    /// <summary>A flag: <c>true</c>/<c>false</c>, 1/0 or either as text; sent as a JSON boolean.</summary>
    public static readonly FieldType<bool?> Flag = new Scalar<bool?>(ParseFlag, value => value is { } flag ? new JValue(flag) : null);

    /// <summary>A flag that is sent as 1 or 0.</summary>
    public static readonly FieldType<bool?> FlagNumber = new Scalar<bool?>(ParseFlag, value => value is { } flag ? new JValue(flag ? 1 : 0) : null);

    /// <summary>A flag that is sent as the text "1" or "0".</summary>
    public static readonly FieldType<bool?> FlagText = new Scalar<bool?>(ParseFlag, value => value is { } flag ? new JValue(flag ? "1" : "0") : null);

    /// <summary>A key or password. It is only ever read, and kept as nothing that can be shown.</summary>
    public static readonly FieldType<SecureString?> Secret = new Scalar<SecureString?>(
        text => text.Length == 0 ? null : new NetworkCredential("", text).SecurePassword,
        _ => null);

    /// <summary>A date in one format, or in one of several when it is read.</summary>
    public static FieldType<DateTime?> Date(string format, params string[] alsoRead)
    {
        string[] formats = [format, .. alsoRead];
        return new Scalar<DateTime?>(
            text => text.Length == 0 ? null : DateTime.ParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None),
            value => value is { } date ? new JValue(date.ToString(format, CultureInfo.InvariantCulture)) : null);
    }

    /// <summary>Words for the members of an enumeration. A word that is not in the table reads as <paramref name="unknown"/>.</summary>
    public static FieldType<TEnum> Words<TEnum>(WordTable<TEnum> words, TEnum unknown)
        where TEnum : struct, Enum =>
        new Scalar<TEnum>(text => words.Parse(text) ?? unknown, value => words.Format(value) is { } word ? new JValue(word) : null);

    /// <summary>Words for the members of an enumeration that may be missing.</summary>
    public static FieldType<TEnum?> OptionalWords<TEnum>(WordTable<TEnum> words)
        where TEnum : struct, Enum =>
        new Scalar<TEnum?>(words.Parse, value => value is { } member && words.Format(member) is { } word ? new JValue(word) : null);

    /// <summary>Text that is put in other words on the way.</summary>
    public static FieldType<string?> Translated(Func<string, string?> read, Func<string, string?> write) =>
        new Scalar<string?>(read, text => text is not null && write(text) is { } word ? new JValue(word) : null);

    /// <summary>A value that some texts stand for the absence of, such as <c>0</c> or <c>0000-00-00</c>.</summary>
    public static FieldType<TValue> NoneIs<TValue>(string none, FieldType<TValue> type) => new NoneValue<TValue>(none, type);

    /// <summary>An object of its own.</summary>
    public static FieldType<TModel?> Object<TModel>(FieldMap<TModel> map)
        where TModel : class, new() => new WireObject<TModel>(map);

    /// <summary>A list of objects.</summary>
    public static FieldType<IList<TModel>> List<TModel>(FieldMap<TModel> map)
        where TModel : class, new() => new WireList<TModel>(map);

    private static decimal? ParseDecimal(string text) => text.Length == 0
        ? null
        : decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);

    private static bool? ParseFlag(string text) => text.ToUpperInvariant() switch
    {
        "" => null,
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => throw new FormatException($"'{text}' is no flag."),
    };

    /// <summary>A value that is one JSON token. Only text is parsed: numbers come as text too, so that both forms meet in one parser.</summary>
    private sealed class Scalar<TValue> : FieldType<TValue>
    {
        private readonly Func<string, TValue> _parse;
        private readonly Func<TValue, JToken?> _write;

        public Scalar(Func<string, TValue> parse, Func<TValue, JToken?> write)
        {
            _parse = parse;
            _write = write;
        }

        public override TValue Read(JsonReader reader)
        {
            switch (reader.TokenType)
            {
                case JsonToken.Null or JsonToken.Undefined:
                    return default!;
                case JsonToken.String or JsonToken.Integer or JsonToken.Float or JsonToken.Boolean:
                    return _parse(Convert.ToString(reader.Value, CultureInfo.InvariantCulture)!);
                default:
                    throw new FormatException($"a single value was expected, not {reader.TokenType}.");
            }
        }

        public override JToken? Write(TValue value) => _write(value);
    }

    private sealed class WireObject<TModel> : FieldType<TModel?>
        where TModel : class, new()
    {
        private readonly FieldMap<TModel> _map;

        public WireObject(FieldMap<TModel> map) => _map = map;

        public override TModel? Read(JsonReader reader) => reader.TokenType == JsonToken.Null ? null : _map.Read(reader);

        public override JToken? Write(TModel? value) => value is null ? null : _map.Write(value);

        public override FieldType<TModel?> Renamed(IReadOnlyDictionary<string, string> names) => new WireObject<TModel>(_map.Renamed(names));
    }

    private sealed class WireList<TModel> : FieldType<IList<TModel>>
        where TModel : class, new()
    {
        private readonly FieldMap<TModel> _map;

        public WireList(FieldMap<TModel> map) => _map = map;

        public override IList<TModel> Read(JsonReader reader)
        {
            var list = new List<TModel>();
            if (reader.TokenType == JsonToken.Null)
            {
                return list;
            }

            if (reader.TokenType != JsonToken.StartArray)
            {
                throw new FormatException($"a list was expected, not {reader.TokenType}.");
            }

            while (reader.Advance() != JsonToken.EndArray)
            {
                list.Add(_map.Read(reader));
            }

            return list;
        }

        public override JToken? Write(IList<TModel> value)
        {
            var list = new JArray();
            foreach (TModel item in value)
            {
                list.Add(_map.Write(item));
            }

            return list;
        }

        public override FieldType<IList<TModel>> Renamed(IReadOnlyDictionary<string, string> names) => new WireList<TModel>(_map.Renamed(names));
    }

    private sealed class NoneValue<TValue> : FieldType<TValue>
    {
        private readonly string _none;
        private readonly FieldType<TValue> _type;

        public NoneValue(string none, FieldType<TValue> type)
        {
            _none = none;
            _type = type;
        }

        public override TValue Read(JsonReader reader) =>
            reader.Value is { } value && Convert.ToString(value, CultureInfo.InvariantCulture) == _none ? default! : _type.Read(reader);

        public override JToken? Write(TValue value) => _type.Write(value);
    }
}
