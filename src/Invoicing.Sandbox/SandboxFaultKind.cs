namespace Invoicing.Sandbox;

/// <summary>The ways in which a <see cref="SandboxServer"/> can misbehave on request.</summary>
public enum SandboxFaultKind
{
    /// <summary>429 without a Retry-After header; nothing was done.</summary>
    TooManyRequests,

    /// <summary>429 with <c>Retry-After: 1</c> (seconds); nothing was done.</summary>
    RetryAfter,

    /// <summary>429 with a Retry-After header in its HTTP-date form, one second ahead; nothing was done.</summary>
    RetryAfterDate,

    /// <summary>500, 502 and 503 in turn, with a JSON, an HTML and an empty body in turn; nothing was done.</summary>
    ServerError,

    /// <summary>The connection is reset before anything was done.</summary>
    Reset,

    /// <summary>The work is done, then the connection is reset without an answer.</summary>
    LostAnswer,

    /// <summary>The work is done; the answer announces its whole length, but the connection ends half way through the body.</summary>
    CutOff,

    /// <summary>The work is done; the answer is 200 with valid JSON of an unexpected shape.</summary>
    WrongJson,

    /// <summary>The work is done; the answer is 200 with text that is not valid JSON.</summary>
    BadJson,

    /// <summary>200 and 404 in turn with a text/html page, as from a proxy in between; nothing was done.</summary>
    Html,

    /// <summary>The work is done; the answer has its status but an empty body.</summary>
    Empty,

    /// <summary>The work is done; the body drips out in small pieces, about 20 ms apart.</summary>
    Slow,

    /// <summary>The work is done; the headers are sent, then nothing until the client goes away or the server stops.</summary>
    Stall,

    /// <summary>An asynchronous job (SAF-T, PDF, QR code) ends in the provider's 500 instead of its result.</summary>
    FailingGeneration,

    /// <summary>An asynchronous job answers "not ready" again instead of its result.</summary>
    NeverReady,
}
