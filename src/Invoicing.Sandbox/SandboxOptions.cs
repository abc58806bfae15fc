using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox;

/// <summary>How a <see cref="SandboxServer"/> is set up. Everything has a default that suits a first try.</summary>
public sealed class SandboxOptions
{
    /// <summary>Name of the provider whose protocol is spoken, in any case. An unknown name is refused when the server starts.</summary>
    public string Provider { get; set; } = "InvoiceXpress";

    /// <summary>TCP port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; set; }

    /// <summary>How many clients the invented company starts with.</summary>
    public int ClientCount { get; set; } = 12;

    /// <summary>How many sales documents the invented company starts with. The receipts of the paid ones come on top.</summary>
    public int InvoiceCount { get; set; } = 40;

    /// <summary>Milliseconds to wait before each answer.</summary>
    public int LatencyMs { get; set; }

    /// <summary>How the server shall misbehave; see <see cref="SandboxFault"/>. None by default.</summary>
    public IReadOnlyList<SandboxFault> Faults { get; set; } = Array.Empty<SandboxFault>();

    /// <summary>Data and faults are a pure function of this number (and of <see cref="Now"/>).</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Calls allowed in a minute: null = the provider's own limit, 0 = no limit.</summary>
    public int? RequestsPerMinute { get; set; }

    /// <summary>
    /// How often an asynchronous job (SAF-T, PDF, QR code) answers "not ready" before its result; -1 = it is never ready.
    /// </summary>
    public int PollsUntilReady { get; set; } = 2;

    /// <summary>The clock: dates of documents, the limit's minute and the time stamps of records come from it.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.Now;

    /// <summary>How long a new document stays out of filtered lists, as some providers' lists lag behind. Zero by default.</summary>
    public TimeSpan ListDelay { get; set; }

    /// <summary>Whether the link of a SAF-T export yields a ZIP with the XML file inside, instead of the XML file itself.</summary>
    public bool ZipDownloads { get; set; }

    /// <summary>Whether the invented account's plan includes sending documents by email.</summary>
    public bool EmailInPlan { get; set; } = true;

    /// <summary>
    /// How the provider is played where its own documentation leaves it open, by name and value, both in any case. Which names
    /// there are depends on the provider; an unknown name or value is refused when the server starts.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; set; } = new Dictionary<string, string>();
}
