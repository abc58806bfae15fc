namespace Invoicing.Tests.Journal;

/// <summary>The fate of a request at the fault proxy.</summary>
internal enum ProxyFault
{
    /// <summary>The request and its answer pass.</summary>
    None,

    /// <summary>The answer comes after the work, which takes its time.</summary>
    Slow,

    /// <summary>The connection breaks at once; the work is done later.</summary>
    LateReset,

    /// <summary>A 503 comes at once; the work is done later.</summary>
    LateError,

    /// <summary>The work is done, and the answer is cut in the middle.</summary>
    Cut,

    /// <summary>The work is done, and a page of a maintenance server comes.</summary>
    Page,

    /// <summary>The work is done, and the answer to the request before comes.</summary>
    Swapped,

    /// <summary>The connection breaks, and nothing is done.</summary>
    Lost,

    /// <summary>The request is refused for a time that nobody waits.</summary>
    Absurd,

    /// <summary>The request is delivered twice, and the second answer comes.</summary>
    Doubled,
}
