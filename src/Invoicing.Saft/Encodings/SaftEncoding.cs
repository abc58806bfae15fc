using System;
using System.Text;
using Invoicing.Shared;

namespace Invoicing.Saft.Encodings;

/// <summary>The encoding of a file as its first bytes tell it: byte-order mark, declaration, else UTF-8.</summary>
internal sealed class SaftEncoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private SaftEncoding(Encoding encoding, string? declared, int markLength, string? problem)
    {
        Encoding = encoding;
        Declared = declared;
        MarkLength = markLength;
        Problem = problem;
    }

    public Encoding Encoding { get; }

    /// <summary>The name in the declaration; null where there is none.</summary>
    public string? Declared { get; }

    /// <summary>The number of bytes of the byte-order mark.</summary>
    public int MarkLength { get; }

    /// <summary>The reason for which mark and declaration cannot both be true, or the declared encoding is not known.</summary>
    public string? Problem { get; }

    public bool IsUtf8 => ReferenceEquals(Encoding, Utf8);

    public static SaftEncoding Detect(byte[] head, int count)
    {
        if (StartsWith(head, count, 0xEF, 0xBB, 0xBF))
        {
            var declared = Declaration(head, 3, count);
            var problem = declared is null || IsUtf8Name(declared) ? null : "The file starts with the byte-order mark of UTF-8.";
            return new SaftEncoding(Utf8, declared, 3, problem);
        }

        if (StartsWith(head, count, 0xFF, 0xFE) || StartsWith(head, count, 0xFE, 0xFF))
        {
            return new SaftEncoding(new UnicodeEncoding(head[0] == 0xFE, true), "utf-16", 2, null);
        }

        if (StartsWith(head, count, (byte)'<', 0) || StartsWith(head, count, 0, (byte)'<'))
        {
            return new SaftEncoding(new UnicodeEncoding(head[0] == 0, false), "utf-16", 0, null);
        }

        var name = Declaration(head, 0, count);
        return name is null || IsUtf8Name(name)
            ? new SaftEncoding(Utf8, name, 0, null)
            : Resolve(name);
    }

    private static SaftEncoding Resolve(string name)
    {
        if (name.ToLowerInvariant() is "windows-1252" or "cp1252" or "x-cp1252" or "cp-1252" or "1252" or "ansi")
        {
            return new SaftEncoding(new Windows1252Encoding(), name, 0, null);
        }

        try
        {
            var encoding = Encoding.GetEncoding(name);
            return encoding.GetByteCount("<") == 1
                ? new SaftEncoding(encoding, name, 0, null)
                : new SaftEncoding(Utf8, name, 0, "The bytes of the declaration itself are not in that encoding.");
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            // Windows-1252 takes any byte, so that everything else in the file can still be looked at.
            return new SaftEncoding(
                new Windows1252Encoding(), name, 0, "This encoding is not known here; the file was read as windows-1252.");
        }
    }

    private static bool IsUtf8Name(string name)
        => name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase);

    /// <summary>The encoding that the XML declaration names; its characters are ASCII in every encoding that gets here.</summary>
    private static string? Declaration(byte[] head, int start, int count)
    {
        var text = Encoding.ASCII.GetString(head, start, count - start);
        var end = text.StartsWith("<?xml", StringComparison.Ordinal) ? text.IndexOf("?>", StringComparison.Ordinal) : -1;
        var at = end < 0 ? -1 : text.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        var open = at < 0 ? -1 : text.IndexOfAny(['"', '\''], at, end - at);
        var close = open < 0 ? -1 : text.IndexOf(text[open], open + 1, end - open - 1);
        return close < 0 ? null : text.Substring(open + 1, close - open - 1).Trim();
    }

    private static bool StartsWith(byte[] head, int count, params byte[] bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i >= count || head[i] != bytes[i])
            {
                return false;
            }
        }

        return true;
    }
}
