using System;
using System.IO;
using Invoicing.Http.Limits;

namespace Invoicing.Http.Json;

/// <summary>
/// The part of a stream that a parser has before it. What lies ahead of <see cref="At"/> is gone; a token that does not fit makes the
/// buffer grow, and how far is limited by the stream.
/// </summary>
internal sealed class JsonBytes : IDisposable
{
    private static readonly SpareBuffers Buffers = new(1 << 14);

    private readonly Stream _stream;
    private int _used;

    public JsonBytes(Stream stream)
    {
        _stream = stream;
        Buffer = Buffers.Rent();
    }

    public byte[] Buffer { get; private set; }

    /// <summary>Where the parser is.</summary>
    public int At { get; set; }

    /// <summary>Where what was read so far ends.</summary>
    public int End { get; private set; }

    /// <summary>Reads on, keeping what lies behind <see cref="At"/> and moving it to the front.</summary>
    /// <returns>Whether there was more.</returns>
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
        Buffers.Return(Buffer, _used);
        Buffer = [];
        At = End = 0;
        _stream.Dispose();
    }
}
