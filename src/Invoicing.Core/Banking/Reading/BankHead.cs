using System;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;

namespace Invoicing.Banking;

/// <summary>The beginning of a file, which tells its format and encoding, and the whole file behind it.</summary>
internal sealed class BankHead
{
    private const int Length = 8192;

    private static readonly Regex Camt = new(@"urn:iso:std:iso:20022:tech:xsd:(camt\.0[0-9]{2})\.001\.([0-9]{2})", RegexOptions.CultureInvariant);
    private static readonly Regex Declared = new(@"^<\?xml[^>]*\bencoding\s*=\s*[""']([A-Za-z0-9._-]+)[""']", RegexOptions.CultureInvariant);
    private static readonly Regex Mt940 = new(@"(^|\n|\}\{4:\r?\n?)\s*:(20|25|28C?|60[FM]):", RegexOptions.CultureInvariant);
    private static readonly Regex Norma43 = new(@"^11[0-9]{18}[0-9]{12}[12][0-9]{14}[0-9]{3}", RegexOptions.CultureInvariant);

    private readonly byte[] _head;
    private readonly int _count;
    private readonly Stream _rest;
    private readonly string _text;

    private BankHead(byte[] head, int count, Stream rest)
    {
        _head = head;
        _count = count;
        _rest = rest;
        Mark = MarkOf(head, count);
        _text = (Mark ?? Latin1).GetString(head, 0, count).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (_text.StartsWith("ï»¿", StringComparison.Ordinal))
        {
            _text = _text.Substring(3).TrimStart();
        }
    }

    public static Encoding Latin1 { get; } = Encoding.GetEncoding(28591);

    /// <summary>The encoding that a byte order mark tells.</summary>
    private Encoding? Mark { get; }

    /// <summary>True if it has a document type, which can expand without end or read other files.</summary>
    public bool HasDocumentType => IsXml && _text.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) >= 0;

    public BankFormat? Format => IsXml
        ? Camt.Match(_text) is not { Success: true } match ? null
            : match.Groups[1].Value switch
            {
                "camt.053" => BankFormat.Camt053,
                "camt.054" => BankFormat.Camt054,
                _ => null,
            }
        : Norma43.IsMatch(_text) ? BankFormat.Norma43
        : Mt940.IsMatch(_text) ? BankFormat.Mt940
        : null;

    /// <summary>The text of an XML file in the encoding that it declares.</summary>
    /// <exception cref="InvoicingException">The encoding is not known.</exception>
    public TextReader Xml(Encoding? fallback) => new StreamReader(Whole, Mark ?? DeclaredEncoding(fallback ?? Latin1), detectEncodingFromByteOrderMarks: true);

    private bool IsXml => _text.StartsWith("<", StringComparison.Ordinal);

    private Stream Whole => new HeadedStream(_head, _count, _rest);

    public static BankHead Read(Stream stream)
    {
        byte[] head = new byte[Length];
        int count = 0;
        int read;
        while (count < Length && (read = stream.Read(head, count, Length - count)) > 0)
        {
            count += read;
        }

        return new BankHead(head, count, stream);
    }

    /// <summary>The lines of a file that does not say its encoding: UTF-8 line by line where a line is that, else the older one.</summary>
    public BankLines Lines(Encoding? fallback) => new(Whole, Mark, fallback ?? Latin1);

    private static Encoding? MarkOf(byte[] head, int count) =>
        count >= 3 && head[0] == 0xEF && head[1] == 0xBB && head[2] == 0xBF ? new UTF8Encoding(false, true)
        : count >= 2 && head[0] == 0xFF && head[1] == 0xFE ? new UnicodeEncoding(false, true, true)
        : count >= 2 && head[0] == 0xFE && head[1] == 0xFF ? new UnicodeEncoding(true, true, true)
        : null;

    private Encoding DeclaredEncoding(Encoding fallback)
    {
        string name = Declared.Match(_text) is { Success: true } match ? match.Groups[1].Value.ToUpperInvariant() : "UTF-8";
        return name switch
        {
            "UTF-8" or "UTF8" => new UTF8Encoding(false, throwOnInvalidBytes: true),
            "ISO-8859-1" or "LATIN1" or "US-ASCII" or "WINDOWS-1252" => fallback,
            _ => throw BankFault.Of(1, $"the encoding '{name}' is not read; save the file as UTF-8"),
        };
    }
}
