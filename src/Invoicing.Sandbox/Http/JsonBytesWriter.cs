using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.Http;

/// <summary>
/// Writes JSON as UTF-8 straight into a buffer. It trusts its caller to open and close in order, which saves most of the time
/// that the library's own text writer takes; everything that writes to a <see cref="JsonWriter"/> can write to it.
/// </summary>
internal sealed class JsonBytesWriter : JsonWriter
{
    // AggressiveOptimization, which netstandard2.0 does not name.
    private const MethodImplOptions AggressiveOptimization = (MethodImplOptions)512;

    private const int Scale = 10_000;
    private const decimal Exact = 900_000_000_000;

    private readonly ByteBuffer _out;
    private readonly byte[] _digits = new byte[24];
    private bool _needsComma;

    public JsonBytesWriter(ByteBuffer output)
    {
        _out = output;
        CloseOutput = false;
    }

    public void Restart() => _needsComma = false;

    public override void Flush()
    {
    }

    public override void WriteStartObject() => Open('{');

    public override void WriteEndObject() => End('}');

    public override void WriteStartArray() => Open('[');

    public override void WriteEndArray() => End(']');

    public override void WritePropertyName(string name) => WritePropertyName(name, escape: true);

    public override void WritePropertyName(string name, bool escape)
    {
        Separate();
        Quote(name);
        Byte(':');
        _needsComma = false;
    }

    public override void WriteNull() => Plain("null");

    public override void WriteValue(bool value) => Plain(value ? "true" : "false");

    public override void WriteValue(int value) => WriteValue((long)value);

    public override void WriteValue(long value)
    {
        Separate();
        Integer(value);
    }

    public override void WriteValue(string? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        Separate();
        Quote(value);
    }

    /// <summary>With at least one decimal, and without the zeros at the end that come from multiplying.</summary>
    [MethodImpl(AggressiveOptimization)]
    public override void WriteValue(decimal value)
    {
        var scaled = Math.Abs(value) < Exact ? value * Scale : 0.5m;
        var whole = (long)scaled;
        if (whole != scaled)
        {
            Plain(value.ToString("0.0###########################", CultureInfo.InvariantCulture));
            return;
        }

        Separate();
        if (whole < 0)
        {
            Byte('-');
            whole = -whole;
        }

        Integer(whole / Scale);
        Byte('.');
        var rest = (int)(whole % Scale);
        for (var unit = Scale / 10; unit == Scale / 10 || rest > 0; unit /= 10)
        {
            Byte((char)('0' + (rest / unit)));
            rest %= unit;
        }
    }

    private void Plain(string ascii)
    {
        Separate();
        foreach (var c in ascii)
        {
            Byte(c);
        }
    }

    private void Open(char bracket)
    {
        Separate();
        Byte(bracket);
        _needsComma = false;
    }

    private void End(char bracket)
    {
        Byte(bracket);
        _needsComma = true;
    }

    private void Separate()
    {
        if (_needsComma)
        {
            Byte(',');
        }

        _needsComma = true;
    }

    private void Integer(long value)
    {
        var at = _digits.Length;
        var rest = value;
        do
        {
            _digits[--at] = (byte)('0' + Math.Abs(rest % 10));
            rest /= 10;
        }
        while (rest != 0);
        if (value < 0)
        {
            _digits[--at] = (byte)'-';
        }

        _out.Write(_digits, at, _digits.Length - at);
    }

    // The hottest method of the server: optimise it at once, since a short run ends before tiered JIT would.
    [MethodImpl(AggressiveOptimization)]
    private void Quote(string text)
    {
        // Six bytes are the most that one character can take.
        var at = _out.EnsureRoom((text.Length * 6) + 2);
        var start = at;
        var bytes = _out.Bytes;
        bytes[at++] = (byte)'"';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < (char)128 and not '"' and not '\\')
            {
                bytes[at++] = (byte)c;
            }
            else if (c < 128)
            {
                at = Escape(bytes, at, c);
            }
            else
            {
                var count = char.IsHighSurrogate(c) && i + 1 < text.Length ? 2 : 1;
                at += System.Text.Encoding.UTF8.GetBytes(text, i, count, bytes, at);
                i += count - 1;
            }
        }

        bytes[at++] = (byte)'"';
        _out.Advance(at - start);
    }

    private static int Escape(byte[] bytes, int at, char c)
    {
        bytes[at++] = (byte)'\\';
        if (c is '"' or '\\')
        {
            bytes[at++] = (byte)c;
            return at;
        }

        foreach (var digit in "u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture))
        {
            bytes[at++] = (byte)digit;
        }

        return at;
    }

    private void Byte(char c)
    {
        var at = _out.EnsureRoom(1);
        _out.Bytes[at] = (byte)c;
        _out.Advance(1);
    }
}
