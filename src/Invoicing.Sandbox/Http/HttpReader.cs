using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace Invoicing.Sandbox.Http;

/// <summary>Reads the requests of one connection, one after the other. Early bytes wait.</summary>
internal sealed class HttpReader
{
    public const int MaxHeader = 32 * 1024;
    public const int MaxBody = 64 * 1024 * 1024;
    private const int MaxTrailers = 100;

    private static readonly byte[] Continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");

    private readonly Stream _stream;
    private readonly HttpInput _input;
    private readonly ByteBuffer _body = new();

    public HttpReader(Stream stream)
    {
        _stream = stream;
        _input = new HttpInput(stream);
    }

    /// <summary>The next request, or null when the client has closed the connection between two of them.</summary>
    /// <exception cref="HttpFormatException">The bytes are not a request that this server accepts.</exception>
    public async Task<HttpCall?> ReadAsync()
    {
        _body.Truncate(0);
        var length = await FindHeadAsync().ConfigureAwait(false);
        if (length == 0)
        {
            return null;
        }

        var call = HttpHead.Parse(_input.Bytes, _input.Start, length, _body);
        _input.Skip(length);
        await ReadBodyAsync(call).ConfigureAwait(false);
        return call;
    }

    /// <summary>Discards what the client still sends, so that it can read the answer.</summary>
    public Task DrainAsync() => _input.DrainAsync(4L * MaxBody);

    /// <summary>The length of the head, whose last line is empty; 0 at the end of the connection.</summary>
    private async Task<int> FindHeadAsync()
    {
        for (var at = 0; ; at++)
        {
            if (at > MaxHeader)
            {
                throw new HttpFormatException(431, "The header is too long.");
            }

            while (_input.Start + at >= _input.End)
            {
                if (!await _input.FillAsync().ConfigureAwait(false))
                {
                    return _input.IsEmpty ? 0 : throw new HttpFormatException(400, "The request ends within its header.");
                }
            }

            var here = _input.Start + at;
            if (_input.Bytes[here] != '\n')
            {
                continue;
            }

            if (at == 0 || _input.Bytes[here - 1] != '\r')
            {
                throw new HttpFormatException(400, "A line does not end in CR LF.");
            }

            if (at == 1)
            {
                // Some clients send an empty line after a body.
                _input.Skip(2);
                at = -1;
            }
            else if (at >= 3 && _input.Bytes[here - 2] == '\n')
            {
                return at + 1;
            }
        }
    }

    private async Task ReadBodyAsync(HttpCall call)
    {
        var encoding = call.Header("Transfer-Encoding");
        var length = ContentLength(call);
        if (encoding is null && length is null or 0)
        {
            return;
        }

        if (encoding != null && length != null)
        {
            throw new HttpFormatException(400, "The body has a length and an encoding.");
        }

        if (encoding != null && !encoding.Trim().Equals("chunked", StringComparison.OrdinalIgnoreCase))
        {
            throw new HttpFormatException(501, "The body's encoding is not understood.");
        }

        if (length > MaxBody)
        {
            throw TooLong();
        }

        if (_input.IsEmpty && (call.Header("Expect") ?? "").IndexOf("100-continue", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            await _stream.WriteAsync(Continue, 0, Continue.Length).ConfigureAwait(false);
        }

        await (length is { } count ? _input.MoveAsync(_body, count) : ReadChunksAsync()).ConfigureAwait(false);
    }

    private static long? ContentLength(HttpCall call)
    {
        string? text = null;
        foreach (var header in call.Headers)
        {
            if (header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                if (text != null && text != header.Value)
                {
                    throw new HttpFormatException(400, "Two lengths contradict each other.");
                }

                text = header.Value;
            }
        }

        if (text is null)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : throw new HttpFormatException(400, "The length is not a number.");
    }

    private async Task ReadChunksAsync()
    {
        while (true)
        {
            var size = ChunkSize(await _input.ReadLineAsync().ConfigureAwait(false));
            if (_body.Count + size > MaxBody)
            {
                throw TooLong();
            }

            if (size == 0)
            {
                break;
            }

            await _input.MoveAsync(_body, size).ConfigureAwait(false);
            if ((await _input.ReadLineAsync().ConfigureAwait(false)).Length > 0)
            {
                throw new HttpFormatException(400, "A chunk is longer than it says.");
            }
        }

        for (var trailers = 0; (await _input.ReadLineAsync().ConfigureAwait(false)).Length > 0; trailers++)
        {
            if (trailers == MaxTrailers)
            {
                throw new HttpFormatException(431, "There are too many trailers.");
            }
        }
    }

    private static long ChunkSize(string line)
    {
        var semicolon = line.IndexOf(';');
        var digits = (semicolon < 0 ? line : line.Substring(0, semicolon)).Trim();
        return digits.Length <= 15 && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size)
            ? size
            : throw new HttpFormatException(400, "The size of a chunk is not a number.");
    }

    private static HttpFormatException TooLong() => new(413, "The body is too long.");
}
