using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using Invoicing.Http.Limits;
using Invoicing.Shared;
using Newtonsoft.Json;

namespace Invoicing.Http.Json;

/// <summary>
/// Reads JSON of RFC 8259 and nothing else, except bare control characters in texts, which are harmless. The library's own parser reads
/// 010 as eight, 0x1F as 31, undefined as nothing and a truncated answer as a complete one, and a wrong amount is worse than
/// an error. It is a JsonReader like the library's. It works on bytes and caches names, so it is also faster.
/// </summary>
internal sealed partial class StrictJsonReader : JsonReader
{
    /// <summary>The UTF-8 byte order mark.</summary>
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private static readonly Encoding Ascii = Encoding.ASCII;
    private static readonly object True = true;
    private static readonly object False = false;

    private readonly JsonBytes _bytes;

    /// <summary>A bit for each open container, the innermost last: set for an object.</summary>
    private ulong _objects;

    /// <summary>The names of each open object, the innermost at <see cref="_depth"/> - 1.</summary>
    private readonly List<ObjectNames> _names = [];

    private int _depth;

    private int _tokensLeft = AnswerLimits.MaxTokens;

    public StrictJsonReader(Stream stream)
    {
        _bytes = new JsonBytes(stream);
        MaxDepth = AnswerLimits.MaxDepth;
        DateParseHandling = DateParseHandling.None;
        FloatParseHandling = FloatParseHandling.Decimal;
    }

    [MethodImpl(HotPath.Compiled)]
    public override bool Read()
    {
        if (--_tokensLeft < 0)
        {
            throw AnswerLimits.TooMany();
        }

        int next = NextByte();
        if (next == Mark[0] && CurrentState == State.Start)
        {
            SkipMark();
            next = NextByte();
        }

        switch (CurrentState)
        {
            case State.Start when next < 0:
                SetToken(JsonToken.None);
                return false;
            case State.Start or State.Property:
                ReadValue(next);
                return true;
            case State.ObjectStart when !_isPastStart:
                ReadProperty(next, mayEnd: true);
                return true;
            case State.ArrayStart:
                ReadItem(next);
                return true;
            case State.PostValue or State.ObjectStart:
                ReadOn(next);
                return true;
            case State.Finished when next < 0:
                SetToken(JsonToken.None);
                return false;
            default:
                throw Wrong(next);
        }
    }

    public override void Close()
    {
        base.Close();
        _bytes.Dispose();
    }

    private bool InObject => (_objects & 1) != 0;

    private void SkipMark()
    {
        foreach (byte part in Mark)
        {
            int next = NextByte();
            if (next != part)
            {
                throw Wrong(next);
            }

            _bytes.At++;
        }
    }

    private void ReadOn(int next)
    {
        if (next == ',')
        {
            _bytes.At++;
            if (InObject)
            {
                ReadProperty(NextByte(), mayEnd: false);
            }
            else
            {
                ReadValue(NextByte());
            }
        }
        else if (next == (InObject ? '}' : ']'))
        {
            EndContainer();
        }
        else
        {
            throw Wrong(next);
        }
    }

    private void ReadItem(int next)
    {
        if (next == ']')
        {
            EndContainer();
        }
        else
        {
            ReadValue(next);
        }
    }

    [MethodImpl(HotPath.Compiled)]
    private void ReadProperty(int next, bool mayEnd)
    {
        if (next == '}' && mayEnd)
        {
            EndContainer();
            return;
        }

        if (next != '"')
        {
            throw Wrong(next);
        }

        string name = ReadNewName();
        SetToken(JsonToken.PropertyName, name);
    }

    /// <summary>Reads a name that the object does not have yet, and the colon behind it.</summary>
    [MethodImpl(HotPath.Compiled)]
    private string ReadNewName()
    {
        ObjectNames names = _names[_depth - 1];
        string text = ReadName(names, out JsonName? name);
        int next = NextByte();
        if (next != ':')
        {
            throw Wrong(next);
        }

        _bytes.At++;
        return names.Add(text, name) ? text : throw new JsonReaderException($"The name '{text}' is there twice at '{Path}'.");
    }

    [MethodImpl(HotPath.Compiled)]
    private void ReadValue(int next)
    {
        switch (next)
        {
            case '"':
                SetToken(JsonToken.String, ReadText());
                break;
            case '{':
                BeginContainer(JsonToken.StartObject, 1);
                break;
            case '[':
                BeginContainer(JsonToken.StartArray, 0);
                break;
            case 't':
                ReadWord("true", JsonToken.Boolean, True);
                break;
            case 'f':
                ReadWord("false", JsonToken.Boolean, False);
                break;
            case 'n':
                ReadWord("null", JsonToken.Null, null);
                break;
            default:
                ReadNumber(next);
                break;
        }
    }

    private void BeginContainer(JsonToken token, ulong isObject)
    {
        _bytes.At++;
        _objects = (_objects << 1) | isObject;
        _isPastStart = false;
        if (isObject != 0)
        {
            BeginNames();
        }

        SetToken(token);
    }

    private void BeginNames()
    {
        if (_depth == _names.Count)
        {
            _names.Add(new ObjectNames());
        }

        _names[_depth++].Begin();
    }

    private void EndContainer()
    {
        _bytes.At++;
        JsonToken token = InObject ? JsonToken.EndObject : JsonToken.EndArray;
        _depth -= InObject ? 1 : 0;
        _objects >>= 1;
        SetToken(token);
    }

    private void ReadWord(string word, JsonToken token, object? value)
    {
        int length = TokenLength();
        for (int i = 0; i < word.Length; i++)
        {
            if (i == length || _bytes.Buffer[_bytes.At + i] != word[i])
            {
                throw Wrong(i < length ? _bytes.Buffer[_bytes.At + i] : NextByte());
            }
        }

        if (length > word.Length)
        {
            throw Wrong(_bytes.Buffer[_bytes.At + word.Length]);
        }

        _bytes.At += length;
        SetToken(token, value);
    }

    private void ReadNumber(int next)
    {
        int length = TokenLength();
        if (!JsonNumber.Is(_bytes.Buffer, _bytes.At, length))
        {
            throw Wrong(next);
        }

        object value = (length <= JsonNumber.MaxLength ? JsonNumber.Parse(_bytes.Buffer, _bytes.At, length) : null)
            ?? throw new JsonReaderException($"The number at '{Path}' is too large.");
        _bytes.At += length;
        SetToken(value is long ? JsonToken.Integer : JsonToken.Float, value);
    }

    /// <summary>Length of a number or word in bytes.</summary>
    [MethodImpl(HotPath.Compiled)]
    private int TokenLength()
    {
        int length = 0;
        do
        {
            while (_bytes.At + length < _bytes.End)
            {
                if (_bytes.Buffer[_bytes.At + length] is not ((>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'z') or (byte)'.' or (byte)'-' or (byte)'+' or (byte)'E'))
                {
                    return length;
                }

                length++;
            }
        }
        while (_bytes.Fill());
        return length;
    }

    /// <summary>Reads a name.</summary>
    /// <param name="names">The names of the object.</param>
    /// <param name="name">The name in the cache; <c>null</c> for one with escapes.</param>
    [MethodImpl(HotPath.Compiled)]
    private string ReadName(ObjectNames names, out JsonName? name)
    {
        _bytes.At++;
        name = names.Expected;
        if (name is null || !name.IsQuotedAt(_bytes.Buffer, _bytes.At, _bytes.End))
        {
            int length = TextLength(out bool hasEscapes, out _);
            if (hasEscapes)
            {
                name = null;
                return Unescaped(length);
            }

            name = JsonName.Get(_bytes.Buffer, _bytes.At, length);
        }

        _bytes.At += name.Length + 1;
        return name.Text;
    }

    [MethodImpl(HotPath.Compiled)]
    private string ReadText()
    {
        _bytes.At++;
        int length = TextLength(out bool hasEscapes, out bool isAscii);
        if (hasEscapes)
        {
            return Unescaped(length);
        }

        string text = (isAscii ? Ascii : WireJson.StrictUtf8).GetString(_bytes.Buffer, _bytes.At, length);
        _bytes.At += length + 1;
        return text;
    }

    private string Unescaped(int length)
    {
        string text = JsonEscapes.Decode(_bytes.Buffer, _bytes.At, length) ?? throw Wrong('\\');
        _bytes.At += length + 1;
        return text;
    }

    /// <summary>Number of bytes before the closing quote.</summary>
    [MethodImpl(HotPath.Compiled)]
    private unsafe int TextLength(out bool hasEscapes, out bool isAscii)
    {
        hasEscapes = false;
        ulong seen = 0;
        int length = 0;
        do
        {
            // Most bytes of an answer pass through here.
            int end = _bytes.End - _bytes.At;
            fixed (byte* buffer = _bytes.Buffer)
            {
                byte* text = buffer + _bytes.At;
                while (length < end)
                {
                    length += EightBytes.PlainLength(text + length, end - length, ref seen);
                    if (length < end && text[length] == '"')
                    {
                        isAscii = EightBytes.IsAscii(seen);
                        return length;
                    }

                    if (length < end)
                    {
                        // A backslash and what it stands before.
                        hasEscapes = true;
                        length += 2;
                    }
                }
            }
        }
        while (_bytes.Fill());
        throw Wrong(-1);
    }

    /// <summary>Skips white space.</summary>
    /// <returns>The byte, or -1 at the end.</returns>
    [MethodImpl(HotPath.Compiled)]
    private int NextByte()
    {
        do
        {
            for (; _bytes.At < _bytes.End; _bytes.At++)
            {
                byte next = _bytes.Buffer[_bytes.At];
                if (next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                {
                    return next;
                }
            }
        }
        while (_bytes.Fill());
        return -1;
    }

    private JsonReaderException Wrong(int next)
    {
        if (_member is { } name)
        {
            _member = null;
            SetToken(JsonToken.PropertyName, name);
        }

        return new JsonReaderException(next < 0 ? $"The answer is truncated at '{Path}'." : $"Unexpected character '{(char)next}' at '{Path}'.");
    }
}
