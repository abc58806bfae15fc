using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;
using Invoicing.Journal;

namespace Invoicing.Engine;

/// <summary>
/// Sends a change that must not be made twice, and writes it to the journal. When an answer is lost, it looks for the change before
/// anything is sent again.
/// </summary>
internal sealed class IdempotentSender
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly ConnectorContext _context;
    private readonly TimeSpan _lag;

    public IdempotentSender(ConnectorContext context) => _context = context;

    /// <summary>Time after which finished work shows when it is looked for.</summary>
    public TimeSpan Lag
    {
        get => _lag;
        init => _lag = LagAt(_context, value);
    }

    /// <summary>
    /// True if the provider makes the change once however often it is sent: it has a key of ours. Without one, a request that was not
    /// answered is never sent again. That it is not found may mean that the provider still works on it.
    /// </summary>
    public bool IsHarmless { get; init; }

    /// <summary>The delay after which the lists of a session's server show a change.</summary>
    public static TimeSpan LagAt(ConnectorContext context, TimeSpan lag) =>
        TimeSpan.FromTicks(lag.Ticks * context.Api.Endpoint.LagPerSecond.Ticks / TimeSpan.TicksPerSecond);

    /// <summary>True if the change may have been made although this exception came of it.</summary>
    public static bool LeavesDoubt(Exception fault) =>
        fault is OperationCanceledException or InvoicingException { Kind: ErrorKind.OutcomeUnknown };

    /// <summary>Sends a change, and marks what is uncertain from then on where its outcome is not known.</summary>
    public static async Task<T> OrDoubtAsync<T>(Func<Task<T>> send, Action doubt)
    {
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (Exception unsure) when (LeavesDoubt(unsure))
        {
            doubt();
            throw;
        }
    }

    /// <summary>Sends a change that nothing identifies but its words.</summary>
    public Task<T> DoAsync<T>(string what, Func<Task<T>> send, Func<Task<T?>>? find, CancellationToken cancel)
        where T : class =>
        DoAsync(new ChangeSubject(InvoiceRecord.WordsFor(typeof(T)), what), send, find, cancel);

    /// <summary>Sends until the answer came or the change is found.</summary>
    /// <param name="subject">The change.</param>
    /// <param name="send">Sends it, once.</param>
    /// <param name="find">
    /// Returns what was made, or <c>null</c> if it is not there. Without it, the change cannot be told from others like it, and it is sent
    /// once.
    /// </param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="get">Gets what a change with the same key made before; <c>null</c> if it is gone.</param>
    /// <param name="findEarlier">Returns what an earlier change with the same key made, where that is another question.</param>
    /// <exception cref="ProviderException">The change was refused; or, as <see cref="ErrorKind.OutcomeUnknown"/>, it is in doubt.</exception>
    public async Task<T> DoAsync<T>(
        ChangeSubject subject,
        Func<Task<T>> send,
        Func<Task<T?>>? find,
        CancellationToken cancel,
        Func<string, Task<T?>>? get = null,
        Func<Task<T?>>? findEarlier = null)
        where T : class
    {
        using JournalClaim claim = await BeginAsync(subject, cancel).ConfigureAwait(false);
        try
        {
            T made = await ThereAsync(subject, claim, findEarlier ?? find, get, cancel).ConfigureAwait(false)
                ?? await SendAsync(subject.Words, claim, send, find, cancel).ConfigureAwait(false);
            claim.End(JournalOutcome.Done, (made as InvoiceRecord)?.Id, NumberOf(made));
            return made;
        }
        catch (Exception fault)
        {
            claim.End(LeavesDoubt(fault) ? JournalOutcome.Unknown : JournalOutcome.Refused);
            if (fault is OperationCanceledException && claim.IsSent)
            {
                _context.Api.Observer?.OnWarning(
                    $"{Capital(subject.Words)} was stopped while the provider worked on it: it may have been done. Get-InvoiceJournal -InDoubt shows it, and Resolve-InvoiceJournal asks the provider.");
            }

            throw;
        }
        finally
        {
            Complain();
        }
    }

    private static string? NumberOf(object made) => made switch
    {
        Invoice invoice => invoice.Number,
        Payment payment => payment.Number,
        _ => null,
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words.Substring(1);

    private void Complain()
    {
        if (_context.Api.Endpoint.Journal.Journal.Complaint() is { } complaint)
        {
            _context.Api.Observer?.OnWarning(complaint);
        }
    }

    /// <summary>Begins the change in the journal, after any other of the same key, whichever thread or process makes that.</summary>
    private async Task<JournalClaim> BeginAsync(ChangeSubject subject, CancellationToken cancel)
    {
        SessionJournal journal = _context.Api.Endpoint.Journal;
        bool told = false;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            if (journal.Journal.TryBegin(subject, journal, out JournalEntry? busy) is { } claim)
            {
                return claim;
            }

            if (!told)
            {
                told = true;
                _context.Api.Observer?.OnWait($"{Capital(subject.Words)} is under way in process {busy!.Process}", _context.Api.Endpoint.SettleTime);
            }

            await Task.Delay(Turn, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Finds what an earlier change with the same key made.</summary>
    private async Task<T?> ThereAsync<T>(
        ChangeSubject subject, JournalClaim claim, Func<Task<T?>>? find, Func<string, Task<T?>>? get, CancellationToken cancel)
        where T : class
    {
        if (subject.IsOnce && (claim.Before is not null || _context.Api.Endpoint.Journal.Journal.HasDone(subject.Key!)))
        {
            throw new InvoicingException(ErrorKind.Conflict, $"{Capital(subject.Words)} was entered before, from the same bank entry. It was not sent again.") { IsRepeat = true };
        }

        if (claim.InDoubt is { } earlier)
        {
            string before = FormattableString.Invariant($"{Capital(subject.Words)} was sent before, at {earlier.Time.LocalDateTime:yyyy-MM-dd HH:mm:ss}, and its outcome is not known");
            if (find is null)
            {
                throw InDoubt(before, earlier);
            }

            // The provider's own key makes it safe to send it at once.
            TimeSpan left = IsHarmless && subject.IsUnique
                ? TimeSpan.Zero
                : earlier.Time + _context.Api.Endpoint.SettleTime - _context.Api.Endpoint.Clock.Now;
            T? done = await FindUntilAsync(before, find, left, fault => InDoubt($"{before}. To look for it failed: {fault.Message.TrimEnd('.')}", earlier), cancel).ConfigureAwait(false);
            claim.Resolve(done is null ? JournalOutcome.Absent : JournalOutcome.Done, (done as InvoiceRecord)?.Id, done is null ? null : NumberOf(done));
            return done;
        }

        return subject.IsUnique && get is not null && claim.Before?.RecordId is { } id ? await get(id).ConfigureAwait(false) : null;
    }

    private async Task<T> SendAsync<T>(string what, JournalClaim claim, Func<Task<T>> send, Func<Task<T?>>? find, CancellationToken cancel)
        where T : class
    {
        claim.Enter();
        ProviderException? before = null;
        for (int round = 1; ; round++)
        {
            try
            {
                return await send().ConfigureAwait(false);
            }
            catch (InvoicingException full) when (full.Kind == ErrorKind.RateLimitExceeded && before is not null)
            {
                throw Doubt(what, before, "It could not be sent again");
            }
            catch (ProviderException refused) when (before is not null && refused.Kind is not (ErrorKind.OutcomeUnknown or ErrorKind.Conflict))
            {
                // That it was refused now may well be because it was done before: a number that is taken, a client that is there.
                if (await FindAsync(what, find!, before, cancel).ConfigureAwait(false) is { } done)
                {
                    return done;
                }

                refused.CameAfterDoubt = true;
                throw;
            }
            catch (ProviderException lost) when (lost.Kind is ErrorKind.OutcomeUnknown or ErrorKind.Conflict)
            {
                before = lost;
                if (lost.Kind == ErrorKind.Conflict)
                {
                    if (find is not null && await FindAsync(what, find, lost, cancel).ConfigureAwait(false) is { } there)
                    {
                        return there;
                    }

                    throw;
                }

                if (find is null)
                {
                    throw Doubt(what, lost, "It could not be told from others like it, so it was not sent again");
                }

                if (!IsHarmless)
                {
                    return await FindUntilAsync(
                        $"{Capital(what)} was not answered ({lost.Message.TrimEnd('.')})",
                        find,
                        _context.Api.Endpoint.SettleTime,
                        fault => Doubt(what, lost, $"To look for it did not tell: {fault.Message.TrimEnd('.')}"),
                        cancel).ConfigureAwait(false)
                        ?? throw Doubt(what, lost, "It was not found, but it may still be under way, so it was not sent again");
                }

                if (await FindAsync(what, find, lost, cancel).ConfigureAwait(false) is { } done)
                {
                    return done;
                }

                if (_context.Api.Endpoint.Retry.WaitAfter(round, null, _context.Api.Endpoint.Clock.Now) is not { } wait)
                {
                    throw Doubt(what, lost, "It was not found when it was looked for");
                }

                _context.Api.Observer?.OnWait($"{what} was not done ({lost.Message}); it is sent again", wait);
                await _context.Api.Endpoint.Clock.Delay(wait, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Looks for a change again and again, until it is there or the time is over.</summary>
    private async Task<T?> FindUntilAsync<T>(
        string why, Func<Task<T?>> find, TimeSpan time, Func<InvoicingException, Exception> doubt, CancellationToken cancel)
        where T : class
    {
        IClock clock = _context.Api.Endpoint.Clock;
        TimeSpan end = clock.Elapsed + (time > Lag ? time : Lag);
        var pause = TimeSpan.FromSeconds(1);
        while (true)
        {
            try
            {
                if (await find().ConfigureAwait(false) is { } done)
                {
                    return done;
                }
            }
            catch (InvoicingException unsure)
            {
                throw doubt(unsure);
            }

            TimeSpan left = end - clock.Elapsed;
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            TimeSpan wait = pause < left ? pause : left;
            _context.Api.Observer?.OnWait($"{why}; it is looked for again", left);
            await clock.Delay(wait, cancel).ConfigureAwait(false);
            pause = pause + pause < LongestPause ? pause + pause : LongestPause;
        }
    }

    private async Task<T?> FindAsync<T>(string what, Func<Task<T?>> find, ProviderException lost, CancellationToken cancel)
        where T : class
    {
        try
        {
            T? done = await find().ConfigureAwait(false);
            if (done is null && Lag > TimeSpan.Zero)
            {
                await _context.Api.Endpoint.Clock.Delay(Lag, cancel).ConfigureAwait(false);
                done = await find().ConfigureAwait(false);
            }

            return done;
        }
        catch (InvoicingException unsure)
        {
            // Whether the provider or our own limiter refused to look: saying that nothing was sent would be wrong here.
            throw Doubt(what, lost, $"To look for it did not tell: {unsure.Message.TrimEnd('.')}");
        }
    }

    private static ProviderException Doubt(string what, ProviderException lost, string search) =>
        new(ErrorKind.OutcomeUnknown, $"Whether {what} was done is not known: {lost.Message}. {search}.", lost)
        {
            Provider = lost.Provider,
            Request = lost.Request,
            StatusCode = lost.StatusCode,
            Advice = $"Look at the provider whether {what} is there before you do it again, or run Resolve-InvoiceJournal.",
        };

    private static InvoicingException InDoubt(string before, JournalEntry earlier) =>
        new(ErrorKind.OutcomeUnknown, $"{before}. It was not sent again.")
        {
            Advice = $"Look at the provider whether it is there, then run Resolve-InvoiceJournal -Id {earlier.Id} -Answer Done, or -Answer Absent to have it sent.",
        };
}
