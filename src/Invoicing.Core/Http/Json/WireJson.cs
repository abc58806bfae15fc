using System.IO;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Http.Json;

/// <summary>Reads JSON of providers. Amounts are decimals, and texts never become dates.</summary>
internal static class WireJson
{
    /// <summary>Strict UTF-8: a replaced letter in a name would be sent back to the provider.</summary>
    public static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static JsonReader Open(Stream stream) => new StrictJsonReader(stream);

    public static JsonReader Open(string text) => Open(new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false));

    public static JToken ParseToken(string text)
    {
        using JsonReader reader = Open(text);
        JToken token = ReadToken(reader);
        return reader.Read() ? throw new JsonReaderException("The answer holds more than one value.") : token;
    }

    /// <summary>Reads the next token. A truncated answer is an error, which not every reader reports.</summary>
    public static JsonToken Advance(this JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw new JsonReaderException("The answer is truncated.");

    /// <summary>Reads any value; <c>null</c> from an empty answer.</summary>
    public static JToken ReadToken(JsonReader reader) =>
        reader.TokenType == JsonToken.None && !reader.Read() ? JValue.CreateNull() : JToken.ReadFrom(reader);
}
