using System.IO;
using Newtonsoft.Json;

namespace Invoicing.Http;

/// <summary>Ends an answer of more tokens than any provider sends.</summary>
internal sealed class LimitedJsonReader : JsonTextReader
{
    private int _left = AnswerLimits.MaxTokens;

    public LimitedJsonReader(TextReader text)
        : base(text)
    {
    }

    public override bool Read() => --_left >= 0 ? base.Read() : throw AnswerLimits.TooMany();
}
