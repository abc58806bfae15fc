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
    /// How the provider shall behave where nobody knows how the real one does, by the name of the question, in any case. A
    /// provider that has such settings refuses other names and values when the server starts.
    /// <para>
    /// SalenGo has, the default first: <c>DispatchStyle</c> (Path, Envelope), <c>TokenPlacement</c> (Basic, Bearer, Body, Query),
    /// <c>Envelope</c> (Response, Bare, D, DBare), <c>AttributePrefix</c> (None, At, Dash), <c>StatusCase</c> (Lower, Title),
    /// <c>SingleRow</c> (List, Object), <c>Lines</c> (List, Wrapped), <c>Numbers</c> (Number, MoneyText, AllText), <c>Ids</c>
    /// (Number, Padded), <c>ErrorName</c> (Errors, Error, Message), <c>ErrorForm</c> (Objects, Coded, Texts, Text),
    /// <c>FailWord</c> (fail, or any other text), <c>FailureStatus</c> (200, or another HTTP status), <c>RequestsPerDay</c> (5000;
    /// 0 for no limit), <c>QuotaAnswer</c> (TooMany, Unavailable, Fail), <c>MaxPerPage</c> (100), <c>AccountState</c> (Open, Off,
    /// Closed), <c>Caller</c> (Admin, Staff), <c>UnknownMembers</c> (Ignore, Refuse), <c>AccountField</c> (AccountId, System),
    /// <c>Name.x</c> (the wire name to use in the place of the name x) and <c>Method.x/y</c> (the address or the name to use in the
    /// place of the method x/y).
    /// </para>
    /// </summary>
    public IReadOnlyDictionary<string, string> ProviderSettings { get; set; } = new Dictionary<string, string>();
}
