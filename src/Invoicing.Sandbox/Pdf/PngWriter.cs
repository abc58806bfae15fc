using System;
using System.IO;
using System.IO.Compression;
using System.Text;

namespace Invoicing.Sandbox.Pdf;

// A grey PNG of a matrix: dark modules black, a white border around them.
internal static class PngWriter
{
    private static readonly byte[] Signature = { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A };

    /// <summary>A module is a square of <paramref name="scale"/> pixels, the border is <paramref name="border"/> modules wide.</summary>
    public static byte[] Write(bool[,] modules, int scale = 6, int border = 4)
    {
        var (height, width) = ((modules.GetLength(0) + (2 * border)) * scale, (modules.GetLength(1) + (2 * border)) * scale);
        var header = new byte[13];
        Number((uint)width).CopyTo(header, 0);
        Number((uint)height).CopyTo(header, 4);
        // Eight bits of grey; compression, filter and interlace have only or ordinary method zero.
        header[8] = 8;
        using var png = new MemoryStream();
        png.Write(Signature, 0, Signature.Length);
        Chunk(png, "IHDR", header);
        Chunk(png, "IDAT", Compress(Pixels(modules, scale, border, width, height)));
        Chunk(png, "IEND", Array.Empty<byte>());
        return png.ToArray();
    }

    private static byte[] Pixels(bool[,] modules, int scale, int border, int width, int height)
    {
        // Each row begins with the number of its filter, zero for none.
        var pixels = new byte[height * (width + 1)];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (row, column) = ((y / scale) - border, (x / scale) - border);
                var inside = row >= 0 && row < modules.GetLength(0) && column >= 0 && column < modules.GetLength(1);
                pixels[(y * (width + 1)) + 1 + x] = inside && modules[row, column] ? (byte)0 : (byte)255;
            }
        }

        return pixels;
    }

    // The zlib form: two bytes in front of the deflated data, the Adler checksum behind it.
    private static byte[] Compress(byte[] data)
    {
        using var output = new MemoryStream();
        output.WriteByte(0x78);
        output.WriteByte(0x9C);
        using (var deflate = new DeflateStream(output, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(data, 0, data.Length);
        }

        var (a, b) = (1u, 0u);
        foreach (var value in data)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        output.Write(Number((b << 16) | a), 0, 4);
        return output.ToArray();
    }

    private static void Chunk(Stream png, string type, byte[] data)
    {
        var body = new byte[4 + data.Length];
        Encoding.ASCII.GetBytes(type).CopyTo(body, 0);
        data.CopyTo(body, 4);
        png.Write(Number((uint)data.Length), 0, 4);
        png.Write(body, 0, body.Length);
        png.Write(Number(Crc(body)), 0, 4);
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }

    private static byte[] Number(uint value) => new[] { (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value };
}
