using System;
using System.Globalization;
using System.Net;

namespace Invoicing.Http;

/// <summary>Trace of one request, without query and secrets.</summary>
public sealed class RequestTrace
{
    /// <summary>Verb and path.</summary>
    public string Request { get; init; } = "";

    /// <summary>HTTP status of the answer; <c>null</c> if none came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Short reason why no answer came.</summary>
    public string? Failure { get; init; }

    /// <summary>From sending to the first byte of the answer.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Number of the attempt, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>Body of the request after redaction; only if the observer wants bodies.</summary>
    public string? RequestBody { get; init; }

    /// <summary>Body of the answer after redaction; only if the observer wants bodies.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>One line for the verbose stream.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Request} -> {(Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : Failure)} in {Elapsed.TotalMilliseconds:0} ms")
        + (Attempt > 1 ? $" (attempt {Attempt})" : "");
}
