using System;
using System.Collections.Concurrent;

namespace Invoicing.Http.Limits;

/// <summary>Pool of buffers for answers, in a few sizes. netstandard2.0 has none of its own.</summary>
internal static class SpareBuffers
{
    /// <summary>Size of the largest buffer.</summary>
    public const int Largest = 1 << 20;

    private const int Smallest = 1 << 14;
    private const int Most = 8;

    private static readonly ConcurrentBag<byte[]>[] Spare = [[], [], [], []];

    /// <summary>Rents a buffer.</summary>
    /// <param name="least">The bytes that it has at least; of more than the largest, the largest.</param>
    public static byte[] Rent(int least)
    {
        int size = Smallest;
        int place = 0;
        while (size < least && size < Largest)
        {
            size <<= 2;
            place++;
        }

        return Spare[place].TryTake(out byte[]? buffer) ? buffer : new byte[size];
    }

    /// <summary>Returns a buffer to the pool, unless it has a size of its own.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="used">Number of bytes written; they are cleared, so that no part of an answer remains.</param>
    public static void Return(byte[] buffer, int used)
    {
        int size = Smallest;
        foreach (ConcurrentBag<byte[]> spare in Spare)
        {
            if (buffer.Length == size && spare.Count < Most)
            {
                Array.Clear(buffer, 0, used);
                spare.Add(buffer);
                return;
            }

            size <<= 2;
        }
    }
}
