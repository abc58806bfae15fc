using System;
using System.Collections.Generic;
using System.Net;
using System.Security;
using Invoicing.Http;

namespace Invoicing;

/// <summary>What it takes to connect to a provider.</summary>
public sealed class ConnectOptions
{
    /// <summary>Name of the provider, as in <see cref="InvoiceProvider.All"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>Name of the account at the provider.</summary>
    public required string Account { get; init; }

    /// <summary>The key; the session keeps a copy of its own. <c>null</c> where <see cref="Credential"/> logs in.</summary>
    public SecureString? ApiKey { get; init; }

    /// <summary>Login and password, for providers that give a key to whoever logs in.</summary>
    public NetworkCredential? Credential { get; init; }

    /// <summary>What can be chosen at a provider, by name: see <see cref="InvoiceProvider.Settings"/>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Names of the wire by <c>Model.Property</c>, such as <c>Client.TaxNumber</c>, where a user knows them better than this version does.
    /// </summary>
    public IReadOnlyDictionary<string, string> FieldNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of the session; the account's if <c>null</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Address to use in place of the provider's: a proxy, a test server. https, or http on loopback.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>A proxy; the system's if <c>null</c>.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Login at the proxy.</summary>
    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>Requests a minute in place of the provider's limit; 0 is none.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Requests a day in place of the provider's limit; 0 is none.</summary>
    public int? RequestsPerDay { get; init; }

    /// <summary>How often a request that failed is sent again, where that is safe.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>Wait before the first repetition; each later one is about twice as long.</summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The runtime that the session adapts to.</summary>
    internal RuntimeTraits Runtime { get; init; } = RuntimeTraits.Current;
}
