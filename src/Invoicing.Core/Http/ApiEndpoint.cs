using System;
using System.Net.Http;
using System.Threading;
using Invoicing.Http.Limits;

namespace Invoicing.Http;

/// <summary>Everything that all requests of a session share.</summary>
internal sealed class ApiEndpoint : IDisposable
{
    private readonly CancellationTokenSource _closed = new();

    public required Uri BaseUri { get; init; }

    public required HttpClient Http { get; init; }

    public required Protocol Protocol { get; init; }

    public required RateGate Gate { get; init; }

    public required Redactor Redactor { get; init; }

    /// <summary>How long one request may take, its answer included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How long a request may wait for its turn before it is refused unsent.</summary>
    public TimeSpan LongestGateWait { get; init; } = TimeSpan.FromSeconds(100);

    public RetryPolicy Retry { get; init; } = new();

    public IClock Clock { get; init; } = SystemClock.Instance;

    /// <summary>No page and no object of a provider comes near this; a body that goes beyond it is a fault or an attack.</summary>
    public long MaxAnswerBytes { get; init; } = AnswerLimits.MaxBytes;

    /// <summary>Cancelled when the session is disposed, which HttpClient alone would not tell a request whose answer is being read.</summary>
    public CancellationToken Closed => _closed.Token;

    public void Dispose()
    {
        _closed.Cancel();
        Http.Dispose();
    }
}
