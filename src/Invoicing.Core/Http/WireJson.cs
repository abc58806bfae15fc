using System;
using System.IO;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Http;

/// <summary>JSON as the providers send it, read so that no amount becomes a binary fraction and no text becomes a date.</summary>
internal static class WireJson
{
    /// <summary>Bytes that are not UTF-8 are an error: a replaced letter in a name would go back into the books.</summary>
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static JsonReader Open(Stream stream) => Open(new StreamReader(stream, StrictUtf8, detectEncodingFromByteOrderMarks: true, bufferSize: 8192));

    public static JsonReader Open(TextReader text) => new LimitedJsonReader(new StrictJsonText(text))
    {
        ArrayPool = CharPool.Instance,
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        MaxDepth = AnswerLimits.MaxDepth,
        PropertyNameTable = WireNames.Shared,
    };

    public static JToken ParseToken(string text)
    {
        using JsonReader reader = Open(new StringReader(text));
        return ReadToken(reader);
    }

    /// <summary>Goes to the next token. The parser takes an answer that ends in the middle for a whole one; that would be half a list.</summary>
    public static JsonToken Advance(this JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw new JsonReaderException("The answer ends in the middle.");

    /// <summary>Reads whatever comes, or <c>null</c> from an empty answer.</summary>
    public static JToken ReadToken(JsonReader reader) =>
        reader.TokenType == JsonToken.None && !reader.Read() ? JValue.CreateNull() : JToken.ReadFrom(reader);

    /// <summary>Keeps one buffer a thread; netstandard2.0 has no pool of its own.</summary>
    private sealed class CharPool : IArrayPool<char>
    {
        public static readonly CharPool Instance = new();

        [ThreadStatic]
        private static char[]? _kept;

        public char[] Rent(int minimumLength)
        {
            char[]? kept = _kept;
            if (kept is null || kept.Length < minimumLength)
            {
                return new char[minimumLength];
            }

            _kept = null;
            return kept;
        }

        public void Return(char[]? array)
        {
            if (array is not null)
            {
                _kept = array;
            }
        }
    }
}
