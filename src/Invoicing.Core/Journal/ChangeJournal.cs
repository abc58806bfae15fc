using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Journal;

/// <summary>
/// The journal of one account: what is about to be changed is written before it is sent, and its outcome after. All sessions of a process
/// share it, and through its file all processes.
/// </summary>
internal sealed class ChangeJournal
{
    private static readonly ConcurrentDictionary<string, ChangeJournal> Journals = new(StringComparer.Ordinal);

    private readonly object _lock = new();
    private readonly JournalFile _file;
    private readonly Dictionary<string, JournalEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<JournalEntry>> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mine = new(StringComparer.Ordinal);
    private HashSet<string>? _archived;
    private bool _isToldOf;

    public ChangeJournal(JournalFile file) => _file = file;

    /// <summary>The file; <c>null</c> if the journal is in memory.</summary>
    public string? Place => _file.Failure is null ? _file.Path : null;

    /// <summary>The journal of an account.</summary>
    /// <param name="account">Key of the account. The name of the file does not reveal it.</param>
    /// <param name="folder">Folder of the files; <c>null</c> to keep the journal in memory.</param>
    /// <param name="retention">Age at which full files are deleted.</param>
    public static ChangeJournal For(string account, string? folder, TimeSpan retention) => Journals.GetOrAdd(
        $"{folder}\n{account.ToUpperInvariant()}",
        _ => new ChangeJournal(new JournalFile(folder is null ? null : FileOf(account, folder), retention)));

    public static string FileOf(string account, string folder) =>
        Path.Combine(folder, "journal", ChangeSubject.Hash(account.ToUpperInvariant()).Substring(0, 32) + ".jsonl");

    /// <summary>Begins a change, unless another one of the same key is under way.</summary>
    /// <param name="subject">The change.</param>
    /// <param name="origin">Session, provider and account.</param>
    /// <param name="busy">The one that is under way.</param>
    /// <returns>The begun change, or <c>null</c>.</returns>
    public JournalClaim? TryBegin(ChangeSubject subject, SessionJournal origin, out JournalEntry? busy)
    {
        DateTimeOffset now = origin.Now;
        lock (_lock)
        {
            _file.Rotate(now, () => _entries.Values.Where(entry => entry.IsOpen || entry.IsInDoubt).ToArray(), Take, Forget);
            JournalEntry? other = null;
            JournalClaim? claim = _file.Use(Take, Forget, append =>
            {
                IReadOnlyList<JournalEntry> same = subject.Key is { } key && _byKey.TryGetValue(key, out List<JournalEntry>? known) ? known : [];
                other = same.FirstOrDefault(entry => entry.IsOpen && IsAlive(entry, now));
                if (other is not null)
                {
                    return null;
                }

                JournalEntry own = NewEntry(subject, origin, now);
                _mine.Add(own.Id);
                append(JournalLine.BeginOf(own));
                return new JournalClaim(
                    this,
                    origin,
                    own.Id,
                    same.LastOrDefault(entry => entry.IsInDoubt || (entry.IsOpen && entry.IsSent && entry.Id != own.Id)),
                    same.LastOrDefault(entry => entry.Outcome == JournalOutcome.Done));
            });
            busy = other;
            return claim;
        }
    }

    public void Sent(string id, string sha256, DateTimeOffset time) =>
        Write(JournalLine.SentOf(new JournalEntry { Id = id, Sha256 = sha256 }, time));

    public void End(string id, JournalOutcome outcome, DateTimeOffset time, string? recordId = null, string? number = null)
    {
        lock (_lock)
        {
            Write(JournalLine.EndOf(id, JournalLine.NameOf(outcome), time, recordId, number));
            _mine.Remove(id);
        }
    }

    /// <summary>Writes down that what was in doubt under a key was found at the provider.</summary>
    /// <param name="key">The key.</param>
    /// <param name="time">The time of day.</param>
    /// <param name="recordId">Identifier of what was found.</param>
    /// <param name="number">Its number.</param>
    public void Found(string key, DateTimeOffset time, string? recordId, string? number)
    {
        lock (_lock)
        {
            string[] doubts = _file.Use(Take, Forget, _ => _byKey.TryGetValue(key, out List<JournalEntry>? same)
                ? same.Where(entry => entry.IsInDoubt || (entry.IsOpen && entry.IsSent && !IsAlive(entry, time))).Select(entry => entry.Id).ToArray()
                : []);
            foreach (string id in doubts)
            {
                End(id, JournalOutcome.Done, time, recordId, number);
            }
        }
    }

    /// <summary>Reports once that the file cannot be used; <c>null</c> if it can, or if that was said.</summary>
    public string? Complaint()
    {
        lock (_lock)
        {
            if (_file.Failure is not { } failure || _isToldOf)
            {
                return null;
            }

            _isToldOf = true;
            return $"The journal '{_file.Path}' cannot be used ({failure.TrimEnd('.')}). What this process makes is known to no other run; check what is there before you repeat something.";
        }
    }

    /// <summary>Every entry, oldest first.</summary>
    public IReadOnlyList<JournalEntry> ReadAll(DateTimeOffset now)
    {
        lock (_lock)
        {
            var entries = new Dictionary<string, JournalEntry>(StringComparer.Ordinal);
            foreach ((string _, string text) in _file.ReadAll())
            {
                Enter(text, entries);
            }

            foreach (JournalEntry entry in entries.Values.Where(entry => entry.IsOpen && !IsAlive(entry, now)))
            {
                entry.Outcome = entry.IsSent ? JournalOutcome.Unknown : JournalOutcome.NotSent;
            }

            return [.. entries.Values.OrderBy(entry => entry.Time)];
        }
    }

    /// <summary>The faults in the chain of lines, each with its file and the number of its line.</summary>
    public IReadOnlyList<(string File, int Line, string Fault)> Check(out int lines)
    {
        lock (_lock)
        {
            var faults = new List<(string File, int Line, string Fault)>();
            string? before = null;
            string? file = null;
            int number = 0;
            IReadOnlyList<(string File, string Line)> all = _file.ReadAll();
            foreach ((string place, string text) in all)
            {
                number = place == file ? number + 1 : 1;
                file = place;
                if (JournalLine.Fault(text, before) is { } fault)
                {
                    faults.Add((place, number, fault));
                }

                before = JournalLine.HashOf(text);
            }

            lines = all.Count;
            return faults;
        }
    }

    /// <summary>True if a change with the key was made, ever.</summary>
    public bool HasDone(string key)
    {
        lock (_lock)
        {
            _archived ??= [.. ReadAll(DateTimeOffset.MaxValue).Where(entry => entry.Outcome == JournalOutcome.Done).Select(entry => entry.Key).OfType<string>()];
            return _archived.Contains(key)
                || _file.Use(Take, Forget, _ => _byKey.TryGetValue(key, out List<JournalEntry>? same) && same.Exists(entry => entry.Outcome == JournalOutcome.Done));
        }
    }

    private void Write(JObject line)
    {
        lock (_lock)
        {
            _file.Use(Take, Forget, append =>
            {
                append(line);
                return true;
            });
        }
    }

    private static JournalEntry NewEntry(ChangeSubject subject, SessionJournal origin, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid().ToString("N").Substring(0, 16),
        Time = now,
        Kind = subject.Kind,
        Type = subject.Type,
        Reference = subject.Reference,
        Name = subject.Words,
        Amount = subject.Amount,
        Currency = subject.Currency,
        Session = origin.Session,
        Provider = origin.Provider,
        Account = origin.Account,
        Key = subject.Key,
        DocumentId = subject.DocumentId,
        BankEntryId = subject.BankEntryId,
        Known = subject.Known,
        Process = OwnProcess.Id,
        ProcessStart = OwnProcess.Start,
        Machine = Environment.MachineName,
    };

    private bool IsAlive(JournalEntry entry, DateTimeOffset now) =>
        entry.Process == OwnProcess.Id && entry.Machine == Environment.MachineName && entry.ProcessStart == OwnProcess.Start
            ? _mine.Contains(entry.Id)
            : OwnProcess.IsAlive(entry, now);

    private void Forget()
    {
        _entries.Clear();
        _byKey.Clear();
    }

    private void Take(string text)
    {
        if (Enter(text, _entries) is { Key: { } key } begun)
        {
            if (!_byKey.TryGetValue(key, out List<JournalEntry>? same))
            {
                _byKey[key] = same = [];
            }

            same.Add(begun);
        }
    }

    /// <summary>Reads a line into entries, and gives the one that it begins.</summary>
    private static JournalEntry? Enter(string text, Dictionary<string, JournalEntry> entries)
    {
        if (JournalLine.Parse(text) is not { } line || JournalLine.Text(line, "entry") is not { } id)
        {
            return null;
        }

        if (JournalLine.Text(line, "event") == JournalLine.Begin)
        {
            return entries[id] = JournalLine.ReadBegin(line);
        }

        if (entries.TryGetValue(id, out JournalEntry? entry))
        {
            JournalLine.Take(entry, line);
        }

        return null;
    }
}
