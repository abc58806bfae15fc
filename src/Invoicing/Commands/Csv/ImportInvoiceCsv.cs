using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;

namespace Invoicing.Commands;

/// <summary>
/// Reads rows from a CSV file as spreadsheets save it, for New-Invoice, Add-InvoicePayment and every other cmdlet that takes rows. It finds the
/// encoding, the delimiter and the form of numbers and dates, and knows headings in English, Portuguese, Spanish and Estonian.
/// </summary>
[Cmdlet(VerbsData.Import, "InvoiceCsv", DefaultParameterSetName = nameof(Path))]
[OutputType(typeof(PSObject))]
public sealed class ImportInvoiceCsvCommand : InvoicingCmdlet
{
    /// <summary>The files; wildcards are understood.</summary>
    [Parameter(ParameterSetName = nameof(Path), Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("FilePath")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files by their exact paths; what Get-Item gives goes here.</summary>
    [Parameter(ParameterSetName = nameof(LiteralPath), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The culture in which the file writes numbers and dates, such as pt-PT; else it is found from the file, or refused.</summary>
    [Parameter(Position = 1)]
    [CultureTransformation]
    [Completes]
    public CultureInfo? Culture { get; set; }

    /// <summary>The character between the cells; else it is found from the first lines.</summary>
    [Parameter]
    public char? Delimiter { get; set; }

    /// <summary>Headings of the file and the columns that they mean, such as @{ 'Preço unitário' = 'UnitPrice' }.</summary>
    [Parameter]
    public IDictionary? Map { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        foreach (string file in ParameterSetName == nameof(LiteralPath) ? LiteralPath.Select(PathOf) : Path.SelectMany(Matches))
        {
            Target = file;
            try
            {
                Import(file);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                WriteFailure(new InvoicingException(ErrorKind.FileFailed, $"The file '{file}' could not be read: {fault.Message}", fault), file);
            }
            catch (InvoicingException failure)
            {
                WriteFailure(new InvoicingException(failure.Kind, $"{NameOf(file)}: {failure.Message}", failure) { Advice = failure.Advice, FieldErrors = failure.FieldErrors }, file);
            }
        }
    }

    private IEnumerable<string> Matches(string pattern) => PathsOf(pattern) is { Count: > 0 } files ? files
        : throw new InvoicingException(ErrorKind.FileFailed, $"No file matches '{pattern}'.");

    private static string NameOf(string file) => System.IO.Path.GetFileName(file);

    private void Import(string file)
    {
        Encoding encoding = CsvText.EncodingOf(file);
        (char delimiter, int skip) = Layout(file, encoding);
        string[] headings = [.. Records(file, encoding, delimiter, skip).FirstOrDefault()?.Cells ?? []];
        if (headings.All(heading => heading.Length == 0))
        {
            throw new InvoicingException(ErrorKind.InvalidFile, "there are no headings in the first row.");
        }

        string[] columns = Columns(headings);
        var rows = new CsvRows(columns);
        InputForm form = Culture is null ? FindForm(rows, Records(file, encoding, delimiter, skip, rows.Telling)) : InputForm.Of(Culture);
        WriteVerbose($"{NameOf(file)}: {encoding.WebName}, delimiter '{(delimiter == '\t' ? "tab" : delimiter)}', {form.Words}.");
        WriteVerbose($"Columns: {string.Join(", ", headings.Zip(columns, (heading, column) => heading == column ? column : $"{heading} = {column}"))}.");
        var blank = new List<int>();
        int row = 0;
        foreach (CsvRecord record in Records(file, encoding, delimiter, skip).Skip(1))
        {
            row++;
            if (record.IsBlank)
            {
                blank.Add(row);
            }
            else if (rows.IsTotal(record))
            {
                WriteWarning($"{NameOf(file)}, row {row}: '{string.Join(" ", record.Cells.Where(cell => cell.Length > 0))}' is a total and was left out.");
            }
            else
            {
                Write(file, columns, rows, record, row, form);
            }
        }

        if (blank.Count > 0)
        {
            WriteWarning($"{NameOf(file)}: {(blank.Count == 1 ? $"row {blank[0]} is blank and was" : $"{blank.Count} blank rows ({string.Join(", ", blank.Take(10))}) were")} skipped.");
        }
    }

    private void Write(string file, string[] columns, CsvRows rows, CsvRecord record, int row, InputForm form)
    {
        var faults = new List<FieldError>();
        if (rows.Excess(record) is var excess and not 0)
        {
            faults.Add(new FieldError(null, $"it has {Math.Abs(excess)} {(Math.Abs(excess) == 1 ? "cell" : "cells")} {(excess > 0 ? "more" : "fewer")} than there are headings"));
        }

        var result = new PSObject();
        string[] values = rows.Read(record, form, faults);
        for (int i = 0; i < columns.Length; i++)
        {
            // No two columns have one name, which would have to be looked for at each.
            result.Properties.Add(new PSNoteProperty(columns[i], values[i]), preValidated: true);
        }

        result.Properties.Add(new PSNoteProperty(Row.NumberColumn, row));
        if (faults.Count == 0)
        {
            WriteObject(result);
            return;
        }

        WriteFailure(
            new InvoicingException(ErrorKind.InvalidInput, $"{NameOf(file)}, line {record.Line}. {new Row(result, row)}: {string.Join(" ", faults.Select(fault => $"{fault}."))}")
            {
                FieldErrors = faults,
                Advice = "Correct the row in the file. The others were read.",
            },
            result);
    }

    private (char Delimiter, int Skip) Layout(string file, Encoding encoding)
    {
        using StreamReader text = CsvText.Open(file, encoding);
        char found = CsvReader.FindDelimiter(text, out int skip);
        return (Delimiter ?? found, skip);
    }

    private static IEnumerable<CsvRecord> Records(string file, Encoding encoding, char delimiter, int skip, bool[]? wanted = null)
    {
        using StreamReader text = CsvText.Open(file, encoding);
        for (int i = 0; i < skip; i++)
        {
            text.ReadLine();
        }

        foreach (CsvRecord record in new CsvReader(text, delimiter, skip + 1, wanted).Read())
        {
            yield return record;
        }
    }

    /// <summary>The columns of the headings. A column without heading must be empty, and none may come twice.</summary>
    private string[] Columns(string[] headings)
    {
        string[] columns = CsvHeadings.Map(headings, InputValue.Texts(Map));
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i].Length == 0)
            {
                columns[i] = $"Column{i + 1}";
            }

            if (Array.FindIndex(columns, column => string.Equals(column, columns[i], StringComparison.OrdinalIgnoreCase)) is var first && first != i)
            {
                throw new InvoicingException(ErrorKind.InvalidFile, $"the headings '{headings[first]}' and '{headings[i]}' both mean {columns[i]}.")
                {
                    Advice = $"Say what one of them means with -Map, such as -Map @{{ '{headings[i]}' = 'Description' }}.",
                };
            }
        }

        return columns;
    }

    private static InputForm FindForm(CsvRows rows, IEnumerable<CsvRecord> records)
    {
        var finder = new CsvFormFinder();
        int row = 0;
        foreach (CsvRecord record in records.Skip(1))
        {
            rows.Show(record, ++row, finder);
        }

        return finder.Find();
    }
}
