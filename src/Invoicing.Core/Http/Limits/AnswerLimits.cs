using Newtonsoft.Json;

namespace Invoicing.Http.Limits;

/// <summary>Size limits of answers in any form. Larger ones are refused before they use up memory.</summary>
internal static class AnswerLimits
{
    /// <summary>Bytes after unpacking. The largest answers are files in base64; pages and objects are a hundredth of it.</summary>
    public const long MaxBytes = 64L << 20;

    /// <summary>Depth of nesting, beyond any answer of a provider.</summary>
    public const int MaxDepth = 64;

    /// <summary>
    /// Number of values. A thousand documents, the longest page, are a tenth of it. Bytes alone are not enough: an object takes two of them
    /// on the wire and hundreds in memory.
    /// </summary>
    public const int MaxTokens = 1_000_000;

    public static JsonReaderException TooMany() => new("The answer holds too many values.");
}
