using System;
using System.Collections.Generic;

namespace Invoicing;

/// <summary>One change of an account in the journal of this machine, and its outcome.</summary>
public sealed class JournalEntry
{
    internal JournalEntry()
    {
    }

    /// <summary>Identifier of the entry.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>Moment at which the change began.</summary>
    public DateTimeOffset Time { get; internal set; }

    /// <summary>Name of the session.</summary>
    public string Session { get; internal set; } = "";

    /// <summary>Name of the provider.</summary>
    public string Provider { get; internal set; } = "";

    /// <summary>Name of the account.</summary>
    public string Account { get; internal set; } = "";

    /// <summary>Kind of change, such as <c>invoice</c>, <c>payment</c> or <c>email</c>.</summary>
    public string Kind { get; internal set; } = "";

    /// <summary>Type of the document, where the change concerns one.</summary>
    public string? Type { get; internal set; }

    /// <summary>The caller's reference, or number or identifier of the document.</summary>
    public string? Reference { get; internal set; }

    /// <summary>The change in words.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Amount, with tax.</summary>
    public decimal? Amount { get; internal set; }

    /// <summary>ISO code of the currency; <c>null</c> for the account's.</summary>
    public string? Currency { get; internal set; }

    /// <summary>SHA-256 of the body of the request, in hexadecimal digits; <c>null</c> if nothing was sent.</summary>
    public string? Sha256 { get; internal set; }

    /// <summary>Number of the process that made the change.</summary>
    public int Process { get; internal set; }

    /// <summary>Name of the machine of that process.</summary>
    public string Machine { get; internal set; } = "";

    /// <summary>The outcome.</summary>
    public JournalOutcome Outcome { get; internal set; }

    /// <summary>Moment of the outcome.</summary>
    public DateTimeOffset? OutcomeTime { get; internal set; }

    /// <summary>The provider's identifier of what was made.</summary>
    public string? RecordId { get; internal set; }

    /// <summary>The number that the provider gave it.</summary>
    public string? Number { get; internal set; }

    /// <summary>Identification of the bank entry that a payment comes from; <c>null</c> if it comes from none.</summary>
    public string? BankEntryId { get; internal set; }

    /// <summary>True if the change may have been made and nobody knows.</summary>
    public bool IsInDoubt => Outcome == JournalOutcome.Unknown;

    /// <summary>Key under which changes of the same thing wait for each other.</summary>
    internal string? Key { get; set; }

    /// <summary>Identifier of the document that a payment or an e-mail is for.</summary>
    internal string? DocumentId { get; set; }

    /// <summary>Identifiers of alike records that were there before.</summary>
    internal IReadOnlyList<string> Known { get; set; } = [];

    /// <summary>Start of the process, since the system gives a number again.</summary>
    internal DateTime ProcessStart { get; set; }

    internal bool IsSent { get; set; }

    internal bool IsOpen { get; set; } = true;

    /// <summary>Kind, reference and outcome on one line.</summary>
    public override string ToString() => $"{Name} ({Outcome})";
}
