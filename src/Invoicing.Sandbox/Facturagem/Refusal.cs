using System;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Exception that becomes an answer with an error status.</summary>
internal sealed class Refusal : Exception
{
    public Refusal(int status, string text, Content? content = null)
        : base(text)
    {
        Status = status;
        Content = content;
    }

    public int Status { get; }

    /// <summary>The documented body of a 422; the others have none that is known.</summary>
    public Content? Content { get; }

    public static Refusal Missing() => new(404, "There is no such resource.");

    /// <summary>Rails answers 500 to malformed input; the provider's list of codes has no 400. [inferred]</summary>
    public static Refusal Broken(string text) => new(500, text);
}
