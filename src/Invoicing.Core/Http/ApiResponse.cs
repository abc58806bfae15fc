using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http.Limits;
using Newtonsoft.Json;

namespace Invoicing.Http;

/// <summary>A successful answer that is not read yet. The owner disposes it.</summary>
internal sealed class ApiResponse : IDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly Protocol _protocol;
    private readonly long _maxBytes;
    private readonly Action _allowMoreTime;

    public ApiResponse(HttpResponseMessage message, Protocol protocol, long maxBytes, Action allowMoreTime)
    {
        _message = message;
        _protocol = protocol;
        _maxBytes = maxBytes;
        _allowMoreTime = allowMoreTime;
    }

    public HttpStatusCode Status => _message.StatusCode;

    /// <summary>Time of the next poll, for an answer that is not final.</summary>
    public RetryConditionHeaderValue? RetryAfter => _message.Headers.RetryAfter;

    public long? ContentLength => _message.Content.Headers.ContentLength;

    /// <summary>Reads the answer as JSON. Blocks the calling (pool) thread while the rest of the body arrives.</summary>
    public async Task<T> ReadJsonAsync<T>(Func<JsonReader, T> read, CancellationToken cancel)
    {
        using LimitedStream stream = await OpenAsync(cancel).ConfigureAwait(false);
        await stream.ReadAheadAsync(ContentLength).ConfigureAwait(false);
        using JsonReader reader = _protocol.OpenReader(stream);
        return read(reader);
    }

    /// <summary>Refuses a web page: it comes from a maintenance server, a firewall or the login of a network, not from the provider.</summary>
    /// <exception cref="InvalidDataException">The answer is a web page.</exception>
    public void RefusePage()
    {
        if (_message.Content.Headers.ContentType?.MediaType is { } type && type.IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            throw new InvalidDataException($"the answer is a web page ({type}), which the provider's interface does not send");
        }
    }

    /// <summary>Reads an answer that says nothing more, to be sure that it is the provider's: empty, or of its form.</summary>
    /// <exception cref="JsonException">The answer is of another form.</exception>
    public async Task CheckFormAsync(CancellationToken cancel)
    {
        using var text = new MemoryStream();
        using (LimitedStream stream = await OpenAsync(cancel).ConfigureAwait(false))
        {
            await stream.CopyToAsync(text).ConfigureAwait(false);
        }

        if (Array.TrueForAll(text.ToArray(), letter => letter is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t'))
        {
            return;
        }

        text.Position = 0;
        using JsonReader reader = _protocol.OpenReader(text);
        while (reader.Read())
        {
        }
    }

    public async Task<LimitedStream> OpenAsync(CancellationToken cancel) =>
        new(await _message.Content.ReadAsStreamAsync().ConfigureAwait(false), _maxBytes, cancel);

    /// <summary>Opens a file of any size. Only time limits it: see <see cref="AllowMoreTime"/>.</summary>
    public Task<Stream> OpenFileAsync() => _message.Content.ReadAsStreamAsync();

    /// <summary>Restarts the time limit while bytes arrive.</summary>
    public void AllowMoreTime() => _allowMoreTime();

    public void Dispose() => _message.Dispose();
}
