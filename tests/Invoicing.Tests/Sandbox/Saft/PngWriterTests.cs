using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Invoicing.Sandbox.Pdf;
using Xunit;

namespace Invoicing.Tests.SandboxSaft;

public sealed class PngWriterTests
{
    [Fact]
    public void ThePixelsOfTheMatrixComeBack()
    {
        var chunks = Chunks(PngWriter.Write(new[,] { { true, false, false }, { false, true, true } }, scale: 2, border: 1));
        var header = chunks[0].Data;

        Assert.Equal(new[] { "IHDR", "IDAT", "IEND" }, chunks.Select(c => c.Type));
        Assert.Equal((10, 8), (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4))));
        Assert.Equal(new byte[] { 8, 0, 0, 0, 0 }, header[8..]);
        // The reader of .NET checks header and checksum of the data itself.
        using var zlib = new ZLibStream(new MemoryStream(chunks[1].Data), CompressionMode.Decompress);
        using var pixels = new MemoryStream();
        zlib.CopyTo(pixels);
        var rows = pixels.ToArray().Chunk(11)
            .Select(row => row[0] + string.Concat(row.Skip(1).Select(p => p == 0 ? '#' : p == 255 ? '.' : '?')))
            .ToList();
        Assert.Equal(new[] { "0..........", "0..##......", "0....####..", "0.........." }, rows.Where((_, i) => i % 2 == 0));
        Assert.Equal(rows.Where((_, i) => i % 2 == 0), rows.Where((_, i) => i % 2 == 1));
    }

    [Fact]
    public void TheEndIsTheOneOfEveryPng()
    {
        // The last chunk has no data, so its checksum is known to everybody.
        var png = PngWriter.Write(new[,] { { true } });

        Assert.Equal("0000000049454E44AE426082", Convert.ToHexString(png.AsSpan(png.Length - 12)));
        Assert.Equal("89504E470D0A1A0A", Convert.ToHexString(png.AsSpan(0, 8)));
    }

    private static List<(string Type, byte[] Data)> Chunks(byte[] png)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var body = png.AsSpan(at + 4, length + 4);
            Assert.Equal(Crc(body), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            chunks.Add((Encoding.ASCII.GetString(body[..4]), body[4..].ToArray()));
            at += 12 + length;
        }

        return chunks;
    }

    // By long division, bit after bit, where the writer works from the low end.
    private static uint Crc(ReadOnlySpan<byte> data)
    {
        ulong register = uint.MaxValue;
        foreach (var value in data)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                register = (register << 1) ^ (((register >> 31 & 1) ^ (uint)(value >> bit & 1)) * 0x104C11DB7);
            }
        }

        var reversed = 0u;
        for (var bit = 0; bit < 32; bit++)
        {
            reversed |= (uint)(register >> bit & 1) << (31 - bit);
        }

        return ~reversed;
    }
}
