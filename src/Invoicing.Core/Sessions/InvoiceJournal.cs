using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Invoicing.Journal;

namespace Invoicing;

/// <summary>
/// The journal of an account on this machine: each change that cannot be repeated safely, written before it was sent, and its outcome.
/// </summary>
public sealed class InvoiceJournal
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly InvoiceSession _session;
    private readonly SessionJournal _journal;
    private readonly IClock _clock;
    private readonly TimeSpan _settleTime;

    internal InvoiceJournal(InvoiceSession session, SessionJournal journal, IClock clock, TimeSpan settleTime)
    {
        _session = session;
        _journal = journal;
        _clock = clock;
        _settleTime = settleTime;
    }

    /// <summary>The file; <c>null</c> if the journal is in the memory of this process.</summary>
    public string? Path => _journal.Journal.Place;

    /// <summary>Reads every entry, oldest first.</summary>
    /// <returns>The entries.</returns>
    public IReadOnlyList<JournalEntry> Read() => _journal.Journal.ReadAll(_journal.Now);

    /// <summary>Checks that no line was changed or taken away since it was written.</summary>
    /// <returns>The result.</returns>
    public JournalCheck Check()
    {
        IReadOnlyList<(string File, int Line, string Fault)> faults = _journal.Journal.Check(out int lines);
        return new JournalCheck(_session.Name, Path, lines, [.. faults.Select(fault => FormattableString.Invariant($"{fault.File}, line {fault.Line}: {fault.Fault}"))]);
    }

    /// <summary>Tells whether the journal knows that an e-mail was sent.</summary>
    /// <param name="invoice">The document.</param>
    /// <param name="message">The e-mail, with its recipient.</param>
    /// <returns>True if the same e-mail was sent.</returns>
    public bool HasSent(Invoice invoice, EmailMessage message) => _journal.Journal.HasDone(ChangeSubjects.KeyOf(message, invoice));

    /// <summary>Tells whether the journal knows that a document was made from this machine.</summary>
    /// <param name="invoice">The document, with its reference.</param>
    /// <returns>True if it was.</returns>
    public bool HasMade(Invoice invoice) => ChangeSubjects.Of(invoice, "", null).Key is { } key && _journal.Journal.HasDone(key);

    /// <summary>Tells whether the journal knows that a payment was entered: the same amount and day for the same document.</summary>
    /// <param name="document">The invoice or purchase.</param>
    /// <param name="payment">The payment.</param>
    /// <returns>True if the same payment was entered.</returns>
    public bool HasEntered(InvoiceRecord document, Payment payment) =>
        _journal.Journal.HasDone(ChangeSubjects.Of(payment, document, null).Key!);

    /// <summary>Writes down an answer that a person found.</summary>
    /// <param name="entry">An entry that is in doubt.</param>
    /// <param name="isDone">True if the provider has it.</param>
    /// <returns>The entry with its outcome.</returns>
    public JournalEntry Resolve(JournalEntry entry, bool isDone) =>
        End(entry, isDone ? JournalOutcome.Done : JournalOutcome.Absent, null, null);

    /// <summary>
    /// Asks the provider about an entry that is in doubt, waits until the time has passed in which it may still be under way, and writes the
    /// answer down. What cannot be asked about stays in doubt.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="observer">Observer of the requests and waits.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The entry, with its outcome if the provider told.</returns>
    public async Task<JournalEntry> ResolveAsync(
        JournalEntry entry, IRequestObserver? observer = null, CancellationToken cancellationToken = default)
    {
        Func<Task<(string? Id, string? Number)?>>? look = Look(entry, observer, cancellationToken);
        if (!entry.IsInDoubt || look is null)
        {
            return entry;
        }

        while (true)
        {
            if (await look().ConfigureAwait(false) is { } found)
            {
                return End(entry, JournalOutcome.Done, found.Id, found.Number);
            }

            TimeSpan left = entry.Time + _settleTime - _clock.Now;
            if (left <= TimeSpan.Zero)
            {
                return End(entry, JournalOutcome.Absent, null, null);
            }

            TimeSpan wait = left < Pause ? left : Pause;
            observer?.OnWait($"{entry.Name} is not there yet; it is looked for again", left);
            await _clock.Delay(wait, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes down that a document is there, where an earlier run left it in doubt.</summary>
    /// <param name="wanted">The document with type and reference.</param>
    /// <param name="there">The document at the provider.</param>
    internal void Found(Invoice wanted, Invoice there)
    {
        if (ChangeSubjects.KeyOf(wanted) is { } key)
        {
            _journal.Journal.Found(key, _journal.Now, there.Id, there.Number);
        }
    }

    private Func<Task<(string? Id, string? Number)?>>? Look(JournalEntry entry, IRequestObserver? observer, CancellationToken cancel) => entry.Kind switch
    {
        ChangeSubjects.Document when entry.Reference is { } reference && Enum.TryParse(entry.Type, out InvoiceType type)
            && _session.Provider.Can(typeof(IInvoiceCreator)) => () => DocumentAsync(type, reference, observer, cancel),
        ChangeSubjects.Payment when entry.Known.Count > 0 && Enum.TryParse(entry.Type, out InvoiceType type)
            && _session.Provider.Can(typeof(IPaymentReader)) => () => PaymentAsync(entry, type, observer, cancel),
        _ => null,
    };

    private async Task<(string? Id, string? Number)?> DocumentAsync(InvoiceType type, string reference, IRequestObserver? observer, CancellationToken cancel)
    {
        IInvoiceCreator creator = _session.Use<IInvoiceCreator>(observer);
        (creator as IReferenceDoubt)?.Doubt(type, reference);
        return await creator.FindByReferenceAsync(type, reference, cancel).ConfigureAwait(false) is { } found ? (found.Id, found.Number) : null;
    }

    private async Task<(string? Id, string? Number)?> PaymentAsync(JournalEntry entry, InvoiceType type, IRequestObserver? observer, CancellationToken cancel)
    {
        var invoice = new Invoice { Id = entry.DocumentId, Type = type };
        IReadOnlyList<Payment> there = await _session.Use<IPaymentReader>(observer).GetForInvoiceAsync(invoice, cancel).ConfigureAwait(false);
        return there.FirstOrDefault(payment => payment.State != InvoiceState.Canceled && payment.Amount == entry.Amount && !entry.Known.Contains(payment.Id ?? ""))
            is { } found ? (found.Id, found.Number) : null;
    }

    private JournalEntry End(JournalEntry entry, JournalOutcome outcome, string? recordId, string? number)
    {
        if (!entry.IsInDoubt)
        {
            throw new InvoicingException(ErrorKind.Conflict, $"{entry} is not in doubt.");
        }

        DateTimeOffset now = _journal.Now;
        _journal.Journal.End(entry.Id, outcome, now, recordId, number);
        entry.Outcome = outcome;
        entry.OutcomeTime = now;
        entry.RecordId = recordId ?? entry.RecordId;
        entry.Number = number ?? entry.Number;
        return entry;
    }
}
