using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace Invoicing;

/// <summary>
/// A connection by name: all that connects again, and the place of the secret. A value that is <c>null</c> is the default of the version that connects.
/// Values have the names of the parameters of Connect-InvoiceProvider.
/// </summary>
public sealed record SavedConnection
{
    /// <summary>Name of the connection; upper and lower case are the same.</summary>
    [JsonProperty(Required = Required.Always)]
    public required string Name { get; init; }

    /// <summary>Name of the provider.</summary>
    [JsonProperty(Required = Required.Always)]
    public required string Provider { get; init; }

    /// <summary>Name of the account at the provider; <c>null</c> for a sandbox that is started anew.</summary>
    public string? Account { get; init; }

    /// <summary>The place of the key or password; <c>null</c> for a sandbox that is started anew.</summary>
    public SavedSecret? Secret { get; init; }

    /// <summary>User name of a login; <c>null</c> if the secret is a key.</summary>
    public string? UserName { get; init; }

    /// <summary>True to start a sandbox and connect to it.</summary>
    public bool Sandbox { get; init; }

    /// <summary>True if the address leads to a sandbox of another process.</summary>
    public bool AsSandbox { get; init; }

    /// <summary>Address in place of the provider's.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>Settings of the provider by name.</summary>
    public IReadOnlyDictionary<string, string> Setting { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of the provider's fields that differ from those of this version.</summary>
    public IReadOnlyDictionary<string, string> FieldName { get; init; } = new Dictionary<string, string>();

    /// <summary>Address of a proxy; <c>null</c> for the system's. Its password is not kept.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Time limit of a request in seconds.</summary>
    public int? TimeoutSec { get; init; }

    /// <summary>Rate limit in requests per minute; 0 for none.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Rate limit in requests per day; 0 for none.</summary>
    public int? RequestsPerDay { get; init; }

    /// <summary>Number of retries of a failed request.</summary>
    public int? MaximumRetryCount { get; init; }

    /// <summary>Seconds before the first retry.</summary>
    public double? RetryIntervalSec { get; init; }

    /// <summary>Seconds during which a change whose answer was lost is looked for.</summary>
    public double? SettleTimeSec { get; init; }

    /// <summary>True to keep the journal in the memory of the process.</summary>
    public bool NoJournal { get; init; }

    /// <summary>Folder of the journal and of the use of rate limits.</summary>
    public string? StatePath { get; init; }

    /// <summary>Age in days at which full files of the journal are deleted.</summary>
    public int? JournalRetentionDay { get; init; }

    /// <summary>Moment at which the connection was saved.</summary>
    public DateTimeOffset SavedAt { get; init; } = DateTimeOffset.Now;

    /// <summary>The file that the connection lies in; <c>null</c> before it is saved.</summary>
    [JsonIgnore]
    public string? Path { get; internal set; }

    /// <summary>Makes a connection of a session. Nothing is saved yet.</summary>
    /// <param name="session">The session.</param>
    /// <param name="name">Name of the connection; not that of a provider.</param>
    /// <param name="secret">The place of its key or password; <c>null</c> to start a sandbox of the session's provider at each connection.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="InvoicingException">The session is disconnected, the name is a provider's, or a text holds the secret itself.</exception>
    public static SavedConnection Of(InvoiceSession session, string name, SavedSecret? secret)
    {
        ConnectOptions options = session.Options ?? throw new InvoicingException(ErrorKind.NotConnected, $"The session '{session.Name}' is disconnected.");
        SavedConnection connection = SessionFacts.Of(options, session.Provider) with { Name = name, Secret = secret };
        SavedConnectionCheck.Check(connection, session);
        return secret is not null ? connection : connection with { Sandbox = true, Account = null, UserName = null, AsSandbox = false, BaseUri = null, Proxy = null };
    }

    /// <summary>The name and the provider.</summary>
    public override string ToString() => $"{Name} ({Provider})";
}
