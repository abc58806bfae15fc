using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox;

/// <summary>Options of a <see cref="SandboxServer"/>. All have defaults that suit a first try.</summary>
public sealed class SandboxOptions
{
    private int? _seed;

    /// <summary>Name of the provider whose protocol is spoken, in any case. An unknown name is refused when the server starts.</summary>
    public string Provider { get; set; } = "InvoiceXpress";

    /// <summary>TCP port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; set; }

    /// <summary>Number of clients that the invented company starts with.</summary>
    public int ClientCount { get; set; } = 12;

    /// <summary>Number of sales documents that the invented company starts with. Receipts of paid ones are added.</summary>
    public int InvoiceCount { get; set; } = 40;

    /// <summary>
    /// Records of the company that the server starts with, in place of an invented one: <see cref="ClientCount"/> and <see cref="InvoiceCount"/> count
    /// only if there are none. Identifiers and numbers are kept; signatures are made anew with the server's own key.
    /// </summary>
    public IReadOnlyList<SandboxRecord> Records { get; set; } = Array.Empty<SandboxRecord>();

    /// <summary>Milliseconds to wait before each answer.</summary>
    public int LatencyMs { get; set; }

    /// <summary>Faults that the server injects; see <see cref="SandboxFault"/>. None by default.</summary>
    public IReadOnlyList<SandboxFault> Faults { get; set; } = Array.Empty<SandboxFault>();

    /// <summary>
    /// Seed of data and faults, which depend on it and on <see cref="Now"/> only. Once it is set, keys and passwords depend on it too; without
    /// it they are random for each start.
    /// </summary>
    public int Seed
    {
        get => _seed ?? 1;
        set => _seed = value;
    }

    /// <summary>True once a seed was given.</summary>
    internal bool HasSeed => _seed is not null;

    /// <summary>Calls allowed per minute: null = the provider's own limit, 0 = no limit.</summary>
    public int? RequestsPerMinute { get; set; }

    /// <summary>
    /// Number of times that a job (SAF-T, PDF, QR code) answers "not ready" before its result; -1 = it is never ready.
    /// </summary>
    public int PollsUntilReady { get; set; } = 2;

    /// <summary>The clock: dates of documents, the limit's minute and the time stamps of records come from it.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.Now;

    /// <summary>Time that a new document stays out of filtered lists, as at some providers. Zero by default.</summary>
    public TimeSpan ListDelay { get; set; }

    /// <summary>True if the link of a SAF-T export yields a ZIP with the XML file inside instead of the XML file itself.</summary>
    public bool ZipDownloads { get; set; }

    /// <summary>True if the invented account's plan includes sending documents by email.</summary>
    public bool EmailInPlan { get; set; } = true;

    /// <summary>
    /// Settings of the provider's undocumented behaviour, by name and value, both in any case. Which names
    /// there are depends on the provider; an unknown name or value is refused when the server starts.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; set; } = new Dictionary<string, string>();
}
