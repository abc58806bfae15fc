using System.Runtime.CompilerServices;
using Invoicing.Shared;
using Newtonsoft.Json;

namespace Invoicing.Http.Json;

/// <summary>
/// Members of an object at once, name and value. Nearly all values of a list are texts, whole numbers and null; to make two tokens of each
/// takes longer than to read them.
/// </summary>
internal sealed partial class StrictJsonReader
{
    /// <summary>Length of what is around a name, up to the first letter of its value: comma, quotes, colon, letter.</summary>
    private const int Around = 5;

    /// <summary>The name of a member whose value is being read: an error names its place.</summary>
    private string? _member;

    /// <summary>True if a member was read at once where the tokens stand at the begin of an object.</summary>
    private bool _isPastStart;

    private bool IsAtStart => CurrentState == State.ObjectStart && !_isPastStart;

    /// <summary>Reads the next member of the object in which the reader stands, with a value that is simple.</summary>
    /// <param name="name">The name.</param>
    /// <param name="text">The value: the text, the digits of a whole number, or <c>null</c>.</param>
    /// <returns>The kind of the value. At <see cref="JsonMember.Other"/> the reader stands on the name, and the value is the next token.</returns>
    [MethodImpl(HotPath.Compiled)]
    public JsonMember ReadMember(out string name, out string? text)
    {
        bool isFirst = IsAtStart;
        JsonMember kind = ReadExpected(isFirst ? 0 : 1, out name, out text);
        if (kind == JsonMember.Other)
        {
            int next = NextByte();
            if (next != (isFirst ? '"' : ','))
            {
                return ReadTokens(out name);
            }

            if (!isFirst)
            {
                _bytes.At++;
                next = NextByte();
            }

            if (next != '"')
            {
                throw Wrong(next);
            }

            name = ReadNewName();
            kind = ReadSimple(name, out text);
        }

        _isPastStart = true;
        _tokensLeft -= kind == JsonMember.Other ? 1 : 2;
        if (_tokensLeft < 0)
        {
            throw Limits.AnswerLimits.TooMany();
        }

        if (kind == JsonMember.Other)
        {
            SetToken(JsonToken.PropertyName, name);
        }

        return kind;
    }

    /// <summary>Makes tokens of a member that was read at once, so that the reader stands on its value.</summary>
    public void StandOn(JsonMember kind, string name, string? text)
    {
        SetToken(JsonToken.PropertyName, name);
        switch (kind)
        {
            case JsonMember.Text:
                SetToken(JsonToken.String, text);
                break;
            case JsonMember.Number:
                SetToken(JsonToken.Integer, long.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
                break;
            default:
                SetToken(JsonToken.Null);
                break;
        }
    }

    /// <summary>
    /// Reads a member that comes as nearly all do: without blanks, with the name that the object before had there, and either a text of ASCII
    /// without escapes or a whole number, that is in the buffer to its end. Nothing is read if it comes otherwise.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    private unsafe JsonMember ReadExpected(int comma, out string name, out string? text)
    {
        name = "";
        text = null;
        ObjectNames names = _names[_depth - 1];
        int from = _bytes.At;
        if (names.Expected is not { } expected || from + expected.Length + Around > _bytes.End)
        {
            return JsonMember.Other;
        }

        JsonMember kind;
        fixed (byte* buffer = _bytes.Buffer)
        {
            byte* at = buffer + from;
            if ((comma != 0 && at[0] != ',') || at[comma] != '"' || !EightBytes.Equal(expected.Bytes, at + comma + 1))
            {
                return JsonMember.Other;
            }

            int before = comma + expected.Length + 3;
            if (at[before - 2] != '"' || at[before - 1] != ':')
            {
                return JsonMember.Other;
            }

            int left = _bytes.End - from - before;
            int length;
            if (at[before] == '"')
            {
                ulong seen = 0;
                length = EightBytes.PlainLength(at + ++before, --left, ref seen);
                if (length == left || at[before + length] != '"' || !EightBytes.IsAscii(seen))
                {
                    return JsonMember.Other;
                }

                kind = JsonMember.Text;
                from++;
            }
            else
            {
                length = JsonNumber.PlainLength(at + before, left);
                if (length == 0)
                {
                    return JsonMember.Other;
                }

                kind = JsonMember.Number;
            }

            text = length == 0 ? "" : Ascii.GetString(at + before, length);
            _bytes.At = from + before + length;
        }

        names.AddExpected();
        name = expected.Text;
        return kind;
    }

    private JsonMember ReadTokens(out string name)
    {
        name = this.Advance() == JsonToken.EndObject ? "" : (string)Value!;
        return TokenType == JsonToken.EndObject ? JsonMember.End : JsonMember.Other;
    }

    /// <summary>Reads a text, a whole number in its shortest form, or null; anything else stays.</summary>
    private JsonMember ReadSimple(string name, out string? text)
    {
        // An error names the place of the value.
        _member = name;
        text = null;
        JsonMember kind = JsonMember.Other;
        switch (NextByte())
        {
            case '"':
                text = ReadText();
                kind = JsonMember.Text;
                break;
            case (>= '0' and <= '9') or 'n':
                int length = TokenLength();
                kind = SimpleKind(_bytes.Buffer, _bytes.At, length);
                text = kind == JsonMember.Number ? Ascii.GetString(_bytes.Buffer, _bytes.At, length) : null;
                _bytes.At += kind == JsonMember.Other ? 0 : length;
                break;
        }

        _member = null;
        return kind;
    }

    private static unsafe JsonMember SimpleKind(byte[] buffer, int at, int length)
    {
        if (length == 4 && buffer[at] == 'n' && buffer[at + 1] == 'u' && buffer[at + 2] == 'l' && buffer[at + 3] == 'l')
        {
            return JsonMember.Null;
        }

        fixed (byte* bytes = buffer)
        {
            // What ends there is the whole token.
            return length <= JsonNumber.LongDigits && JsonNumber.DigitsAt(bytes + at, length) == length && (length == 1 || buffer[at] != '0')
                ? JsonMember.Number
                : JsonMember.Other;
        }
    }
}
