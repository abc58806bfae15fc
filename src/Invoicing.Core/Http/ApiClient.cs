using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http.Limits;
using Invoicing.Journal;
using Newtonsoft.Json;

namespace Invoicing.Http;

/// <summary>The request pipeline: wait for the rate limiter, sign, send, read, classify, retry if safe, trace.</summary>
internal sealed class ApiClient
{
    private const int MaxErrorBytes = 1 << 20;
    private const int MaxHops = 5;

    private readonly ApiEndpoint _endpoint;
    private readonly IRequestObserver? _observer;
    private readonly HashSet<string> _toldOddValues = [];

    public ApiClient(ApiEndpoint endpoint, IRequestObserver? observer)
    {
        _endpoint = endpoint;
        _observer = observer;
    }

    public ApiEndpoint Endpoint => _endpoint;

    public IRequestObserver? Observer => _observer;

    /// <summary>Sends a request and reads the JSON of its answer.</summary>
    public Task<T> SendAsync<T>(ApiRequest request, Func<JsonReader, T> read, CancellationToken cancel) =>
        SendAsync(request, (response, token) => response.ReadJsonAsync(read, token), cancel);

    /// <summary>Sends a request whose answer says nothing more: it is empty, or of the provider's form.</summary>
    public Task SendAsync(ApiRequest request, CancellationToken cancel) =>
        SendAsync(
            request,
            async (response, token) =>
            {
                await response.CheckFormAsync(token).ConfigureAwait(false);
                return true;
            },
            cancel);

    /// <summary>Sends a request and reads its answer. Reading is part of the attempt, so that a broken body is a failed attempt.</summary>
    /// <exception cref="ProviderException">The provider refused or failed, as its kind says.</exception>
    public async Task<T> SendAsync<T>(ApiRequest request, Func<ApiResponse, CancellationToken, Task<T>> read, CancellationToken cancel)
    {
        if (request.Repeatable || request.IsAnonymous || JournalClaim.Current is not null)
        {
            return await SendInRoundsAsync(request, read, cancel).ConfigureAwait(false);
        }

        // A change that no connector began in the journal is written under its request.
        using JournalClaim claim = _endpoint.Journal.Journal.TryBegin(new ChangeSubject("request", request.Display), _endpoint.Journal, out _)!;
        claim.Enter();
        try
        {
            T answer = await SendInRoundsAsync(request, read, cancel).ConfigureAwait(false);
            claim.End(JournalOutcome.Done);
            return answer;
        }
        catch (InvoicingException fault) when (fault.Kind != ErrorKind.OutcomeUnknown)
        {
            claim.End(JournalOutcome.Refused);
            throw;
        }
    }

    private async Task<T> SendInRoundsAsync<T>(ApiRequest request, Func<ApiResponse, CancellationToken, Task<T>> read, CancellationToken cancel)
    {
        bool renewed = false;
        for (int attempt = 1; ; attempt++)
        {
            if (!request.IsAnonymous)
            {
                await _endpoint.Protocol.PrepareAsync(this, cancel).ConfigureAwait(false);
            }

            Failure failure;
            using (IDisposable? place = request.Link is null ? await _endpoint.Gate.EnterAsync(_endpoint.LongestLimiterWait, _observer, cancel).ConfigureAwait(false) : null)
            using (var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel, _endpoint.Closed))
            {
                (T? value, Failure? failed) = await TryInTurnAsync(request, read, attempt, place, limit, cancel).ConfigureAwait(false);
                if (failed is null)
                {
                    return value!;
                }

                failure = failed;
            }

            if (failure.NeedsLogin && !request.IsAnonymous && !renewed && _endpoint.Protocol.ForgetLogin())
            {
                renewed = true;
                continue;
            }

            TimeSpan? wait = failure.MayRepeat(request) ? _endpoint.Retry.WaitAfter(attempt, failure.RetryAfter, _endpoint.Clock.Now) : null;
            if (wait is not { } time)
            {
                throw failure.ToException(request, _endpoint.Protocol.Provider, attempt, _endpoint.Clock.Now, _endpoint.Redactor.Show);
            }

            _observer?.OnWait($"{request.Display} failed ({_endpoint.Redactor.Show(failure.Summary)}); retrying", time);
            await _endpoint.Clock.Delay(time, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until a connection is free; the time of the request begins then.</summary>
    private async Task<(T? Value, Failure? Failure)> TryInTurnAsync<T>(
        ApiRequest request,
        Func<ApiResponse, CancellationToken, Task<T>> read,
        int attempt,
        IDisposable? place,
        CancellationTokenSource limit,
        CancellationToken cancel)
    {
        // A download link leads to a host of its own.
        if (request.Link is null)
        {
            await _endpoint.Connections.WaitAsync(cancel).ConfigureAwait(false);
        }

        try
        {
            if (!request.Repeatable && !request.IsAnonymous)
            {
                JournalClaim.Current?.Sending(request.Body?.ToString(Formatting.None) ?? "");
            }

            limit.CancelAfter(_endpoint.Timeout);
            return await TryAsync(request, read, attempt, place, limit, cancel).ConfigureAwait(false);
        }
        finally
        {
            if (request.Link is null)
            {
                _endpoint.Connections.Release();
            }
        }
    }

    private async Task<(T? Value, Failure? Failure)> TryAsync<T>(
        ApiRequest request,
        Func<ApiResponse, CancellationToken, Task<T>> read,
        int attempt,
        IDisposable? place,
        CancellationTokenSource limit,
        CancellationToken cancel)
    {
        bool answered = false;
        var watch = Stopwatch.StartNew();
        var trace = new TraceBuilder(request, attempt, _endpoint.Redactor, _observer);
        try
        {
            using HttpResponseMessage response = await SendOnceAsync(request, limit.Token).ConfigureAwait(false);
            answered = true;

            // The provider has counted the request by now, and reading may take long.
            place?.Dispose();

            // .NET Framework ends a read at once only if the connection is closed.
            using CancellationTokenRegistration abort = limit.Token.Register(response.Dispose);
            TimeSpan elapsed = watch.Elapsed;
            if (!response.IsSuccessStatusCode)
            {
                string text = _endpoint.Redactor.Hide(await ReadTextAsync(response, limit.Token).ConfigureAwait(false));
                trace.Answered(response.StatusCode, elapsed, text);
                return (default, Failure.Refused(response, response.StatusCode, _endpoint.Protocol.ReadFault(response.StatusCode, text)));
            }

            await trace.AnsweredAsync(response, elapsed, _endpoint.MaxAnswerBytes, limit.Token).ConfigureAwait(false);
            using var answer = new ApiResponse(response, _endpoint.Protocol, _endpoint.MaxAnswerBytes, () => limit.CancelAfter(_endpoint.Timeout));
            try
            {
                // What comes while an export is not ready says nothing.
                if (request.Link is null && answer.Status != HttpStatusCode.Accepted)
                {
                    answer.RefusePage();
                }

                var odd = OddValues.Begin();
                T value = await read(answer, limit.Token).ConfigureAwait(false);
                odd.Report(_endpoint.Protocol.Provider, _toldOddValues, _observer);
                return (value, null);
            }
            catch (RefusedInBodyException refused)
            {
                return (default, Failure.Refused(response, refused.Status, refused.Fault.Hidden(_endpoint.Redactor.Hide)));
            }
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // A cancelled request can end in several ways (closed connection, disposed answer); the caller sees a cancellation.
            throw new OperationCanceledException(cancel);
        }
        catch (InvoicingException)
        {
            // An exception of this library, such as a session without a key or a full disk: it is more specific than those below.
            throw;
        }
        catch (Exception) when (_endpoint.Closed.IsCancellationRequested)
        {
            trace.Failed("session disconnected", watch.Elapsed, answered);
            return (default, Failure.Closed());
        }
        catch (Exception) when (limit.IsCancellationRequested)
        {
            trace.Failed("timed out", watch.Elapsed, answered);
            return (default, Failure.TimedOut(_endpoint.Timeout));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or WebException)
        {
            trace.Failed("connection failed", watch.Elapsed, answered);
            return (default, Failure.Disconnected(fault));
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or DecoderFallbackException)
        {
            return (default, Failure.Unreadable(fault, _endpoint.Redactor.Hide));
        }
    }

    /// <summary>
    /// Sends, and follows redirects of a download link, which carries no key. A request to the provider is never redirected, since the key
    /// would be sent along.
    /// </summary>
    private async Task<HttpResponseMessage> SendOnceAsync(ApiRequest request, CancellationToken cancel)
    {
        Uri address = request.Address(_endpoint.BaseUri);
        for (int hop = 0; ; hop++)
        {
            using HttpRequestMessage message = Build(request, address);
            HttpResponseMessage response = await _endpoint.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            if (request.Link is null || hop == MaxHops || (int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } next)
            {
                return response;
            }

            response.Dispose();
            address = SafeAddress.CheckLink(new Uri(address, next), _endpoint.BaseUri);
        }
    }

    private HttpRequestMessage Build(ApiRequest request, Uri address)
    {
        var message = new HttpRequestMessage(request.Method, address);
        if (request.Link is not null)
        {
            return message;
        }

        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        foreach (KeyValuePair<string, string> header in request.Headers)
        {
            message.Headers.Remove(header.Key);
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        message.Content = _endpoint.Protocol.Content(request);
        RefuseBodyOfGet(message);
        if (!request.IsAnonymous)
        {
            _endpoint.Protocol.Sign(message);
        }

        RequestAddress.Check(message.RequestUri, request.Base ?? _endpoint.BaseUri, request.Path);
        return message;
    }

    /// <summary>The runtime's own exception would name neither the request nor the way out.</summary>
    private void RefuseBodyOfGet(HttpRequestMessage message)
    {
        if (message.Content is not null && !_endpoint.Runtime.SendsBodyWithGet && (message.Method == HttpMethod.Get || message.Method == HttpMethod.Head))
        {
            throw new InvoicingException(ErrorKind.NotSupported, $"The request was not sent: .NET Framework cannot send a body with {message.Method}.")
            {
                Advice = "Run it in PowerShell 7, or use another method.",
            };
        }
    }

    /// <summary>Reads the body of a refusal. A failure to read it is ignored.</summary>
    private static async Task<string> ReadTextAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            using var stream = new LimitedStream(await response.Content.ReadAsStreamAsync().ConfigureAwait(false), MaxErrorBytes, cancel);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return await reader.ReadToEndAsync().ConfigureAwait(false);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested && fault is IOException or HttpRequestException or InvalidDataException)
        {
            return "";
        }
    }
}
