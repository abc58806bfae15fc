using System;
using System.IO;
using Newtonsoft.Json;

namespace Invoicing.Http;

/// <summary>
/// Lets through to the parser only what RFC 8259 calls numbers and words. The parser would take 010 for eight, 0x1F for 31 and undefined for
/// nothing, and a wrong amount is worse than an error.
/// </summary>
internal sealed class StrictJsonText : TextReader
{
    private readonly TextReader _inner;
    private State _state;

    public StrictJsonText(TextReader inner) => _inner = inner;

    private enum State
    {
        Between,
        Text,
        Escape,

        /// <summary>Behind the 0 that a number begins with.</summary>
        Zero,

        /// <summary>Behind the point of a number.</summary>
        Point,

        /// <summary>In the rest of a number, or in a word.</summary>
        Token,
    }

    public override int Read(char[] buffer, int index, int count)
    {
        int read = _inner.Read(buffer, index, count);
        for (int i = index; i < index + read; i++)
        {
            _state = Next(_state, buffer[i]);
        }

        return read;
    }

    public override int Peek() => throw new NotSupportedException();

    public override int Read() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private static State Next(State state, char letter) => state switch
    {
        State.Text => letter == '"' ? State.Between : letter == '\\' ? State.Escape : State.Text,
        State.Escape => State.Text,
        State.Zero when IsDigit(letter) || char.IsLetter(letter) && letter is not ('e' or 'E') => throw Wrong(letter),
        State.Point when !IsDigit(letter) => throw Wrong(letter),
        State.Zero or State.Point or State.Token when letter == '.' => State.Point,
        State.Zero or State.Point or State.Token when IsDigit(letter) || char.IsLetter(letter) || letter is '+' or '-' => State.Token,
        _ => letter switch
        {
            '"' => State.Text,
            '0' => State.Zero,
            '-' => State.Between,
            't' or 'f' or 'n' or (>= '1' and <= '9') => State.Token,
            '.' or '+' or '\'' or '/' => throw Wrong(letter),
            _ when char.IsLetter(letter) => throw Wrong(letter),
            _ => State.Between,
        },
    };

    private static bool IsDigit(char letter) => letter is >= '0' and <= '9';

    private static JsonReaderException Wrong(char letter) => new($"There is a '{letter}' where JSON has none.");
}
