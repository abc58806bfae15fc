using System;
using System.IO;
using Invoicing.Http.Limits;

namespace Invoicing.Http.Json;

/// <summary>
/// The window of a stream in front of a parser. Bytes before <see cref="At"/> are dropped; a token that does not fit makes the
/// buffer grow, up to the limit of the stream.
/// </summary>
internal sealed class JsonBytes : IDisposable
{
    private const int Size = 1 << 14;

    private readonly Stream _stream;
    private int _used;

    public JsonBytes(Stream stream)
    {
        _stream = stream;
        if (stream is LimitedStream { HasAhead: true } answer)
        {
            // What was read ahead is not copied.
            Buffer = answer.TakeAhead(out int end);
            End = _used = end;
        }
        else
        {
            Buffer = SpareBuffers.Rent(Size);
        }
    }

    public byte[] Buffer { get; private set; }

    /// <summary>Position of the parser.</summary>
    public int At { get; set; }

    /// <summary>End of the bytes read so far.</summary>
    public int End { get; private set; }

    /// <summary>Reads more, and moves the bytes from <see cref="At"/> on to the front.</summary>
    /// <returns>True if there was more.</returns>
    public bool Fill()
    {
        int kept = End - At;
        byte[] from = Buffer;
        if (kept == from.Length)
        {
            Buffer = new byte[checked(from.Length * 2)];
        }

        System.Buffer.BlockCopy(from, At, Buffer, 0, kept);
        At = 0;
        End = kept;
        int read = _stream.Read(Buffer, kept, Buffer.Length - kept);
        End += read;
        _used = Math.Max(_used, End);
        return read > 0;
    }

    public void Dispose()
    {
        SpareBuffers.Return(Buffer, _used);
        Buffer = [];
        At = End = 0;
        _stream.Dispose();
    }
}
