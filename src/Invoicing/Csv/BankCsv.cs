using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;

namespace Invoicing.Commands;

/// <summary>
/// Reads a bank statement in CSV. The headings are in the first row that has a date and an amount among them: banks write lines of their own above.
/// The file is read once to check it, and once more for its entries.
/// </summary>
internal sealed class BankCsv
{
    /// <summary>Most rows above the headings.</summary>
    private const int MaxHead = 50;

    private static readonly Regex Money = new(@"[\s\u00A0]*(€|[A-Z]{3})$", RegexOptions.CultureInvariant);

    private readonly string _file;
    private readonly IReadOnlyDictionary<string, string> _map;
    private readonly CultureInfo? _culture;
    private readonly bool _skipBalanceCheck;
    private readonly Encoding _encoding;

    public BankCsv(string file, CultureInfo? culture, IReadOnlyDictionary<string, string> map, bool skipBalanceCheck)
    {
        _file = file;
        _culture = culture;
        _map = map;
        _skipBalanceCheck = skipBalanceCheck;
        _encoding = CsvText.EncodingOf(file);
    }

    /// <exception cref="InvoicingException">A row cannot be read, or the balances do not agree.</exception>
    public IEnumerable<BankEntry> Read(CancellationToken cancel)
    {
        if (_map.Values.FirstOrDefault(column => !BankHeadings.Names.Contains(column)) is { } strange)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"-Map: '{strange}' is no column of a bank statement. There are: {string.Join(", ", BankHeadings.Names)}.");
        }

        (char delimiter, int row, string?[] columns) = Layout();
        if (columns.Where(column => column is not null).GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new InvoicingException(ErrorKind.InvalidFile, $"two headings mean {twice.Key}.") { Advice = "Say what one of them means with -Map." };
        }

        InputForm form = _culture is null ? Form(delimiter, row, columns) : InputForm.Of(_culture);
        foreach (BankEntry _ in Entries(delimiter, row, columns, form))
        {
            cancel.ThrowIfCancellationRequested();
        }

        return Entries(delimiter, row, columns, form);
    }

    /// <summary>Finds the delimiter and the row of the headings.</summary>
    private (char Delimiter, int Row, string?[] Columns) Layout()
    {
        string first = "";
        bool isXml = false;
        foreach (char delimiter in ";,\t|")
        {
            try
            {
                int row = 0;
                foreach (CsvRecord record in Records(delimiter).Take(MaxHead))
                {
                    string?[] columns = BankHeadings.Map(record.Cells, _map);
                    if (BankHeadings.AreEnough(columns))
                    {
                        return (delimiter, row, columns);
                    }

                    isXml |= row == 0 && record.Cells.Count > 0 && record.Cells[0].TrimStart().StartsWith("<", StringComparison.Ordinal);
                    first = first.Length == 0 && record.Cells.Count > 2 ? string.Join(", ", record.Cells) : first;
                    row++;
                }
            }
            catch (InvoicingException)
            {
                // With this delimiter, quotes stand where none may: it is another one.
            }
        }

        if (isXml)
        {
            throw new InvoicingException(ErrorKind.InvalidFile, "it is an XML file, but neither camt.053 nor camt.054 (ISO 20022).") { Advice = "Ask the bank for one of them." };
        }

        throw new InvoicingException(
            ErrorKind.InvalidFile,
            $"it is no bank statement that can be read: neither camt.053, camt.054, MT940 or Norma 43, nor CSV with headings for a date and an amount{(first.Length > 0 ? $" (its first row is: {first})" : "")}.")
        {
            Advice = "Name the headings of a CSV file with -Map, such as -Map @{ 'Data mov.' = 'Date'; 'Montante' = 'Amount' }.",
        };
    }

    private InputForm Form(char delimiter, int head, string?[] columns)
    {
        var finder = new CsvFormFinder();
        int row = 0;
        foreach (CsvRecord record in Records(delimiter).Skip(head + 1))
        {
            row++;
            for (int i = 0; i < Math.Min(columns.Length, record.Cells.Count); i++)
            {
                finder.Look(BankHeadings.KindOf(columns[i]), Money.Replace(record.Cells[i], ""), row);
            }
        }

        return finder.Find();
    }

    private IEnumerable<BankEntry> Entries(char delimiter, int head, string?[] columns, InputForm form)
    {
        var ids = new BankEntryIds();
        var balances = new RunningBalance();
        foreach (CsvRecord record in Records(delimiter).Skip(head + 1))
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (int i = 0; i < Math.Min(columns.Length, record.Cells.Count); i++)
            {
                if (columns[i] is { } column && record.Cells[i].Length > 0)
                {
                    cells[column] = record.Cells[i];
                }
            }

            // Sums and notes at the end have no date.
            if (!cells.ContainsKey("Date"))
            {
                if (cells.ContainsKey("Text") && cells.ContainsKey("Amount"))
                {
                    throw Fault(record.Line, "the row has an amount and no date");
                }

                continue;
            }

            BankEntry? entry = Entry(cells, record.Line, form, out decimal? balance);
            if (entry is not null)
            {
                balances.Add(entry, balance);
                ids.Give(entry);
                yield return entry;
            }
        }

        if (!_skipBalanceCheck && balances.Fault() is { } fault)
        {
            throw fault;
        }
    }

    private BankEntry? Entry(Dictionary<string, string> cells, int line, InputForm form, out decimal? balance)
    {
        string? Text(string column) => cells.TryGetValue(column, out string? text) ? text : null;
        try
        {
            balance = Number(Text("Balance"), form);
            decimal? amount = Number(Text("Amount"), form)
                ?? (Text("Credit") is null && Text("Debit") is null ? null : (Number(Text("Credit"), form) ?? 0) - Math.Abs(Number(Text("Debit"), form) ?? 0));
            DateTime date = InputValue.Date(Text("Date"), form) ?? throw new FormatException("the date is missing");
            return amount is not { } value ? null : new BankEntry
            {
                Date = date,
                ValueDate = InputValue.Date(Text("ValueDate"), form),
                Amount = value,
                Currency = Text("Currency") ?? CurrencyIn(Text("Amount")),
                Counterparty = Text("Counterparty"),
                Iban = Text("Iban")?.Replace(" ", ""),
                Text = Text("Text"),
                PaymentReference = Text("PaymentReference"),
                EndToEndId = Text("EndToEndId"),
                BankReference = Text("BankReference"),
                Account = Text("Account"),
                Format = BankFormat.Csv,
                Path = _file,
                Line = line,
            };
        }
        catch (Exception fault) when (InputTransformationAttribute.IsBadInput(fault))
        {
            throw Fault(line, fault.Message.TrimEnd('.'), fault);
        }
    }

    private static decimal? Number(string? cell, InputForm form) => cell is null ? null : InputValue.Amount(Money.Replace(cell, ""), form);

    private static string? CurrencyIn(string? cell) => Money.Match(cell ?? "") is { Success: true } match ? match.Groups[1].Value.Replace("€", "EUR") : null;

    private static InvoicingException Fault(int line, string what, Exception? inner = null) => new(ErrorKind.InvalidFile, $"Line {line}: {what}.", inner);

    private IEnumerable<CsvRecord> Records(char delimiter)
    {
        using StreamReader text = CsvText.Open(_file, _encoding);
        foreach (CsvRecord record in new CsvReader(text, delimiter).Read())
        {
            yield return record;
        }
    }
}
