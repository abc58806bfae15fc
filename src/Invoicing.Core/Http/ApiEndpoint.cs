using System;
using System.Net.Http;
using System.Threading;
using Invoicing.Http.Limits;
using Invoicing.Journal;

namespace Invoicing.Http;

/// <summary>Data that all requests of a session share.</summary>
internal sealed class ApiEndpoint : IDisposable
{
    private readonly CancellationTokenSource _closed = new();

    public required Uri BaseUri { get; init; }

    public required HttpClient Http { get; init; }

    public RuntimeTraits Runtime { get; init; } = RuntimeTraits.Current;

    /// <summary>
    /// Never more requests than connections: .NET Framework would write a further one behind another, and repeat it by itself if that one fails.
    /// </summary>
    public SemaphoreSlim Connections { get; } = new(HttpHandlers.Connections);

    public required Protocol Protocol { get; init; }

    public required RateLimiter Gate { get; init; }

    public required Redactor Redactor { get; init; }

    /// <summary>Time limit of a request, including its answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Time that a request may wait for the rate limiter before it is refused unsent.</summary>
    public TimeSpan LongestLimiterWait { get; init; } = TimeSpan.FromSeconds(100);

    public RetryPolicy Retry { get; init; } = new();

    /// <summary>Time during which a change whose answer was lost is looked for: the provider may still work on it.</summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Delay of this server for each second after which the provider's lists usually show a change.</summary>
    public TimeSpan LagPerSecond { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The journal of changes.</summary>
    public required SessionJournal Journal { get; init; }

    public IClock Clock { get; init; } = SystemClock.Instance;

    /// <summary>Largest body. No page or object of a provider comes near it; a larger body is a fault or an attack.</summary>
    public long MaxAnswerBytes { get; init; } = AnswerLimits.MaxBytes;

    /// <summary>Cancelled when the session is disposed. HttpClient alone does not cancel the reading of an answer.</summary>
    public CancellationToken Closed => _closed.Token;

    public void Dispose()
    {
        _closed.Cancel();
        Http.Dispose();
    }
}
