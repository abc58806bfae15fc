using System.Globalization;
using System.Text;

namespace Invoicing.Http.Json;

/// <summary>Decoder of JSON texts with escapes.</summary>
internal static class JsonEscapes
{
    private const string Names = "\"\\/bfnrt";
    private const string Letters = "\"\\/\b\f\n\r\t";
    private const int CodeLength = 4;

    /// <summary>Decodes a part of a buffer; <c>null</c> if it is not valid, unpaired surrogates included.</summary>
    public static string? Decode(byte[] bytes, int from, int length)
    {
        var text = new StringBuilder(length);
        int end = from + length;
        int plain = from;
        for (int i = from; i < end; i++)
        {
            if (bytes[i] != '\\')
            {
                continue;
            }

            text.Append(WireJson.StrictUtf8.GetString(bytes, plain, i - plain));
            i++;
            int name = i < end ? Names.IndexOf((char)bytes[i]) : -1;
            if (name >= 0)
            {
                text.Append(Letters[name]);
            }
            else if (i + CodeLength < end && bytes[i] == 'u' && TryCode(bytes, i + 1, out char letter))
            {
                text.Append(letter);
                i += CodeLength;
            }
            else
            {
                return null;
            }

            plain = i + 1;
        }

        text.Append(WireJson.StrictUtf8.GetString(bytes, plain, end - plain));
        return HasHalves(text) ? null : text.ToString();
    }

    private static bool TryCode(byte[] bytes, int from, out char letter)
    {
        bool isCode = ushort.TryParse(
            Encoding.ASCII.GetString(bytes, from, CodeLength), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code);
        letter = (char)code;
        return isCode;
    }

    private static bool HasHalves(StringBuilder text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return true;
            }
        }

        return false;
    }
}
