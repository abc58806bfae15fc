using System;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>
/// Sends what must not be done twice. When an answer is lost, it looks whether the work was done before anything is sent again.
/// </summary>
internal sealed class IdempotentSender
{
    private readonly ConnectorContext _context;
    private readonly TimeSpan _lag;

    public IdempotentSender(ConnectorContext context) => _context = context;

    /// <summary>How long finished work may take to show when it is looked for.</summary>
    public TimeSpan Lag
    {
        get => _lag;
        init => _lag = LagAt(_context, value);
    }

    /// <summary>How often it is sent at most. One is for work that may show late wherever it is looked for.</summary>
    public int Rounds { get; init; } = 4;

    /// <summary>
    /// Whether the provider does it once however often it is sent. Else it is not sent again while the first one may still be under way:
    /// that it is not found then means nothing.
    /// </summary>
    public bool IsHarmless { get; init; }

    /// <summary>
    /// A server on this machine has no such lag and is there for rehearsals, so whoever shortens the waits between repetitions shortens
    /// this one by as much.
    /// </summary>
    public static TimeSpan LagAt(ConnectorContext context, TimeSpan lag) => context.Api.Endpoint.BaseUri.IsLoopback
        ? TimeSpan.FromTicks((long)(lag.Ticks * Math.Min(1, context.Api.Endpoint.Retry.FirstWait.TotalSeconds)))
        : lag;

    /// <summary>Whether what was sent may have been done although this came of it: the answer was lost, or nobody waited for it.</summary>
    public static bool LeavesDoubt(Exception fault) =>
        fault is OperationCanceledException or InvoicingException { Kind: ErrorKind.OutcomeUnknown };

    /// <summary>Sends until the answer came or the work is found.</summary>
    /// <param name="what">What is done, for the error.</param>
    /// <param name="send">Does it, once.</param>
    /// <param name="find">
    /// Gives what was done, or <c>null</c> if it was not. Without it, what was done cannot be told from others like it, and it is sent
    /// once.
    /// </param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="ProviderException">Refused; or, as <see cref="ErrorKind.OutcomeUnknown"/>, in doubt after all.</exception>
    public async Task<T> DoAsync<T>(string what, Func<Task<T>> send, Func<Task<T?>>? find, CancellationToken cancel)
        where T : class
    {
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
                if (find is not null && await FindAsync(what, find, lost, cancel).ConfigureAwait(false) is { } done)
                {
                    return done;
                }

                if (lost.Kind == ErrorKind.Conflict)
                {
                    throw;
                }

                if (find is null)
                {
                    throw Doubt(what, lost, "It could not be told from others like it, so it was not sent again");
                }

                if (lost.MayBeUnderWay && !IsHarmless)
                {
                    throw Doubt(what, lost, "It was not found, but it may still be under way, so it was not sent again");
                }

                if (round == Rounds)
                {
                    throw Doubt(what, lost, "It was not found when it was looked for");
                }

                TimeSpan wait = _context.Api.Endpoint.Retry.WaitAfter(round, null, _context.Api.Endpoint.Clock.Now) ?? Lag;
                _context.Api.Observer?.OnWait($"{what} was not done ({lost.Message}); it is sent again", wait);
                await _context.Api.Endpoint.Clock.Delay(wait, cancel).ConfigureAwait(false);
            }
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
            // Whether the provider or our own gate refused to look: saying that nothing was sent would be wrong here.
            throw Doubt(what, lost, $"To look for it did not tell: {unsure.Message.TrimEnd('.')}");
        }
    }

    private static ProviderException Doubt(string what, ProviderException lost, string search) =>
        new(ErrorKind.OutcomeUnknown, $"Whether {what} was done is not known: {lost.Message}. {search}.", lost)
        {
            Provider = lost.Provider,
            Request = lost.Request,
            StatusCode = lost.StatusCode,
            Advice = $"Look at the provider whether {what} is there before you do it again.",
        };
}
