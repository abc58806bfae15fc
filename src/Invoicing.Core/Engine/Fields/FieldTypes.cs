using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Security;
using System.Text.RegularExpressions;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Engine.Fields;

/// <summary>The kinds of values that wire maps are made of.</summary>
internal static class FieldTypes
{
    /// <summary>Thousands with commas before a decimal point: without the point, the comma could be a decimal one.</summary>
    private static readonly Regex Grouped = new(@"^-?\d{1,3}(,\d{3})+\.\d+$", RegexOptions.CultureInvariant);

    /// <summary>Text; a number or a flag is taken as its text.</summary>
    public static readonly FieldType<string?> Text = new Scalar<string?>(text => text, text => text is null ? null : new JValue(text));

    /// <summary>An identifier: number or text on the wire, text in the model, a number again when it is one.</summary>
    public static readonly FieldType<string?> Id = new Scalar<string?>(
        text => text.Length == 0 ? null : text,
        text => string.IsNullOrEmpty(text) ? null : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? new JValue(number) : new JValue(text));

    /// <summary>An identifier that is sent as text.</summary>
    public static readonly FieldType<string?> IdentifierText = new Scalar<string?>(
        text => text.Length == 0 ? null : text,
        text => string.IsNullOrEmpty(text) ? null : new JValue(text));

    /// <summary>A decimal number: number or text on the wire, sent as a number.</summary>
    public static readonly FieldType<decimal?> Number = new Scalar<decimal?>(ParseDecimal, value => value is { } number ? new JValue(number) : null);

    /// <summary>A decimal number that is sent as text.</summary>
    public static readonly FieldType<decimal?> NumberText = new Scalar<decimal?>(
        ParseDecimal,
        value => value is { } number ? new JValue(number.ToString(CultureInfo.InvariantCulture)) : null);

    /// <summary>A share of a hundred, with or without its sign, that is sent as text.</summary>
    public static readonly FieldType<decimal?> PercentText = new Scalar<decimal?>(
        text => ParseDecimal(text.TrimEnd('%', ' ')),
        value => value is { } number ? new JValue(number.ToString(CultureInfo.InvariantCulture)) : null);

    /// <summary>A whole number: number or text on the wire, sent as a number.</summary>
    public static readonly FieldType<int?> Integer = new Scalar<int?>(
        text => text.Length == 0 ? null : int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        value => value is { } number ? new JValue(number) : null);

    /// <summary>A whole number that is sent as text.</summary>
    public static readonly FieldType<int?> IntegerText = new Scalar<int?>(
        text => text.Length == 0 ? null : int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        value => value is { } number ? new JValue(number.ToString(CultureInfo.InvariantCulture)) : null);

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

    /// <summary>A date that is read in another way than it is sent.</summary>
    public static FieldType<DateTime?> Date(string format, Func<string, DateTime?> read) => new Scalar<DateTime?>(
        text => text.Length == 0 ? null : read(text),
        value => value is { } date ? new JValue(date.ToString(format, CultureInfo.InvariantCulture)) : null);

    /// <summary>
    /// Words for the members of an enumeration. A word that is not in the table reads as <paramref name="unknown"/>, and is kept among the
    /// extra fields.
    /// </summary>
    public static FieldType<TEnum> Words<TEnum>(WordTable<TEnum> words, TEnum unknown)
        where TEnum : struct, Enum =>
        new Scalar<TEnum>(
            text => text.Length == 0 ? unknown : words.Parse(text) ?? throw new UnknownWordException(text),
            value => words.Format(value) is { } word ? new JValue(word) : null,
            unknown);

    /// <summary>Words for the members of an enumeration that may be missing.</summary>
    public static FieldType<TEnum?> OptionalWords<TEnum>(WordTable<TEnum> words)
        where TEnum : struct, Enum =>
        new Scalar<TEnum?>(
            text => text.Length == 0 ? null : words.Parse(text) ?? throw new UnknownWordException(text),
            value => value is { } member && words.Format(member) is { } word ? new JValue(word) : null);

    /// <summary>Text that is put in other words on the way.</summary>
    public static FieldType<string?> Translated(Func<string, string?> read, Func<string, string?> write) =>
        new Scalar<string?>(read, text => text is not null && write(text) is { } word ? new JValue(word) : null);

    /// <summary>A value in a form of its own.</summary>
    public static FieldType<TValue> Form<TValue>(Func<JsonReader, TValue> read, Func<TValue, JToken?> write) => new OwnForm<TValue>(read, write);

    /// <summary>A value that some texts stand for the absence of, such as <c>0</c> or <c>0000-00-00</c>.</summary>
    public static FieldType<TValue> NoneIs<TValue>(string none, FieldType<TValue> type) => new NoneValue<TValue>(none, type);

    /// <summary>An object of its own.</summary>
    public static FieldType<TModel?> Object<TModel>(FieldMap<TModel> map)
        where TModel : class, new() => new WireObject<TModel>(map, null);

    /// <summary>An object of its own, which may come as text.</summary>
    public static FieldType<TModel?> ObjectOrText<TModel>(FieldMap<TModel> map, Func<string, TModel> ofText)
        where TModel : class, new() => new WireObject<TModel>(map, ofText);

    /// <summary>A list of objects.</summary>
    public static FieldType<IList<TModel>> List<TModel>(FieldMap<TModel> map)
        where TModel : class, new() => new WireList<TModel>(map);

    private static decimal? ParseDecimal(string text) => text.Length == 0
        ? null
        : decimal.Parse(
            Grouped.IsMatch(text) ? text.Replace(",", "") : text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture);

    private static bool? ParseFlag(string text) => text.ToUpperInvariant() switch
    {
        "" => null,
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => throw new FormatException($"'{text}' is no flag."),
    };

    private sealed class OwnForm<TValue>(Func<JsonReader, TValue> read, Func<TValue, JToken?> write) : FieldType<TValue>
    {
        public override TValue Read(JsonReader reader) => read(reader);

        public override JToken? Write(TValue value) => write(value);
    }

    /// <summary>A value that is one JSON token. Only text is parsed: numbers come as text too, so that both forms meet in one parser.</summary>
    private sealed class Scalar<TValue> : FieldType<TValue>
    {
        private readonly Func<string, TValue> _parse;
        private readonly Func<TValue, JToken?> _write;

        public Scalar(Func<string, TValue> parse, Func<TValue, JToken?> write, TValue unknown = default!)
        {
            _parse = parse;
            _write = write;
            Unknown = unknown;
        }

        public override TValue Unknown { get; }

        public override bool ReadsText => true;

        public override TValue ReadText(string? text) => text is null ? default! : _parse(text);

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

        private readonly Func<string, TModel>? _ofText;

        public WireObject(FieldMap<TModel> map, Func<string, TModel>? ofText)
        {
            _map = map;
            _ofText = ofText;
        }

        public override TModel? Read(JsonReader reader) => reader.TokenType switch
        {
            JsonToken.Null => null,
            JsonToken.StartObject => _map.Read(reader),
            JsonToken.String when reader.Value is "" => null,
            JsonToken.String when _ofText is not null => _ofText((string)reader.Value!),
            _ => throw new FormatException($"an object was expected, not {reader.TokenType}."),
        };

        public override JToken? Write(TModel? value) => value is null ? null : _map.Write(value);

        public override FieldType<TModel?> Renamed(IReadOnlyDictionary<string, string> names) => new WireObject<TModel>(_map.Renamed(names), _ofText);
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

        public override bool ReadsText => _type.ReadsText;

        public override TValue ReadText(string? text) => text == _none ? default! : _type.ReadText(text);

        public override TValue Unknown => _type.Unknown;

        public override JToken? Write(TValue value) => _type.Write(value);
    }
}
