using Invoicing.Shared;

namespace Invoicing.Saft.Encodings;

/// <summary>
/// Looks at the bytes of a file as they pass and counts what tells whether its encoding is the declared one. Costs next to
/// nothing where the bytes are ASCII, which nearly all of them are.
/// </summary>
internal sealed class ByteInspector
{
    private const int ReplacementCharacter = 0xFFFD;

    private long _position;
    private int _pending;
    private int _codePoint;

    /// <summary>Groups of bytes that form a character of UTF-8 (the replacement character is not counted).</summary>
    public long Utf8Characters { get; private set; }

    /// <summary>Bytes that cannot stand where they stand in UTF-8.</summary>
    public long InvalidUtf8 { get; private set; }

    /// <summary>The bytes 81, 8D, 8F, 90, 9D, which Windows-1252 leaves undefined.</summary>
    public long Undefined { get; private set; }

    /// <summary>The position of the first byte that is invalid in UTF-8, counted from 0.</summary>
    public long FirstInvalid { get; private set; } = -1;

    /// <summary>The position of the first undefined byte, counted from 0.</summary>
    public long FirstUndefined { get; private set; } = -1;

    /// <summary>True as soon as a byte from 80 on was seen.</summary>
    public bool HasHighBytes { get; private set; }

    public void Inspect(byte[] bytes, int start, int count)
    {
        var end = start + count;
        for (var i = start; i < end; i++)
        {
            if (_pending == 0)
            {
                i = Ascii.SkipFrom(bytes, i, end);
                if (i == end)
                {
                    break;
                }
            }

            Step(bytes[i], _position + i - start);
        }

        _position += count;
    }

    /// <summary>The file ends: a character that is not complete is invalid.</summary>
    public void Complete()
    {
        if (_pending > 0)
        {
            Invalid(_position - 1);
        }
    }

    private void Step(byte value, long position)
    {
        HasHighBytes = true;
        if (value is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D)
        {
            Undefined++;
            FirstUndefined = FirstUndefined < 0 ? position : FirstUndefined;
        }

        if (_pending > 0)
        {
            if ((value & 0xC0) == 0x80)
            {
                Continue(value);
                return;
            }

            Invalid(position - 1);
        }

        if (value >= 0x80)
        {
            Lead(value, position);
        }
    }

    private void Continue(byte value)
    {
        _codePoint = (_codePoint << 6) | (value & 0x3F);
        _pending--;
        if (_pending == 0 && _codePoint != ReplacementCharacter)
        {
            Utf8Characters++;
        }
    }

    private void Lead(byte value, long position)
    {
        (_pending, _codePoint) = value switch
        {
            >= 0xC2 and <= 0xDF => (1, value & 0x1F),
            >= 0xE0 and <= 0xEF => (2, value & 0x0F),
            >= 0xF0 and <= 0xF4 => (3, value & 0x07),
            _ => (0, 0),
        };
        if (_pending == 0)
        {
            Invalid(position);
        }
    }

    private void Invalid(long position)
    {
        InvalidUtf8++;
        FirstInvalid = FirstInvalid < 0 ? position : FirstInvalid;
        _pending = 0;
    }
}
