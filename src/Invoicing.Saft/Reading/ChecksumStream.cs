using System;
using System.Globalization;
using System.IO;

namespace Invoicing.Saft.Reading;

/// <summary>A stream that compares the CRC-32 of its bytes with the expected one when its end is read.</summary>
internal sealed class ChecksumStream(Stream inner, uint expected) : Stream
{
    private static readonly uint[] Table = MakeTable();

    private uint _register = uint.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="SaftFormatException">The end was reached, and the checksum is another one.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        for (var i = offset; i < offset + read; i++)
        {
            _register = Table[(byte)_register ^ buffer[i]] ^ (_register >> 8);
        }

        return read > 0 || count == 0 || ~_register == expected
            ? read
            : throw new SaftFormatException(
                "F05", "The checksum (CRC-32) of the ZIP does not fit the XML file in it: the ZIP is damaged.",
                expected: expected.ToString("X8", CultureInfo.InvariantCulture), found: (~_register).ToString("X8", CultureInfo.InvariantCulture));
    }

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
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
