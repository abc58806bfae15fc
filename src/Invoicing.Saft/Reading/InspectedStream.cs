using System;
using System.IO;
using Invoicing.Saft.Encodings;

namespace Invoicing.Saft.Reading;

/// <summary>
/// A stream whose first bytes were already taken and are given out again, and whose bytes are shown to an inspector.
/// </summary>
internal sealed class InspectedStream(byte[] head, int start, int count, Stream rest, ByteInspector? inspector, IProgress<long>? progress)
    : Stream
{
    private const long ProgressStep = 1 << 20;

    private int _position = start;
    private long _total;
    private long _reported;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int length)
    {
        var read = Math.Min(length, count - _position);
        if (read > 0)
        {
            Buffer.BlockCopy(head, _position, buffer, offset, read);
            _position += read;
        }
        else
        {
            read = rest.Read(buffer, offset, length);
        }

        Show(buffer, offset, read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int length) => throw new NotSupportedException();

    private void Show(byte[] buffer, int offset, int read)
    {
        if (read == 0)
        {
            inspector?.Complete();
        }

        inspector?.Inspect(buffer, offset, read);
        _total += read;
        if (_total - _reported >= ProgressStep || (read == 0 && _total > _reported))
        {
            _reported = _total;
            progress?.Report(_total);
        }
    }
}
