using System;
using System.Collections.Concurrent;

namespace Invoicing.Http.Limits;

/// <summary>Pool of buffers for answers. netstandard2.0 has none of its own.</summary>
internal sealed class SpareBuffers
{
    private const int Most = 8;

    private readonly ConcurrentBag<byte[]> _spare = [];
    private readonly int _size;

    public SpareBuffers(int size) => _size = size;

    public byte[] Rent() => _spare.TryTake(out byte[]? buffer) ? buffer : new byte[_size];

    /// <summary>Returns a buffer to the pool, unless it has grown.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="used">Number of bytes written; they are cleared, so that no part of an answer remains.</param>
    public void Return(byte[] buffer, int used)
    {
        if (buffer.Length == _size && _spare.Count < Most)
        {
            Array.Clear(buffer, 0, used);
            _spare.Add(buffer);
        }
    }
}
