using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Invoicing.Banking;

/// <summary>
/// The lines of a file in MT940 or Norma 43, which says nothing of its encoding. Each line is UTF-8 where its bytes are valid UTF-8, and else the
/// older encoding: then no whole file has to be kept to find out.
/// </summary>
internal sealed class BankLines
{
    /// <summary>Most bytes of a line. Both formats have lines of about 80 characters.</summary>
    private const int MaxLength = 1 << 16;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private readonly Stream _stream;
    private readonly Encoding? _encoding;
    private readonly Encoding _fallback;

    public BankLines(Stream stream, Encoding? encoding, Encoding fallback)
    {
        _stream = stream;
        _encoding = encoding;
        _fallback = fallback;
    }

    /// <summary>Number and text of each line.</summary>
    /// <exception cref="InvoicingException">A line is longer than any that a bank writes.</exception>
    public IEnumerable<(int Number, string Text)> Read() => _encoding is UnicodeEncoding ? ReadWide() : ReadBytes();

    private IEnumerable<(int Number, string Text)> ReadWide()
    {
        using var text = new StreamReader(_stream, _encoding!, true);
        for (int number = 1; text.ReadLine() is { } line; number++)
        {
            yield return (number, line);
        }
    }

    private IEnumerable<(int Number, string Text)> ReadBytes()
    {
        byte[] buffer = new byte[1 << 16];
        byte[] line = new byte[256];
        int length = 0;
        int number = 1;
        int count;
        while ((count = _stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            for (int i = 0; i < count; i++)
            {
                if (buffer[i] == '\n')
                {
                    yield return (number, Text(line, length, number));
                    number++;
                    length = 0;
                    continue;
                }

                if (length == line.Length)
                {
                    System.Array.Resize(ref line, length < MaxLength ? 2 * length : throw BankFault.Of(number, $"it has more than {MaxLength} characters"));
                }

                line[length++] = buffer[i];
            }
        }

        if (length > 0)
        {
            yield return (number, Text(line, length, number));
        }
    }

    private string Text(byte[] line, int length, int number)
    {
        string text = Decode(line, length).TrimEnd('\r');
        return number == 1 ? text.TrimStart('\uFEFF') : text;
    }

    private string Decode(byte[] line, int length)
    {
        try
        {
            return Utf8.GetString(line, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return _fallback.GetString(line, 0, length);
        }
    }
}
