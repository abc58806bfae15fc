using System;
using System.Net.Http.Headers;

namespace Invoicing;

/// <summary>What a provider answers to the question whether a file is ready.</summary>
internal readonly struct PollAnswer
{
    /// <summary>Where the file is; <c>null</c> while it is not ready.</summary>
    public Uri? Download { get; init; }

    /// <summary>When the provider wants to be asked again, where it says so.</summary>
    public RetryConditionHeaderValue? RetryAfter { get; init; }
}
