using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Http;

/// <summary>
/// Ends a body that never ends, and one that unpacks to far more than it should. Every read can be cancelled: a blocking one would hang
/// on a silent connection, and closing it from elsewhere takes HttpClient two seconds.
/// </summary>
internal sealed class LimitedStream : Stream
{
    private readonly Stream _inner;
    private readonly long _limit;
    private readonly CancellationToken _cancel;
    private long _left;

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

    public override int Read(byte[] buffer, int offset, int count) =>
        Counted(_inner.ReadAsync(buffer, offset, count, _cancel).GetAwaiter().GetResult());

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Counted(await _inner.ReadAsync(buffer, offset, count, _cancel).ConfigureAwait(false));

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
        }

        base.Dispose(disposing);
    }

    private int Counted(int read)
    {
        _left -= read;
        return _left >= 0 ? read : throw new InvalidDataException($"The answer is longer than {_limit} bytes.");
    }
}
