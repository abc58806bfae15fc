using System;
using System.Collections.Generic;
using System.IO;

namespace Invoicing.Saft.Reading;

/// <summary>An entry of a ZIP, as its directory describes it: what the framework's ZIP classes do not tell.</summary>
internal readonly struct ZipEntryFacts(uint checksum, bool isEncrypted)
{
    public uint Checksum { get; } = checksum;

    public bool IsEncrypted { get; } = isEncrypted;
}

/// <summary>The directory at the end of a ZIP.</summary>
internal static class ZipDirectory
{
    private const uint EndSignature = 0x06054B50;
    private const uint EntrySignature = 0x02014B50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int MaxComment = 0xFFFF;

    /// <summary>
    /// The entries in the order of the directory; null where it is not of the usual form (ZIP64), so that nothing is known.
    /// The position of the stream is kept.
    /// </summary>
    public static IReadOnlyList<ZipEntryFacts>? Read(Stream stream)
    {
        var position = stream.Position;
        try
        {
            var tail = ReadAt(stream, Math.Max(position, stream.Length - EndLength - MaxComment), EndLength + MaxComment);
            var end = FindEnd(tail);
            return end < 0 ? null : Entries(ReadAt(stream, position + Number(tail, end + 16), (int)Number(tail, end + 12)));
        }
        finally
        {
            stream.Position = position;
        }
    }

    private static int FindEnd(byte[] tail)
    {
        for (var i = tail.Length - EndLength; i >= 0; i--)
        {
            if (Number(tail, i) == EndSignature)
            {
                return Number(tail, i + 12) is uint.MaxValue or > int.MaxValue || Number(tail, i + 16) == uint.MaxValue ? -1 : i;
            }
        }

        return -1;
    }

    private static List<ZipEntryFacts>? Entries(byte[] directory)
    {
        var entries = new List<ZipEntryFacts>();
        for (var i = 0; i + EntryLength <= directory.Length && Number(directory, i) == EntrySignature;)
        {
            entries.Add(new ZipEntryFacts(Number(directory, i + 16), (directory[i + 8] & 1) != 0));
            i += EntryLength + Short(directory, i + 28) + Short(directory, i + 30) + Short(directory, i + 32);
        }

        return entries;
    }

    private static byte[] ReadAt(Stream stream, long position, int count)
    {
        stream.Position = Math.Min(position, stream.Length);
        var bytes = new byte[Math.Min(count, stream.Length - stream.Position)];
        var length = 0;
        int read;
        while (length < bytes.Length && (read = stream.Read(bytes, length, bytes.Length - length)) > 0)
        {
            length += read;
        }

        return bytes;
    }

    private static int Short(byte[] bytes, int at) => bytes[at] | (bytes[at + 1] << 8);

    private static uint Number(byte[] bytes, int at) => (uint)Short(bytes, at) | ((uint)Short(bytes, at + 2) << 16);
}
