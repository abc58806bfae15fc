using Newtonsoft.Json;

namespace Invoicing.Engine;

/// <summary>The beginning of a JSON answer.</summary>
internal static class JsonAnswer
{
    /// <summary>Goes to the object that an answer must be.</summary>
    /// <exception cref="JsonReaderException">It is none.</exception>
    public static void Begin(JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonToken.StartObject)
        {
            throw new JsonReaderException(reader.TokenType == JsonToken.None ? "The answer is empty." : "The answer is no JSON object.");
        }
    }
}
