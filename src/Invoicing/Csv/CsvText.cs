using System.IO;
using System.Text;
using Invoicing.Saft.Encodings;

namespace Invoicing.Commands;

/// <summary>The encoding of a text file: its byte order mark, else UTF-8 where all of it is that, else Windows-1252.</summary>
internal static class CsvText
{
    private const int Block = 81920;

    /// <summary>Finds the encoding. The file is read in blocks and not kept.</summary>
    public static Encoding EncodingOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        byte[] block = new byte[Block];
        int count = file.Read(block, 0, Block);
        if (count >= 2 && block[0] == 0xFF && block[1] == 0xFE)
        {
            return Encoding.Unicode;
        }

        if (count >= 2 && block[0] == 0xFE && block[1] == 0xFF)
        {
            return Encoding.BigEndianUnicode;
        }

        Decoder decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        char[] letters = new char[Block];
        try
        {
            for (; count > 0; count = file.Read(block, 0, Block))
            {
                decoder.GetChars(block, 0, count, letters, 0, flush: false);
            }

            decoder.GetChars(block, 0, 0, letters, 0, flush: true);
            return new UTF8Encoding(false);
        }
        catch (DecoderFallbackException)
        {
            return CodePages.Windows1252;
        }
    }

    public static StreamReader Open(string path, Encoding encoding) => new(path, encoding, detectEncodingFromByteOrderMarks: true);
}
