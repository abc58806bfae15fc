using System;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace Invoicing;

/// <summary>The kind of a file that was fetched, told from its first bytes: a link can lead to a page for people, too.</summary>
internal sealed class FileKind
{
    public static readonly FileKind Pdf = new("PDF", head => Begins(head, "%PDF-"), unpacks: null);

    public static readonly FileKind Png = new("PNG picture", head => Begins(head, "\u0089PNG"), unpacks: null);

    /// <summary>
    /// XML, or a ZIP with the XML in it (docs/facts/saft-pt.md#delivery). Which one it is, is not documented for the API.
    /// </summary>
    public static readonly FileKind Saft = new("SAF-T file", head => IsXml(head) || IsZip(head), unpacks: ".xml");

    public static readonly FileKind Xml = new("XML file", head => Begins(head, "<"), unpacks: null);

    /// <summary>Whatever somebody attached.</summary>
    public static readonly FileKind Any = new("file", _ => true, unpacks: null);

    /// <summary>The first bytes of files, and the endings that go with them.</summary>
    private static readonly (string Mark, string Ending)[] Endings =
    [
        ("%PDF-", ".pdf"), ("\u0089PNG", ".png"), ("\u00FF\u00D8\u00FF", ".jpg"), ("PK\u0003\u0004", ".zip"), ("<", ".xml"),
    ];

    private const int HeadBytes = 256;

    /// <summary>
    /// A file of a month is some KB a document, and real ones shrink 10 to 40 times; what shrinks far more was made to fill a disk.
    /// </summary>
    private const long MostShrunk = 200;
    private const long SurelyFine = 64L << 20;
    private const long MostBytes = 16L << 30;

    private readonly string _name;
    private readonly Func<string, bool> _accepts;
    private readonly string? _unpacks;

    private FileKind(string name, Func<string, bool> accepts, string? unpacks)
    {
        _name = name;
        _accepts = accepts;
        _unpacks = unpacks;
    }

    /// <summary>Checks a file, and unpacks it where a ZIP came and the name at which it shall lie is not that of a ZIP.</summary>
    /// <exception cref="InvoicingException">It is something else.</exception>
    public void Finish(string file, string target)
    {
        string head = Head(file);
        if (!_accepts(head))
        {
            throw Wrong("is none");
        }

        if (_unpacks is not null && IsZip(head) && !target.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            Unpack(file);
            if (!IsXml(Head(file)))
            {
                throw Wrong("is a ZIP with something else in it");
            }
        }
    }

    /// <summary>The ending for the name of a file, told from its first bytes.</summary>
    public static string EndingOf(byte[] content)
    {
        string head = Head(content, Math.Min(content.Length, HeadBytes));
        return Endings.Where(row => Begins(head, row.Mark)).Select(row => row.Ending).FirstOrDefault() ?? ".bin";
    }

    private static string Head(string file)
    {
        using FileStream stream = File.OpenRead(file);
        byte[] head = new byte[HeadBytes];
        int count = stream.Read(head, 0, head.Length);
        return Head(head, count);
    }

    /// <summary>Bytes as letters: only plain ASCII is looked for, whatever the encoding.</summary>
    private static string Head(byte[] bytes, int count) =>
        new string([.. bytes.Take(count).Select(value => (char)value)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');

    private static bool Begins(string head, string mark) => head.StartsWith(mark, StringComparison.Ordinal);

    private static bool IsZip(string head) => Begins(head, "PK\u0003\u0004");

    private static bool IsXml(string head) => Begins(head, "<?xml") || Begins(head, "<AuditFile") || Begins(head, "<!--");

    private void Unpack(string file)
    {
        string unpacked = file + ".xml";
        try
        {
            using (ZipArchive archive = ZipFile.OpenRead(file))
            {
                ZipArchiveEntry[] entries = [.. archive.Entries.Where(entry => entry.Name.EndsWith(_unpacks!, StringComparison.OrdinalIgnoreCase))];
                if (entries.Length != 1)
                {
                    throw Wrong($"is a ZIP with {entries.Length} files of the kind {_unpacks} in it, where one was expected");
                }

                ExtractWithin(entries[0], unpacked);
            }

            File.Delete(file);
            File.Move(unpacked, file);
        }
        catch (InvalidDataException fault)
        {
            throw new InvoicingException(ErrorKind.UnexpectedAnswer, "The ZIP file that came is damaged.", fault);
        }
        finally
        {
            File.Delete(unpacked);
        }
    }

    /// <summary>The length that the ZIP tells may be a lie, so the bytes are counted.</summary>
    private void ExtractWithin(ZipArchiveEntry entry, string target)
    {
        long limit = Math.Min(MostBytes, Math.Max(SurelyFine, entry.CompressedLength * MostShrunk));
        using Stream source = entry.Open();
        using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        byte[] buffer = new byte[81920];
        for (int read; (read = source.Read(buffer, 0, buffer.Length)) > 0;)
        {
            file.Write(buffer, 0, read);
            if (file.Length > limit)
            {
                throw Wrong($"is a ZIP that unpacks to more than {limit} bytes");
            }
        }
    }

    private InvoicingException Wrong(string what) =>
        new(ErrorKind.UnexpectedAnswer, $"What came in place of a {_name} {what}. Nothing was saved.");
}
