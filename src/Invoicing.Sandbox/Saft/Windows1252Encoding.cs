using System.Text;

namespace Invoicing.Sandbox.Saft;

// The code page in which the schema is declared [official]. .NET has it only in a package of its own, and one more DLL in the module costs
// more than this table. A character that the page lacks becomes a question mark.
internal sealed class Windows1252Encoding : Encoding
{
    // Bytes 80 to 9F; a zero where the page leaves a byte undefined. All other bytes are the character of the same number.
    private const string High = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    public override string WebName => "Windows-1252";

    public static bool TryEncode(char c, out byte value)
    {
        var high = c == '\0' ? -1 : High.IndexOf(c);
        value = (byte)(high >= 0 ? 0x80 + high : c);
        return high >= 0 || c < 0x80 || (c >= 0xA0 && c <= 0xFF);
    }

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (var i = 0; i < charCount; i++)
        {
            bytes[byteIndex + i] = TryEncode(chars[charIndex + i], out var value) ? value : (byte)'?';
        }

        return charCount;
    }

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
        {
            var value = bytes[byteIndex + i];
            var c = value is >= 0x80 and <= 0x9F ? High[value - 0x80] : (char)value;
            chars[charIndex + i] = c == '\0' && value != 0 ? '\uFFFD' : c;
        }

        return byteCount;
    }
}
