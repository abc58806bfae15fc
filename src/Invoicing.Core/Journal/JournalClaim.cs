using System;
using System.Threading;

namespace Invoicing.Journal;

/// <summary>
/// A change that was begun. The request pipeline finds it in the flow of the call and notes what is sent: a connector makes its requests
/// in many places, and none of them may be forgotten.
/// </summary>
internal sealed class JournalClaim : IDisposable
{
    private static readonly AsyncLocal<JournalClaim?> Flow = new();

    private readonly ChangeJournal _journal;
    private readonly SessionJournal _origin;
    private readonly string _id;
    private string? _sent;
    private bool _isEnded;

    public JournalClaim(ChangeJournal journal, SessionJournal origin, string id, JournalEntry? inDoubt, JournalEntry? before)
    {
        _journal = journal;
        _origin = origin;
        _id = id;
        InDoubt = inDoubt;
        Before = before;
    }

    /// <summary>The change that the present flow of calls is part of.</summary>
    public static JournalClaim? Current => Flow.Value;

    /// <summary>An earlier change with the same key that is in doubt.</summary>
    public JournalEntry? InDoubt { get; }

    /// <summary>An earlier change with the same key that was made.</summary>
    public JournalEntry? Before { get; }

    /// <summary>True once a request of the change was sent.</summary>
    public bool IsSent => _sent is not null;

    /// <summary>Makes this the change of the flow that calls it.</summary>
    public void Enter() => Flow.Value = this;

    /// <summary>Notes that a request is about to be sent.</summary>
    public void Sending(string body)
    {
        string sha256 = ChangeSubject.Hash(body);
        if (sha256 != _sent)
        {
            _journal.Sent(_id, sha256, _origin.Now);
            _sent = sha256;
        }
    }

    /// <summary>Writes the answer to the question that an earlier change left.</summary>
    public void Resolve(JournalOutcome outcome, string? recordId = null, string? number = null)
    {
        if (InDoubt is { } earlier)
        {
            _journal.End(earlier.Id, outcome, _origin.Now, recordId, number);
        }
    }

    public void End(JournalOutcome outcome, string? recordId = null, string? number = null)
    {
        if (!_isEnded)
        {
            _isEnded = true;
            _journal.End(_id, IsSent || outcome == JournalOutcome.Done ? outcome : JournalOutcome.NotSent, _origin.Now, recordId, number);
        }
    }

    public void Dispose() => End(JournalOutcome.Unknown);
}
