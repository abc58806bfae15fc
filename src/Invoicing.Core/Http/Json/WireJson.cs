using System.IO;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Http.Json;

/// <summary>JSON as the providers send it, read so that no amount becomes a binary fraction and no text becomes a date.</summary>
internal static class WireJson
{
    /// <summary>Bytes that are not UTF-8 are an error: a replaced letter in a name would go back into the books.</summary>
    public static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static JsonReader Open(Stream stream) => new StrictJsonReader(stream);

    public static JsonReader Open(string text) => Open(new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false));

    public static JToken ParseToken(string text)
    {
        using JsonReader reader = Open(text);
        JToken token = ReadToken(reader);
        return reader.Read() ? throw new JsonReaderException("There is more than one value.") : token;
    }

    /// <summary>Goes to the next token. Not every reader minds an answer that ends in the middle; that would be half a list.</summary>
    public static JsonToken Advance(this JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw new JsonReaderException("The answer ends in the middle.");

    /// <summary>Reads whatever comes, or <c>null</c> from an empty answer.</summary>
    public static JToken ReadToken(JsonReader reader) =>
        reader.TokenType == JsonToken.None && !reader.Read() ? JValue.CreateNull() : JToken.ReadFrom(reader);
}
