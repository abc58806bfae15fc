using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;

namespace Invoicing.Sandbox.Http;

/// <summary>Reads the requests of one connection, one after the other; what comes early waits in the buffer.</summary>
internal sealed class HttpReader
{
    public const int MaxHeader = 32 * 1024;
    public const int MaxBody = 64 * 1024 * 1024;

    private static readonly byte[] Continue = System.Text.Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");

    private readonly Stream _stream;
    private readonly ByteBuffer _body = new();
    private byte[] _buffer = new byte[8 * 1024];
    private int _start;
    private int _end;

    public HttpReader(Stream stream) => _stream = stream;

    /// <summary>The next request, or null when the client has closed the connection between two of them.</summary>
    /// <exception cref="HttpFormatException">What came is no request that this server takes.</exception>
    public async Task<HttpCall?> ReadAsync()
    {
        _body.Truncate(0);
        var length = await ReadHeadAsync().ConfigureAwait(false);
        if (length == 0)
        {
            return null;
        }

        var call = HttpHead.Parse(_buffer, _start, length, _body);
        _start += length;
        await ReadBodyAsync(call).ConfigureAwait(false);
        return call;
    }

    /// <summary>Throws away what the client still sends, within reason, so that it gets to read the answer.</summary>
    public async Task DrainAsync()
    {
        for (var left = 4L * MaxBody; left > 0;)
        {
            var count = await _stream.ReadAsync(_buffer, 0, _buffer.Length).ConfigureAwait(false);
            if (count == 0)
            {
                return;
            }

            left -= count;
        }
    }

    private async Task<int> ReadHeadAsync()
    {
        var seen = _start;
        while (true)
        {
            // Empty lines before a request are allowed; some clients send one after a body.
            while (seen == _start && _start + 1 < _end && _buffer[_start] == '\r' && _buffer[_start + 1] == '\n')
            {
                _start += 2;
                seen = _start;
            }

            for (; seen < _end; seen++)
            {
                if (_buffer[seen] != '\n')
                {
                    continue;
                }

                if (seen == _start || _buffer[seen - 1] != '\r')
                {
                    throw new HttpFormatException(400, "A line does not end in CR LF.");
                }

                if (seen - _start >= 3 && _buffer[seen - 2] == '\n')
                {
                    return seen + 1 - _start;
                }
            }

            if (_end - _start > MaxHeader)
            {
                throw new HttpFormatException(431, "The header is too long.");
            }

            var offset = seen - _start;
            if (!await FillAsync().ConfigureAwait(false))
            {
                return _end == _start ? 0 : throw new HttpFormatException(400, "The request ends within its header.");
            }

            seen = _start + offset;
        }
    }

    private async Task ReadBodyAsync(HttpCall call)
    {
        var encoding = call.Header("Transfer-Encoding");
        var length = ContentLength(call);
        if (encoding is null && length == 0)
        {
            return;
        }

        if (encoding != null && (length >= 0 || !encoding.Trim().Equals("chunked", StringComparison.OrdinalIgnoreCase)))
        {
            throw new HttpFormatException(length >= 0 ? 400 : 501, "The body's encoding is not understood.");
        }

        if (length > MaxBody)
        {
            throw new HttpFormatException(413, "The body is too long.");
        }

        var expect = call.Header("Expect");
        if (expect != null && expect.IndexOf("100-continue", StringComparison.OrdinalIgnoreCase) >= 0 && _start == _end)
        {
            await _stream.WriteAsync(Continue, 0, Continue.Length).ConfigureAwait(false);
        }

        if (encoding is null)
        {
            await ReadExactlyAsync(length).ConfigureAwait(false);
        }
        else
        {
            await ReadChunksAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The announced length; 0 when there is no body, -1 when it comes in chunks.</summary>
    private static long ContentLength(HttpCall call)
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
            return call.Header("Transfer-Encoding") is null ? 0 : -1;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : throw new HttpFormatException(400, "The length is not a number.");
    }

    private async Task ReadChunksAsync()
    {
        while (true)
        {
            var size = ChunkSize(await ReadLineAsync().ConfigureAwait(false));
            if (_body.Count + size > MaxBody)
            {
                throw new HttpFormatException(413, "The body is too long.");
            }

            if (size == 0)
            {
                break;
            }

            await ReadExactlyAsync(size).ConfigureAwait(false);
            if ((await ReadLineAsync().ConfigureAwait(false)).Length > 0)
            {
                throw new HttpFormatException(400, "A chunk is longer than it says.");
            }
        }

        for (var trailers = 0; (await ReadLineAsync().ConfigureAwait(false)).Length > 0; trailers++)
        {
            if (trailers == 100)
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

    private async Task<string> ReadLineAsync()
    {
        for (var at = 0; ; at++)
        {
            if (at > 1024)
            {
                throw new HttpFormatException(400, "A line is too long.");
            }

            while (_start + at >= _end)
            {
                await FillOrFailAsync().ConfigureAwait(false);
            }

            if (_buffer[_start + at] == '\n')
            {
                if (at == 0 || _buffer[_start + at - 1] != '\r')
                {
                    throw new HttpFormatException(400, "A line does not end in CR LF.");
                }

                var line = System.Text.Encoding.ASCII.GetString(_buffer, _start, at - 1);
                _start += at + 1;
                return line;
            }
        }
    }

    private async Task ReadExactlyAsync(long count)
    {
        var buffered = (int)Math.Min(count, _end - _start);
        _body.Write(_buffer, _start, buffered);
        _start += buffered;

        // Room grows with what arrives, not with what was announced.
        for (var left = count - buffered; left > 0;)
        {
            var offset = _body.EnsureRoom((int)Math.Min(left, 64 * 1024));
            var room = (int)Math.Min(left, _body.Bytes.Length - offset);
            var read = await _stream.ReadAsync(_body.Bytes, offset, room).ConfigureAwait(false);
            if (read == 0)
            {
                throw new HttpFormatException(400, "The request ends within its body.");
            }

            _body.Advance(read);
            left -= read;
        }
    }

    private async Task FillOrFailAsync()
    {
        if (!await FillAsync().ConfigureAwait(false))
        {
            throw new HttpFormatException(400, "The request ends within its body.");
        }
    }

    private async Task<bool> FillAsync()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_end == _buffer.Length)
        {
            var target = _start > 0 ? _buffer : new byte[_buffer.Length * 2];
            Buffer.BlockCopy(_buffer, _start, target, 0, _end - _start);
            _buffer = target;
            _end -= _start;
            _start = 0;
        }

        var count = await _stream.ReadAsync(_buffer, _end, _buffer.Length - _end).ConfigureAwait(false);
        _end += count;
        return count > 0;
    }
}
