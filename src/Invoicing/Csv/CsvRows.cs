using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Invoicing.Commands;

/// <summary>Turns the records of a file into rows with values that read the same everywhere.</summary>
internal sealed class CsvRows
{
    private static readonly Regex Exponent = new(@"^[0-9]([.,][0-9]+)?E\+?[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex TotalWord = new(@"^(grand |sub)?total\b|^totais\b|^totales\b|^soma\b|^suma\b|^kokku\b|^summa\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly string[] _columns;
    private readonly CsvKind[] _kinds;

    public CsvRows(string[] columns)
    {
        _columns = columns;
        _kinds = [.. columns.Select(CsvColumns.KindOf)];
    }

    /// <summary>Says of each column whether its cells show the form of numbers and dates.</summary>
    public bool[] Telling => [.. _kinds.Select(kind => kind != CsvKind.Text)];

    /// <summary>Shows the cells of a record to who looks for their form.</summary>
    public void Show(CsvRecord record, int row, CsvFormFinder finder)
    {
        for (int i = 0; i < Math.Min(record.Cells.Count, _columns.Length); i++)
        {
            finder.Look(_kinds[i], record.Cells[i], row);
        }
    }

    /// <summary>True if a record is the sum of those above it: it begins with the word and names no client.</summary>
    public bool IsTotal(CsvRecord record) =>
        record.Cells.Find(cell => cell.Length > 0) is { } first
        && (first[0] is 'g' or 'G' or 's' or 'S' or 't' or 'T' or 'k' or 'K' or > '\u007F')
        && TotalWord.IsMatch(first)
        && !record.Cells.Where((cell, place) => place < _columns.Length && cell.Length > 0 && CsvColumns.IsSubject(_columns[place]) && !TotalWord.IsMatch(cell)).Any();

    /// <summary>The number of cells that are too many or too few; blank ones at the end do not count.</summary>
    public int Excess(CsvRecord record) => record.Cells.Count < _columns.Length ? record.Cells.Count - _columns.Length
        : record.Cells.Skip(_columns.Length).Any(cell => cell.Length > 0) ? record.Cells.Count - _columns.Length
        : 0;

    /// <summary>The values of a record, one for each column.</summary>
    /// <param name="record">The record.</param>
    /// <param name="form">Form of the numbers and dates of the file.</param>
    /// <param name="faults">Filled with complaints about cells.</param>
    public string[] Read(CsvRecord record, InputForm form, List<FieldError> faults)
    {
        string[] row = new string[_columns.Length];
        for (int i = 0; i < row.Length; i++)
        {
            string cell = i < record.Cells.Count ? record.Cells[i] : "";
            row[i] = cell;
            try
            {
                row[i] = cell.Length == 0 ? "" : Value(cell, _kinds[i], form);
            }
            catch (Exception fault) when (InputTransformationAttribute.IsBadInput(fault))
            {
                faults.Add(new FieldError(_columns[i], fault.Message.TrimEnd('.')));
            }
        }

        return row;
    }

    private static string Value(string cell, CsvKind kind, InputForm form)
    {
        switch (kind)
        {
            case CsvKind.Number when CsvPlain.IsNumber(cell, form):
            case CsvKind.Percent when cell[0] is not '0' && CsvPlain.IsNumber(cell, form):
            case CsvKind.Date when CsvPlain.IsDay(cell):
            case CsvKind.Text when cell[0] is < '0' or > '9':
                return cell;
            case CsvKind.Number:
                return InputValue.Amount(cell, form)!.Value.ToString(CultureInfo.InvariantCulture);
            case CsvKind.Percent when char.IsDigit(cell[0]) || cell[0] is '-' or '+':
                // The sign says that so little is meant.
                decimal percent = InputValue.Percent(cell, form)!.Value;
                return percent.ToString(CultureInfo.InvariantCulture) + (percent is > -1 and < 1 and not 0 ? "%" : "");
            case CsvKind.Date:
                return InputValue.Date(cell, form)!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case CsvKind.Moment:
                return InputValue.Moment(cell, form)!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
            default:
                return Exponent.IsMatch(cell)
                    ? throw new FormatException($"'{cell}' is a number that the spreadsheet has shortened. Make the column one of text, and type the number again")
                    : cell;
        }
    }
}
