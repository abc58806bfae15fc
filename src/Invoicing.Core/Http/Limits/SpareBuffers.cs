using System;
using System.Collections.Concurrent;

namespace Invoicing.Http.Limits;

/// <summary>A few buffers that go from answer to answer. netstandard2.0 has no pool of its own.</summary>
internal sealed class SpareBuffers
{
    private const int Most = 8;

    private readonly ConcurrentBag<byte[]> _spare = [];
    private readonly int _size;

    public SpareBuffers(int size) => _size = size;

    public byte[] Rent() => _spare.TryTake(out byte[]? buffer) ? buffer : new byte[_size];

    /// <summary>Takes a buffer back, unless it has grown.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="used">How much of it was written: nothing of an answer stays behind for whoever takes it next.</param>
    public void Return(byte[] buffer, int used)
    {
        if (buffer.Length == _size && _spare.Count < Most)
        {
            Array.Clear(buffer, 0, used);
            _spare.Add(buffer);
        }
    }
}
