using System;
using System.Collections.Generic;

namespace Invoicing.Http;

/// <summary>What a provider said about a request that it refused.</summary>
internal class ProviderFault
{
    public static readonly ProviderFault Silent = new();

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    public string? Code { get; init; }

    /// <summary>What kind of error it is, where the provider's words tell better than the status.</summary>
    public ErrorKind? Kind { get; init; }

    /// <summary>How long to wait before it is sent again, where the provider's ways tell and its headers do not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
