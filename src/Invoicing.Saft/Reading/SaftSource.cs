using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Invoicing.Saft.Encodings;

namespace Invoicing.Saft.Reading;

/// <summary>The text of a file: from XML or from a ZIP that holds one XML, in the encoding that its first bytes tell.</summary>
internal sealed class SaftSource : IDisposable
{
    private const int HeadLength = 1024;
    private const int BufferLength = 1 << 16;

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly ZipArchive? _archive;
    private readonly Stream? _entry;

    public SaftSource(Stream stream, bool leaveOpen, bool inspect = false, IProgress<long>? progress = null)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _leaveOpen = leaveOpen;
        try
        {
            var content = stream;
            var head = ReadHead(stream, out var count);
            if (count >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4)
            {
                _archive = OpenArchive(stream, head, count);
                _entry = content = OpenEntry(_archive);
                head = ReadHead(content, out count);
            }

            Encoding = SaftEncoding.Detect(head, count);
            Inspector = inspect ? new ByteInspector() : null;
            var bytes = new InspectedStream(head, Encoding.MarkLength, count, content, Inspector, progress);
            Text = new EndAwareReader(new StreamReader(bytes, Encoding.Encoding, false, BufferLength));
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

    public SaftEncoding Encoding { get; }

    /// <summary>What the bytes tell about the encoding; null where nobody asked.</summary>
    public ByteInspector? Inspector { get; }

    public EndAwareReader Text { get; }

    public static SaftSource Open(string path, bool inspect = false, IProgress<long>? progress = null)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferLength, FileOptions.SequentialScan);
        return new SaftSource(file, leaveOpen: false, inspect, progress);
    }

    public static SaftFormatException Damaged(Exception error)
        => new("F05", "The ZIP is damaged or was not downloaded to its end: " + error.Message, inner: error);

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

    private static ZipArchive OpenArchive(Stream stream, byte[] head, int count)
    {
        if (stream.CanSeek)
        {
            stream.Seek(-count, SeekOrigin.Current);
            return new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }

        // The directory of a ZIP is at its end, so a stream without seek is held in memory, compressed.
        return new ZipArchive(new InspectedStream(head, 0, count, stream, null, null), ZipArchiveMode.Read, leaveOpen: true);
    }

    private static Stream OpenEntry(ZipArchive archive)
    {
        var files = archive.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).ToList();
        return files.Count == 1
            ? files[0].Open()
            : throw new SaftFormatException(
                "F01", $"The ZIP holds {files.Count} XML files instead of exactly one.", expected: "1", found: SaftText.Of(files.Count));
    }
}
