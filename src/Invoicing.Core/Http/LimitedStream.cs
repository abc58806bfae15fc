using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http.Limits;

namespace Invoicing.Http;

/// <summary>
/// Limits the length of a body, also after unpacking. Every read can be cancelled: a blocking one would hang
/// on a silent connection, and closing it from another thread takes HttpClient two seconds.
/// </summary>
internal sealed class LimitedStream : Stream
{
    private static readonly SpareBuffers Buffers = new(1 << 16);

    private readonly Stream _inner;
    private readonly long _limit;
    private readonly CancellationToken _cancel;
    private long _left;
    private byte[]? _ahead;
    private int _aheadFrom;
    private int _aheadTo;

    public LimitedStream(Stream inner, long limit, CancellationToken cancel)
    {
        _inner = inner;
        _limit = limit;
        _cancel = cancel;
        _left = limit;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _limit - _left;
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// Reads the first part of the body asynchronously, usually all of it, so that the parser does not block.
    /// </summary>
    public async Task ReadAheadAsync()
    {
        _ahead = Buffers.Rent();
        int read;
        do
        {
            read = Counted(await _inner.ReadAsync(_ahead, _aheadTo, _ahead.Length - _aheadTo, _cancel).ConfigureAwait(false));
            _aheadTo += read;
        }
        while (read > 0 && _aheadTo < _ahead.Length);
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadFromAhead(buffer, offset, count) is > 0 and int read ? read : Counted(_inner.ReadAsync(buffer, offset, count, _cancel).GetAwaiter().GetResult());

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadFromAhead(buffer, offset, count) is > 0 and int read ? read : Counted(await _inner.ReadAsync(buffer, offset, count, _cancel).ConfigureAwait(false));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            if (Interlocked.Exchange(ref _ahead, null) is { } ahead)
            {
                Buffers.Return(ahead, _aheadTo);
            }
        }

        base.Dispose(disposing);
    }

    private int ReadFromAhead(byte[] buffer, int offset, int count)
    {
        int read = Math.Min(count, _aheadTo - _aheadFrom);
        if (read > 0)
        {
            Buffer.BlockCopy(_ahead!, _aheadFrom, buffer, offset, read);
            _aheadFrom += read;
        }

        return read;
    }

    private int Counted(int read)
    {
        _left -= read;
        return _left >= 0 ? read : throw new InvalidDataException($"The answer is longer than {_limit} bytes.");
    }
}
