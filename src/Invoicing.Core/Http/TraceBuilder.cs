using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http.Limits;

namespace Invoicing.Http;

/// <summary>Reports one attempt to the observer, if there is one.</summary>
internal sealed class TraceBuilder
{
    private readonly ApiRequest _request;
    private readonly int _attempt;
    private readonly Redactor _redactor;
    private readonly IRequestObserver? _observer;

    public TraceBuilder(ApiRequest request, int attempt, Redactor redactor, IRequestObserver? observer)
    {
        _request = request;
        _attempt = attempt;
        _redactor = redactor;
        _observer = observer;
    }

    public void Answered(HttpStatusCode status, TimeSpan elapsed, string? body) => Tell(status, null, elapsed, body);

    /// <summary>Reports a good answer. It is buffered only if the observer wants bodies.</summary>
    public async Task AnsweredAsync(HttpResponseMessage response, TimeSpan elapsed, long maxBytes, CancellationToken cancel)
    {
        string? body = null;
        if (_observer is { WantsBodies: true } && _request.Link is null && _redactor.IsText(response.Content.Headers.ContentType))
        {
            byte[] bytes = await ReadAsync(response.Content, maxBytes, cancel).ConfigureAwait(false);
            response.Content = new ByteArrayContent(bytes);
            body = Encoding.UTF8.GetString(bytes);
        }

        Tell(response.StatusCode, null, elapsed, body);
    }

    /// <summary>Reports an attempt without an answer. One whose answer broke off is already reported.</summary>
    public void Failed(string failure, TimeSpan elapsed, bool answered) =>
        Tell(null, answered ? failure + " while the answer was read" : failure, elapsed, null);

    /// <summary>Buffers the body. HttpContent's own buffering cannot be cancelled and reports a long body like a broken one.</summary>
    private static async Task<byte[]> ReadAsync(HttpContent content, long maxBytes, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        using var stream = new LimitedStream(await content.ReadAsStreamAsync().ConfigureAwait(false), maxBytes, cancel);
        await stream.CopyToAsync(buffer).ConfigureAwait(false);
        return buffer.ToArray();
    }

    private void Tell(HttpStatusCode? status, string? failure, TimeSpan elapsed, string? body)
    {
        if (_observer is null)
        {
            return;
        }

        _observer.OnRequest(new RequestTrace
        {
            Request = _request.Display,
            Status = status,
            Failure = failure,
            Elapsed = elapsed,
            Attempt = _attempt,
            RequestBody = _observer.WantsBodies && _request.Body is { } sent ? _redactor.Redact(sent) : null,
            ResponseBody = _observer.WantsBodies && !string.IsNullOrWhiteSpace(body) ? _redactor.Redact(body!) : null,
        });
    }
}
