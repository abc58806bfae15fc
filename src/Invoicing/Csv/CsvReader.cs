using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Invoicing.Commands;

/// <summary>One record of a CSV file.</summary>
internal sealed class CsvRecord
{
    public CsvRecord(IReadOnlyList<string> cells, int line)
    {
        Cells = cells;
        Line = line;
    }

    /// <summary>The cells, without blanks around them.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>The line of the file on which it begins; the first is 1.</summary>
    public int Line { get; }

    public bool IsBlank => Cells.All(cell => cell.Length == 0);
}

/// <summary>Reads records, one at a time. Quoted cells may hold delimiters, line breaks and doubled quotes.</summary>
internal sealed class CsvReader
{
    private const string Delimiters = ";,\t|";

    private readonly TextReader _text;
    private readonly char _delimiter;
    private int _line = 1;

    public CsvReader(TextReader text, char delimiter, int line = 1)
    {
        _text = text;
        _delimiter = delimiter;
        _line = line;
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
        var cells = new List<string>();
        while (true)
        {
            cells.Add(ReadCell(line).Trim());
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
    private string ReadCell(int line)
    {
        var cell = new StringBuilder();
        while (_text.Peek() is ' ' or '\u00A0' && _text.Peek() != _delimiter)
        {
            _text.Read();
        }

        if (_text.Peek() == '"')
        {
            _text.Read();
            ReadQuoted(cell, line);
            while (_text.Peek() is ' ')
            {
                _text.Read();
            }

            return IsEnd(_text.Peek()) ? cell.ToString() : throw Broken(line, "there is text behind the closing quote of a cell");
        }

        while (!IsEnd(_text.Peek()))
        {
            cell.Append((char)_text.Read());
        }

        return cell.ToString();
    }

    private void ReadQuoted(StringBuilder cell, int line)
    {
        while (true)
        {
            int letter = _text.Read();
            switch (letter)
            {
                case < 0:
                    throw Broken(line, "a quote is opened and never closed");
                case '"' when _text.Peek() == '"':
                    _text.Read();
                    break;
                case '"':
                    return;
                case '\n':
                    _line++;
                    break;
            }

            cell.Append((char)letter);
        }
    }

    private bool IsEnd(int letter) => letter < 0 || letter == _delimiter || letter is '\r' or '\n';

    private static InvoicingException Broken(int line, string what) =>
        new(ErrorKind.InvalidFile, $"Line {line}: {what}.") { Advice = "Write a quote inside a quoted cell twice, or save the file again from the spreadsheet." };
}
