using System;
using System.IO;

namespace Invoicing.Http;

/// <summary>
/// The part of a stream that a parser has before it. What lies ahead of <see cref="At"/> is gone; a token that does not fit makes the
/// buffer grow, and how far is limited by the stream.
/// </summary>
internal sealed class JsonBytes : IDisposable
{
    private const int Size = 1 << 14;

    /// <summary>One buffer a thread is kept: netstandard2.0 has no pool of its own.</summary>
    [ThreadStatic]
    private static byte[]? _spare;

    private readonly Stream _stream;

    public JsonBytes(Stream stream)
    {
        _stream = stream;
        Buffer = _spare ?? new byte[Size];
        _spare = null;
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
        return read > 0;
    }

    public void Dispose()
    {
        if (Buffer.Length == Size)
        {
            // Nothing of an answer stays behind for whoever takes the buffer next.
            Array.Clear(Buffer, 0, Size);
            _spare = Buffer;
        }

        Buffer = [];
        At = End = 0;
        _stream.Dispose();
    }
}
