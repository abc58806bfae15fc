using System.Collections.Generic;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox.Core;

/// <summary>
/// The provider-specific part of the server: name, account, answers. Faults, latency, limits, file downloads and
/// records are the server's and are the same for all.
/// </summary>
internal interface ISandboxProvider
{
    /// <summary>The account, as the provider's users write it.</summary>
    string Account { get; }

    /// <summary>The provider's own id of the account, or null when it has none beside <see cref="Account"/>.</summary>
    string? AccountId { get; }

    string ApiKey { get; }

    /// <summary>The public half of the key that signs documents, in PEM form; empty when the provider signs none.</summary>
    string SaftPublicKeyPem { get; }

    RateLimit? Limit { get; }

    /// <summary>The query keys and headers that carry a secret.</summary>
    IReadOnlyList<string> KeyNames { get; }

    IReadOnlyList<SandboxEmail> Emails { get; }

    /// <summary>
    /// A name for work that must not run twice at the same time, or null. Called before the latency, outside of any lock.
    /// </summary>
    string? Claim(HttpCall call);

    /// <summary>Answers a request. Called from several threads at once.</summary>
    void Handle(HttpCall call, HttpReply reply);
}
