using Newtonsoft.Json;

namespace Invoicing.Http.Limits;

/// <summary>How much an answer may be, in whatever form: what is more is refused before it can hurt.</summary>
internal static class AnswerLimits
{
    /// <summary>The largest are files in base64; pages and objects are a hundredth of it.</summary>
    public const long MaxBytes = 64L << 20;

    /// <summary>Deeper than any answer of a provider.</summary>
    public const int MaxDepth = 64;

    /// <summary>
    /// A thousand documents, the longest page, are a tenth of it. Bytes alone are no limit: an object takes two of them on the wire and
    /// hundreds in memory.
    /// </summary>
    public const int MaxTokens = 1_000_000;

    public static JsonReaderException TooMany() => new("The answer holds too many values.");
}
