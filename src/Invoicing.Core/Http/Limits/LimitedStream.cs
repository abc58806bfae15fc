using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Http.Limits;

/// <summary>
/// Limits the length of a body, also after unpacking. Every read can be cancelled: a blocking one would hang
/// on a silent connection, and closing it from another thread takes HttpClient two seconds.
/// </summary>
internal sealed class LimitedStream : Stream
{
    private const int AheadSize = 1 << 16;

    private readonly Stream _inner;
    private readonly long _limit;
    private readonly CancellationToken _cancel;
    private long _left;
    private byte[]? _ahead;
    private int _aheadFrom;
    private int _aheadTo;
    private bool _ended;

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

    /// <summary>True if some of the body was read ahead and not handed on.</summary>
    public bool HasAhead => _ahead is not null && _aheadFrom == 0;

    /// <summary>
    /// Reads the first part of the body asynchronously, usually all of it, so that the parser does not block a thread that other pages need.
    /// </summary>
    /// <param name="length">The length of the body, where the answer says it.</param>
    public async Task ReadAheadAsync(long? length)
    {
        // One byte more than there is shows the end.
        _ahead = SpareBuffers.Rent((int)Math.Min(SpareBuffers.Largest, Math.Max(AheadSize, length + 1 ?? 0)));
        while (!_ended)
        {
            if (_aheadTo == _ahead.Length && !Grow())
            {
                return;
            }

            int read = Counted(await _inner.ReadAsync(_ahead, _aheadTo, _ahead.Length - _aheadTo, _cancel).ConfigureAwait(false));
            _aheadTo += read;
            _ended = read == 0;
        }
    }

    /// <summary>Hands on the buffer of what was read ahead. Whoever takes it returns it to <see cref="SpareBuffers"/>.</summary>
    /// <param name="end">The end of the bytes in it.</param>
    public byte[] TakeAhead(out int end)
    {
        byte[] ahead = _ahead!;
        end = _aheadTo;
        _ahead = null;
        _aheadTo = 0;
        return ahead;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadFromAhead(buffer, offset, count) is > 0 and int read ? read : ReadOn(buffer, offset, count);

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
                SpareBuffers.Return(ahead, _aheadTo);
            }
        }

        base.Dispose(disposing);
    }

    private bool Grow()
    {
        byte[] small = _ahead!;
        if (small.Length >= SpareBuffers.Largest)
        {
            return false;
        }

        _ahead = SpareBuffers.Rent(small.Length + 1);
        Buffer.BlockCopy(small, 0, _ahead, 0, _aheadTo);
        SpareBuffers.Return(small, _aheadTo);
        return true;
    }

    private int ReadOn(byte[] buffer, int offset, int count) =>
        _ended ? 0 : Counted(_inner.ReadAsync(buffer, offset, count, _cancel).GetAwaiter().GetResult());

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
