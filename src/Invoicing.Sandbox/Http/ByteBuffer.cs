using System;
using System.IO;

namespace Invoicing.Sandbox.Http;

/// <summary>A growing array that is written as a stream and used again for the next message.</summary>
internal sealed class ByteBuffer : Stream
{
    private const int KeepAtMost = 1 << 20;
    private int _count;

    public byte[] Bytes { get; private set; } = new byte[4096];

    public int Count => _count;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _count;

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    /// <summary>Empties the buffer but for the first <paramref name="count"/> bytes, and gives a very big one back.</summary>
    public void Truncate(int count)
    {
        if (Bytes.Length > KeepAtMost && count < KeepAtMost)
        {
            var smaller = new byte[Math.Max(4096, count)];
            Buffer.BlockCopy(Bytes, 0, smaller, 0, Math.Min(count, _count));
            Bytes = smaller;
        }

        EnsureRoom(count - _count);
        _count = count;
    }

    /// <summary>Makes room for so many more bytes and returns the offset at which they go.</summary>
    public int EnsureRoom(int more)
    {
        var needed = _count + more;
        if (needed > Bytes.Length)
        {
            var bytes = Bytes;
            Array.Resize(ref bytes, (int)Math.Min(int.MaxValue - 64L, Math.Max(needed, bytes.Length * 2L)));
            Bytes = bytes;
        }

        return _count;
    }

    public void Advance(int count) => _count += count;

    public override void Write(byte[] buffer, int offset, int count)
    {
        EnsureRoom(count);
        Buffer.BlockCopy(buffer, offset, Bytes, _count, count);
        _count += count;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
