using System;
using System.IO;

namespace Invoicing.Banking;

/// <summary>A stream that refuses to give more than a limit: a small ZIP can unpack to more than a disk holds.</summary>
internal sealed class LimitedPart : Stream
{
    /// <summary>Most bytes that one file of a ZIP may unpack to.</summary>
    public const long Limit = 256L << 20;

    private readonly Stream _inner;
    private readonly long _limit;
    private readonly bool _leaveOpen;
    private long _count;

    public LimitedPart(Stream inner, long limit, bool leaveOpen)
    {
        _inner = inner;
        _limit = limit;
        _leaveOpen = leaveOpen;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = _inner.Read(buffer, offset, count);
        _count += read;
        return _count <= _limit ? read : throw BankFault.Of(0, $"it unpacks to more than {_limit >> 20} MiB, which no statement has");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_leaveOpen)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
