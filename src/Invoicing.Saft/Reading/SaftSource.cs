using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Invoicing.Saft.Encodings;
using Invoicing.Shared;

namespace Invoicing.Saft.Reading;

/// <summary>The text of a file: from XML, or from a ZIP or gzip that holds one XML, in the encoding that its first bytes tell.</summary>
internal sealed class SaftSource : IDisposable
{
    private const int HeadLength = 1024;
    private const int BufferLength = 1 << 16;

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly ZipArchive? _archive;
    private readonly Stream? _entry;

    public SaftSource(Stream stream, bool leaveOpen, bool inspect = false, IProgress<long>? progress = null, string? path = null)
    {
        Path = path;
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _leaveOpen = leaveOpen;
        try
        {
            var content = stream;
            var head = ReadHead(stream, out var count);
            if (ZipFacts.IsZip(head, count))
            {
                var bytes = Seekable(stream, head, count);
                var facts = ZipDirectory.Read(bytes);
                _archive = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
                _entry = content = OpenEntry(_archive, facts);
                head = ReadHead(content, out count);
            }
            else if (count >= 3 && head[0] == 0x1F && head[1] == 0x8B)
            {
                _entry = content = new GZipStream(
                    new InspectedStream(head, 0, count, stream, null, null), CompressionMode.Decompress, leaveOpen: true);
                head = ReadHead(content, out count);
            }

            Encoding = SaftEncoding.Detect(head, count);
            Inspector = inspect ? new ByteInspector() : null;
            var inspected = new InspectedStream(head, Encoding.MarkLength, count, content, Inspector, progress);
            Text = new EndAwareReader(new StreamReader(inspected, Encoding.Encoding, false, BufferLength));
        }
        catch (InvalidDataException error)
        {
            Dispose();
            throw Damaged(error);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The file; null for a stream.</summary>
    public string? Path { get; }

    public SaftEncoding Encoding { get; }

    /// <summary>The encoding by its bytes; null where nobody asked.</summary>
    public ByteInspector? Inspector { get; }

    public EndAwareReader Text { get; }

    public static SaftSource Open(string path, bool inspect = false, IProgress<long>? progress = null)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferLength, FileOptions.SequentialScan);
        return new SaftSource(file, leaveOpen: false, inspect, progress, path);
    }

    public static SaftFormatException Damaged(Exception error)
        => new("F05", "The compressed file is damaged or was not downloaded to its end.", inner: error);

    public void Dispose()
    {
        _entry?.Dispose();
        _archive?.Dispose();
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    private static byte[] ReadHead(Stream stream, out int count)
    {
        var head = new byte[HeadLength];
        count = 0;
        int read;
        while (count < head.Length && (read = stream.Read(head, count, head.Length - count)) > 0)
        {
            count += read;
        }

        return head;
    }

    private static Stream Seekable(Stream stream, byte[] head, int count)
    {
        if (stream.CanSeek)
        {
            stream.Seek(-count, SeekOrigin.Current);
            return stream;
        }

        // The directory of a ZIP is at its end, so a stream without seek is held in memory, compressed.
        var copy = new MemoryStream();
        copy.Write(head, 0, count);
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static Stream OpenEntry(ZipArchive archive, IReadOnlyList<ZipEntryFacts>? facts)
    {
        var files = Enumerable.Range(0, archive.Entries.Count).Where(i => IsSaft(archive.Entries[i])).ToList();
        if (files.Count != 1)
        {
            throw new SaftFormatException(
                "F01",
                archive.Entries.Count == 0 ? "The ZIP is empty." : $"The ZIP holds {files.Count} XML files instead of exactly one.",
                expected: "1", found: SaftText.Of(files.Count));
        }

        var content = archive.Entries[files[0]];
        if (facts is null || facts.Count != archive.Entries.Count)
        {
            return content.Open();
        }

        return facts[files[0]].IsEncrypted
            ? throw new SaftFormatException("F01", $"The file {content.FullName} in the ZIP is encrypted; unpack it first.")
            : new ChecksumStream(content.Open(), facts[files[0]].Checksum);
    }

    /// <summary>True of an XML file that is not one of those that macOS adds to a ZIP.</summary>
    private static bool IsSaft(ZipArchiveEntry entry)
        => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && ZipFacts.IsContent(entry);
}
