using System;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace Invoicing.Sandbox.Http;

/// <summary>Bytes that a client has sent and that are not read yet.</summary>
internal sealed class HttpInput
{
    private const int MaxLine = 1024;

    private readonly Stream _stream;

    public HttpInput(Stream stream) => _stream = stream;

    public byte[] Bytes { get; private set; } = new byte[8 * 1024];

    public int Start { get; private set; }

    public int End { get; private set; }

    public bool IsEmpty => Start == End;

    public void Skip(int count) => Start += count;

    /// <summary>Waits for more bytes; false if the client ended the connection first. Buffered bytes may move.</summary>
    public async Task<bool> FillAsync()
    {
        if (IsEmpty)
        {
            Start = End = 0;
        }
        else if (End == Bytes.Length)
        {
            var target = Start > 0 ? Bytes : new byte[Bytes.Length * 2];
            Buffer.BlockCopy(Bytes, Start, target, 0, End - Start);
            Bytes = target;
            End -= Start;
            Start = 0;
        }

        var count = await _stream.ReadAsync(Bytes, End, Bytes.Length - End).ConfigureAwait(false);
        End += count;
        return count > 0;
    }

    public async Task<string> ReadLineAsync()
    {
        for (var at = 0; at <= MaxLine; at++)
        {
            while (Start + at >= End)
            {
                if (!await FillAsync().ConfigureAwait(false))
                {
                    throw EndsEarly();
                }
            }

            if (Bytes[Start + at] == '\n')
            {
                if (at == 0 || Bytes[Start + at - 1] != '\r')
                {
                    throw new HttpFormatException(400, "A line does not end in CR LF.");
                }

                var line = Encoding.ASCII.GetString(Bytes, Start, at - 1);
                Start += at + 1;
                return line;
            }
        }

        throw new HttpFormatException(400, "A line is too long.");
    }

    /// <summary>Moves bytes to a buffer, which grows with the bytes that arrive, not with the announced length.</summary>
    public async Task MoveAsync(ByteBuffer to, long count)
    {
        var buffered = (int)Math.Min(count, End - Start);
        to.Write(Bytes, Start, buffered);
        Start += buffered;
        for (var left = count - buffered; left > 0;)
        {
            var offset = to.EnsureRoom((int)Math.Min(left, 64 * 1024));
            var room = (int)Math.Min(left, to.Bytes.Length - offset);
            var read = await _stream.ReadAsync(to.Bytes, offset, room).ConfigureAwait(false);
            if (read == 0)
            {
                throw EndsEarly();
            }

            to.Advance(read);
            left -= read;
        }
    }

    /// <summary>Discards what the client still sends, up to a limit.</summary>
    public async Task DrainAsync(long atMost)
    {
        Start = End = 0;
        for (var left = atMost; left > 0;)
        {
            var count = await _stream.ReadAsync(Bytes, 0, Bytes.Length).ConfigureAwait(false);
            if (count == 0)
            {
                return;
            }

            left -= count;
        }
    }

    private static HttpFormatException EndsEarly() => new(400, "The request ends within its body.");
}
