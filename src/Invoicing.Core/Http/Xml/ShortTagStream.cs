using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;

namespace Invoicing.Http.Xml;

/// <summary>
/// Limits the length of XML tags. The parser scans all attributes of a tag again whenever more of it arrives,
/// so that some hundred thousand of them would keep it busy for minutes.
/// </summary>
internal sealed class ShortTagStream : Stream
{
    private const int LongestTag = 1 << 16;

    private readonly Stream _inner;
    private int _length;
    private bool _isInTag;

    public ShortTagStream(Stream inner) => _inner = inner;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Checked(buffer, offset, _inner.Read(buffer, offset, count));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Checked(buffer, offset, await _inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false));

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

    private int Checked(byte[] buffer, int offset, int read)
    {
        for (int i = offset; i < offset + read; i++)
        {
            if (buffer[i] is (byte)'<' or (byte)'>')
            {
                _isInTag = buffer[i] == '<';
                _length = 0;
            }
            else if (_isInTag && ++_length > LongestTag)
            {
                throw new JsonReaderException("The answer holds a tag that is too long.");
            }
        }

        return read;
    }
}
