using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Invoicing.Commands;

/// <summary>One record of a CSV file.</summary>
internal sealed class CsvRecord
{
    public CsvRecord(List<string> cells, int line)
    {
        Cells = cells;
        Line = line;
    }

    /// <summary>The cells, without blanks around them.</summary>
    public List<string> Cells { get; }

    /// <summary>The line of the file on which it begins; the first is 1.</summary>
    public int Line { get; }

    public bool IsBlank
    {
        get
        {
            foreach (string cell in Cells)
            {
                if (cell.Length > 0)
                {
                    return false;
                }
            }

            return true;
        }
    }
}

/// <summary>Reads records, one at a time. Quoted cells may hold delimiters, line breaks and doubled quotes.</summary>
internal sealed class CsvReader
{
    private const string Delimiters = ";,\t|";

    private readonly CsvLetters _text;
    private readonly char _delimiter;
    private readonly bool[]? _wanted;
    private readonly StringBuilder _cell = new();
    private int _line = 1;

    /// <param name="text">The text.</param>
    /// <param name="delimiter">The character between cells.</param>
    /// <param name="line">The number of the first line.</param>
    /// <param name="wanted">Says of each column whether its cells are wanted; others are read and left blank. <c>null</c> for all.</param>
    public CsvReader(TextReader text, char delimiter, int line = 1, bool[]? wanted = null)
    {
        _text = new CsvLetters(text, delimiter);
        _delimiter = delimiter;
        _line = line;
        _wanted = wanted;
    }

    /// <summary>The delimiter that the first lines show: the one of Excel's <c>sep=</c> line, else the one that parts the headings most.</summary>
    /// <param name="text">The file from its beginning.</param>
    /// <param name="skip">Lines before the headings.</param>
    public static char FindDelimiter(TextReader text, out int skip)
    {
        string? line = text.ReadLine();
        skip = 0;
        if (line is { Length: >= 5 } && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            skip = 1;
            return line[4];
        }

        while (line is not null && line.Trim().Length == 0)
        {
            skip++;
            line = text.ReadLine();
        }

        return Delimiters.OrderByDescending(delimiter => Parts(line ?? "", delimiter)).First();
    }

    /// <summary>The records that are left.</summary>
    /// <exception cref="InvoicingException">A quoted cell does not end.</exception>
    public IEnumerable<CsvRecord> Read()
    {
        while (_text.Peek() >= 0)
        {
            int line = _line;
            yield return new CsvRecord(ReadRecord(line), line);
        }
    }

    private static int Parts(string line, char delimiter)
    {
        bool quoted = false;
        int count = 1;
        foreach (char letter in line)
        {
            quoted ^= letter == '"';
            count += letter == delimiter && !quoted ? 1 : 0;
        }

        return count;
    }

    private List<string> ReadRecord(int line)
    {
        var cells = new List<string>(_wanted?.Length ?? 16);
        while (true)
        {
            bool isWanted = _wanted is null || (cells.Count < _wanted.Length && _wanted[cells.Count]);
            cells.Add(ReadCell(line, isWanted));
            int end = _text.Read();
            if (end == _delimiter)
            {
                continue;
            }

            if (end == '\r' && _text.Peek() == '\n')
            {
                _text.Read();
            }

            _line++;
            return cells;
        }
    }

    /// <summary>Reads up to the delimiter or the end of the line, which stays.</summary>
    private string ReadCell(int line, bool isWanted)
    {
        while (_text.Peek() is ' ' or '\u00A0' && _text.Peek() != _delimiter)
        {
            _text.Read();
        }

        if (_text.Peek() != '"')
        {
            return _text.ReadPlain(isWanted);
        }

        _text.Read();
        _cell.Clear();
        if (!_text.ReadQuoted(_cell, ref _line))
        {
            throw Broken(line, "a quote is opened and never closed");
        }

        while (_text.Peek() is ' ')
        {
            _text.Read();
        }

        return _text.IsEnd(_text.Peek()) ? _cell.ToString().Trim() : throw Broken(line, "there is text behind the closing quote of a cell");
    }

    private static InvoicingException Broken(int line, string what) =>
        new(ErrorKind.InvalidFile, $"Line {line}: {what}.") { Advice = "Write a quote inside a quoted cell twice, or save the file again from the spreadsheet." };
}
