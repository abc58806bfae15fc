using System.IO;
using System.Text;

namespace Invoicing.Commands;

/// <summary>The letters of a CSV file, read in blocks: a file of a hundred thousand rows has some ten million of them.</summary>
internal sealed class CsvLetters
{
    private readonly TextReader _text;
    private readonly char _delimiter;
    private readonly char[] _block = new char[1 << 14];
    private int _at;
    private int _count;

    public CsvLetters(TextReader text, char delimiter)
    {
        _text = text;
        _delimiter = delimiter;
    }

    /// <summary>The next letter, which stays; -1 at the end.</summary>
    public int Peek() => _at < _count || Fill() ? _block[_at] : -1;

    /// <summary>Takes the next letter; -1 at the end.</summary>
    public int Read() => _at < _count || Fill() ? _block[_at++] : -1;

    /// <summary>True if a cell without quotes ends at a letter.</summary>
    public bool IsEnd(int letter) => letter < 0 || letter == _delimiter || letter is '\r' or '\n';

    /// <summary>Reads a cell without quotes up to its end, which stays, without the blanks around it.</summary>
    /// <param name="isWanted">False to give nothing of it.</param>
    public string ReadPlain(bool isWanted)
    {
        StringBuilder? before = null;
        while (true)
        {
            int from = _at;
            while (_at < _count && !IsEnd(_block[_at]))
            {
                _at++;
            }

            if (_at < _count && before is null)
            {
                return isWanted ? new string(_block, from, _at - from).Trim() : "";
            }

            before = (before ?? new StringBuilder()).Append(_block, from, _at - from);
            if (_at < _count || !Fill())
            {
                return isWanted ? before.ToString().Trim() : "";
            }
        }
    }

    /// <summary>Reads what is in quotes, up to the closing one, which is taken.</summary>
    /// <param name="cell">Filled with the letters.</param>
    /// <param name="lines">The number of line breaks among them is added.</param>
    /// <returns>False if the text ends before.</returns>
    public bool ReadQuoted(StringBuilder cell, ref int lines)
    {
        while (_at < _count || Fill())
        {
            int from = _at;
            while (_at < _count && _block[_at] != '"')
            {
                lines += _block[_at++] == '\n' ? 1 : 0;
            }

            cell.Append(_block, from, _at - from);
            if (_at == _count)
            {
                continue;
            }

            _at++;
            if (Peek() != '"')
            {
                return true;
            }

            cell.Append((char)Read());
        }

        return false;
    }

    private bool Fill()
    {
        _at = 0;
        _count = _text.Read(_block, 0, _block.Length);
        return _count > 0;
    }
}
