using System;
using System.Net.Http.Headers;

namespace Invoicing;

/// <summary>The answer of a provider to the question whether a file is ready.</summary>
internal readonly struct PollAnswer
{
    /// <summary>The address of the file; <c>null</c> while it is not ready.</summary>
    public Uri? Download { get; init; }

    /// <summary>The moment at which the provider wants to be asked again, where it says so.</summary>
    public RetryConditionHeaderValue? RetryAfter { get; init; }
}
