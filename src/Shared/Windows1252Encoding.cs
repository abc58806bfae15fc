using System.Text;

namespace Invoicing.Shared;

/// <summary>
/// Windows-1252, which most SAF-T files declare [official, seen]. .NET knows it only where the code-pages provider is registered, which
/// a host need not have done. The five bytes that it leaves undefined become the control characters of the same value.
/// </summary>
internal sealed class Windows1252Encoding : Encoding
{
    /// <summary>The characters of the bytes 80 to 9F, where it differs from ISO-8859-1.</summary>
    private const string Differing =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static readonly Encoding Latin1 = GetEncoding(28591);

    private readonly string _name;

    /// <param name="name">The name as a declaration of XML shall have it.</param>
    public Windows1252Encoding(string name = "windows-1252") => _name = name;

    public override string WebName => _name;

    public override string EncodingName => "Western European (Windows)";

    public override bool IsSingleByte => true;

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (var i = 0; i < charCount; i++)
        {
            bytes[byteIndex + i] = ToByte(chars[charIndex + i]);
        }

        return charCount;
    }

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        // Latin-1 is decoded many bytes at a time; only the few that differ are then put right.
        Latin1.GetChars(bytes, byteIndex, byteCount, chars, charIndex);
        var end = byteIndex + byteCount;
        for (var i = Ascii.SkipFrom(bytes, byteIndex, end); i < end; i = Ascii.SkipFrom(bytes, i + 1, end))
        {
            if (bytes[i] < 0xA0)
            {
                chars[charIndex + i - byteIndex] = Differing[bytes[i] - 0x80];
            }
        }

        return byteCount;
    }

    /// <summary>Tells whether the page has a character.</summary>
    public static bool Has(char c) => c is < '\u0080' or (>= '\u00A0' and <= '\u00FF') || (c > '\u00FF' && Differing.IndexOf(c) >= 0);

    private static byte ToByte(char c)
    {
        if (c is < '\u0080' or (>= '\u00A0' and <= '\u00FF'))
        {
            return (byte)c;
        }

        var index = Differing.IndexOf(c);
        return index < 0 ? (byte)'?' : (byte)(0x80 + index);
    }
}
