using System;
using System.IO;

namespace Invoicing.Banking;

/// <summary>A stream whose first bytes were read already.</summary>
internal sealed class HeadedStream : Stream
{
    private readonly byte[] _head;
    private readonly int _count;
    private readonly Stream _rest;
    private int _place;

    public HeadedStream(byte[] head, int count, Stream rest)
    {
        _head = head;
        _count = count;
        _rest = rest;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_place == _count)
        {
            return _rest.Read(buffer, offset, count);
        }

        int part = Math.Min(count, _count - _place);
        Buffer.BlockCopy(_head, _place, buffer, offset, part);
        _place += part;
        return part;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
