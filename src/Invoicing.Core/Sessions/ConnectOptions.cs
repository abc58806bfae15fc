using System;
using System.Collections.Generic;
using System.Net;
using System.Security;
using Invoicing.Http;

namespace Invoicing;

/// <summary>Options of a connection to a provider.</summary>
public sealed class ConnectOptions
{
    /// <summary>Name of the provider, as in <see cref="InvoiceProvider.All"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>Name of the account at the provider.</summary>
    public required string Account { get; init; }

    /// <summary>The API key. The session keeps a copy. <c>null</c> if <see cref="Credential"/> logs in.</summary>
    public SecureString? ApiKey { get; init; }

    /// <summary>Login and password, at providers that issue a key at login.</summary>
    public NetworkCredential? Credential { get; init; }

    /// <summary>Settings of the provider by name: see <see cref="InvoiceProvider.Settings"/>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Names of the provider's fields by <c>Model.Property</c>, such as <c>Client.TaxNumber</c>, that differ from those of this version.
    /// </summary>
    public IReadOnlyDictionary<string, string> FieldNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of the session; the account's if <c>null</c>.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Address to use instead of the provider's, such as a test server. It must be https, or http on the loopback address.
    /// </summary>
    public Uri? BaseUri { get; init; }

    /// <summary>Time limit of a request.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Address of a proxy; the system's if <c>null</c>.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>User name and password for the proxy.</summary>
    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>Rate limit in requests per minute instead of the provider's; 0 for none.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Rate limit in requests per day instead of the provider's; 0 for none.</summary>
    public int? RequestsPerDay { get; init; }

    /// <summary>Number of retries of a failed request, if a retry is safe.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>Wait before the first retry. Each later one is about twice as long.</summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Time during which a change whose answer was lost is looked for, where the provider has no key of the caller's. The change is not sent
    /// again: the provider may still work on it.
    /// </summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// True to keep the journal of changes in the memory of this process instead of a file, so that other runs do not learn of them.
    /// </summary>
    public bool NoJournal { get; init; }

    /// <summary>
    /// Folder of the journal and of the use of rate limits, which all processes with this folder share. Default: the user's data folder; for a
    /// sandbox, the memory of this process.
    /// </summary>
    public string? StatePath { get; init; }

    /// <summary>
    /// True for a sandbox or another server of tests, which begins with a new company at each start. What earlier runs did is nothing to it, so
    /// its journal and the use of its limits stay in memory; and its lists show a change at once, so the waits for them shrink with
    /// <see cref="RetryInterval"/>.
    /// </summary>
    public bool IsSandbox { get; init; }

    /// <summary>Age at which full files of the journal are deleted.</summary>
    public TimeSpan JournalRetention { get; init; } = TimeSpan.FromDays(3 * 365);

    /// <summary>Time of waits, rate limits and the journal; the system's by default. A test of your own code can give a faster one.</summary>
    public IClock Clock { get; init; } = SystemClock.Instance;

    /// <summary>The runtime that the session adapts to.</summary>
    internal RuntimeTraits Runtime { get; init; } = RuntimeTraits.Current;
}
