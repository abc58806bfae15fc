using System;
using System.IO;
using System.Linq;
using Newtonsoft.Json;

namespace Invoicing.Http;

/// <summary>
/// Lets through to the parser only what RFC 8259 calls numbers and words. The parser would take 010 for eight, 0x1F for 31 and undefined for
/// nothing, and a wrong amount is worse than an error.
/// </summary>
internal sealed class StrictJsonText : TextReader
{
    private const int Ascii = 128;

    /// <summary>What follows on a state and a letter. Every letter of every answer comes by here, so it is looked up, not worked out.</summary>
    private static readonly State[] Following =
        [.. Enum.GetValues(typeof(State)).Cast<State>().SelectMany(state => Enumerable.Range(0, Ascii).Select(letter => Next(state, (char)letter)))];

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

        /// <summary>Behind a letter that has no place there.</summary>
        Wrong,
    }

    public override int Read(char[] buffer, int index, int count)
    {
        int read = _inner.Read(buffer, index, count);
        int end = index + read;
        State state = _state;
        for (int i = index; i < end; i++)
        {
            char letter = buffer[i];

            // Most letters are those of texts.
            while (state == State.Text && letter != '"' && letter != '\\' && ++i < end)
            {
                letter = buffer[i];
            }

            state = letter < Ascii ? Following[((int)state * Ascii) + letter] : Next(state, letter);
            if (state == State.Wrong)
            {
                throw new JsonReaderException($"There is a '{letter}' where JSON has none.");
            }
        }

        _state = state;
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
        State.Zero when IsDigit(letter) || (char.IsLetter(letter) && letter is not ('e' or 'E')) => State.Wrong,
        State.Point when !IsDigit(letter) => State.Wrong,
        State.Zero or State.Point or State.Token when letter == '.' => State.Point,
        State.Zero or State.Point or State.Token when IsDigit(letter) || char.IsLetter(letter) || letter is '+' or '-' => State.Token,
        _ => letter switch
        {
            '"' => State.Text,
            '0' => State.Zero,
            '-' => State.Between,
            't' or 'f' or 'n' or (>= '1' and <= '9') => State.Token,
            '.' or '+' or '\'' or '/' => State.Wrong,
            _ when char.IsLetter(letter) => State.Wrong,
            _ => State.Between,
        },
    };

    private static bool IsDigit(char letter) => letter is >= '0' and <= '9';
}
