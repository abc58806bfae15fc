using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Invoicing.Commands;

/// <summary>Proposes how a file writes its numbers and dates, from cells that can be read in one way only.</summary>
internal sealed class CsvFormFinder
{
    private static readonly Regex Grouped = new(@"^[1-9][0-9]{0,2}([.,])[0-9]{3}(\1[0-9]{3})*$", RegexOptions.CultureInvariant);
    private static readonly Regex Dated = new(@"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{4}\b", RegexOptions.CultureInvariant);

    private static readonly char[] Separators = ['.', ','];

    private string? _comma;
    private string? _point;
    private string? _anyNumber;
    private string? _dayFirst;
    private string? _monthFirst;
    private string? _anyDate;

    /// <summary>Looks at a cell.</summary>
    public void Look(CsvKind kind, string cell, int row)
    {
        if (kind is CsvKind.Number or CsvKind.Percent && cell.IndexOfAny(Separators) >= 0)
        {
            LookAtNumber(new string([.. cell.TrimEnd('%').Where(letter => !char.IsWhiteSpace(letter) && letter is not ('+' or '-' or '\'' or '\u2019'))]), cell, row);
        }
        else if (kind is CsvKind.Date or CsvKind.Moment && !CsvPlain.IsDay(cell) && Dated.Match(cell) is { Success: true } match)
        {
            int first = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            int second = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            if (first > 12)
            {
                _dayFirst ??= Where(cell, row);
            }
            else if (second > 12)
            {
                _monthFirst ??= Where(cell, row);
            }
            else
            {
                _anyDate ??= Where(cell, row);
            }
        }
    }

    /// <summary>The form of the file.</summary>
    /// <exception cref="InvoicingException">The file can be read in two ways, or is written in two.</exception>
    public InputForm Find()
    {
        if (_comma is not null && _point is not null)
        {
            throw Refused($"{_comma} has a decimal comma and {_point} a decimal point");
        }

        if (_dayFirst is not null && _monthFirst is not null)
        {
            throw Refused($"{_dayFirst} has the day first and {_monthFirst} the month");
        }

        if (_anyNumber is not null && _comma is null && _point is null)
        {
            throw Refused($"{_anyNumber} can have decimals or thousands, and no other number says which");
        }

        if (_anyDate is not null && _dayFirst is null && _monthFirst is null)
        {
            throw Refused($"{_anyDate} can have the day or the month first, and no other date says which");
        }

        string? order = _dayFirst is not null ? "dMy" : _monthFirst is not null ? "Mdy" : null;
        return _comma is null && _point is null && order is null ? InputForm.Plain : InputForm.Of(null, _comma is null ? '.' : ',', order);
    }

    private static InvoicingException Refused(string what) =>
        new(ErrorKind.InvalidInput, $"The file can be read in two ways: {what}.") { Advice = "Say how it is written with -Culture, such as -Culture pt-PT." };

    /// <summary>The place of a cell in words; it is needed for the first of a kind alone.</summary>
    private static string Where(string cell, int row) => $"'{cell}' in row {row}";

    private void LookAtNumber(string number, string cell, int row)
    {
        char last = number.LastOrDefault(letter => letter is '.' or ',');
        if (last == '\0' || number.Any(letter => letter is not ((>= '0' and <= '9') or '.' or ',')))
        {
            return;
        }

        bool isMixed = number.IndexOf('.') >= 0 && number.IndexOf(',') >= 0;
        int count = number.Count(letter => letter == last);
        if (!isMixed && count == 1 && Grouped.IsMatch(number))
        {
            _anyNumber ??= Where(cell, row);
        }
        else if ((last == ',') == (isMixed || count == 1))
        {
            // A comma that stands alone, or behind points, is a decimal one; several points are between thousands.
            _comma ??= Where(cell, row);
        }
        else
        {
            _point ??= Where(cell, row);
        }
    }
}
