using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Invoicing.Sandbox.Pdf;

// QR codes of ISO/IEC 18004: byte mode, error correction level M as the law asks for [seen], versions 1 to 15, which is 412 bytes of text.
internal static class QrCode
{
    // Error correction bytes of one block, and the number of blocks, for each version at level M.
    private static readonly int[] Corrections = { 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24 };
    private static readonly int[] Blocks = { 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10 };

    /// <summary>The modules, dark ones true, by row and column. Throws ArgumentException for a text that is too long.</summary>
    public static bool[,] Encode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var version = 1; version <= Blocks.Length; version++)
        {
            var matrix = new QrMatrix(version);
            var capacity = matrix.Capacity - (Corrections[version - 1] * Blocks[version - 1]);
            var lengthBits = version < 10 ? 8 : 16;
            if (4 + lengthBits + (8 * bytes.Length) <= 8 * capacity)
            {
                matrix.Place(Interleave(Data(bytes, lengthBits, capacity), matrix.Capacity, version));
                return QrMask.Best(matrix);
            }
        }

        throw new ArgumentException("A QR code of at most 412 bytes was expected, not " + bytes.Length + ".", nameof(text));
    }

    private static byte[] Data(byte[] bytes, int lengthBits, int capacity)
    {
        var bits = new List<bool>();
        void Append(int value, int count) => bits.AddRange(Enumerable.Range(1, count).Select(i => (value >> (count - i) & 1) == 1));

        Append(4, 4);
        Append(bytes.Length, lengthBits);
        foreach (var value in bytes)
        {
            Append(value, 8);
        }

        Append(0, Math.Min(4, (8 * capacity) - bits.Count));
        Append(0, (8 - (bits.Count % 8)) % 8);
        for (var filler = 0xEC; bits.Count < 8 * capacity; filler ^= 0xEC ^ 0x11)
        {
            Append(filler, 8);
        }

        return Enumerable.Range(0, capacity)
            .Select(i => (byte)bits.GetRange(8 * i, 8).Aggregate(0, (sum, bit) => (sum * 2) + (bit ? 1 : 0)))
            .ToArray();
    }

    // The last blocks have one byte more where the bytes do not divide evenly.
    private static IEnumerable<byte> Interleave(byte[] data, int capacity, int version)
    {
        var (count, correction) = (Blocks[version - 1], Corrections[version - 1]);
        var (shorter, start) = ((capacity / count) - correction, 0);
        var blocks = new List<byte[]>();
        for (var i = 0; i < count; i++)
        {
            var length = shorter + (i < count - (capacity % count) ? 0 : 1);
            blocks.Add(data.Skip(start).Take(length).ToArray());
            start += length;
        }

        var checks = blocks.Select(b => QrReedSolomon.Remainder(b, correction)).ToList();
        return new[] { blocks, checks }.SelectMany(part =>
            Enumerable.Range(0, part.Max(b => b.Length)).SelectMany(i => part.Where(b => i < b.Length).Select(b => b[i])));
    }
}
