using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Invoicing.Banking;

/// <summary>Reads SWIFT MT940. Each :61: is an entry; the :86: behind it tells what it is for.</summary>
internal sealed class Mt940Reader
{
    private static readonly Regex Tag = new(@"^:([0-9]{2}[A-Z]?):(.*)$", RegexOptions.CultureInvariant);
    private static readonly Regex BalanceLine = new(@"^([CD])([0-9]{6})([A-Z]{3})([0-9]+,[0-9]*)\s*$", RegexOptions.CultureInvariant);
    private static readonly Regex EntryLine = new(
        @"^(?<value>[0-9]{6})(?<booked>[0-9]{4})?(?<sign>R?[CD])(?<funds>[A-Z])?(?<amount>[0-9]+,[0-9]*)(?<type>[A-Z][A-Z0-9]{3})(?<own>[^/]*(?:/[^/]+)*?)(?://(?<bank>.*))?$",
        RegexOptions.CultureInvariant);

    private readonly BankStatementOptions _options;
    private string? _account;
    private string? _currency;
    private string? _number;
    private BalanceCheck? _check;
    private BankEntry? _entry;
    private int _opened;
    private bool _any;

    public Mt940Reader(BankStatementOptions options) => _options = options;

    /// <exception cref="InvoicingException">A line is malformed, the file is cut, or the balances do not agree.</exception>
    public IEnumerable<BankEntry> Read(BankLines lines)
    {
        int last = 0;
        foreach (Mt940Field field in Fields(lines))
        {
            last = field.Line;
            if (field.Tag == "86")
            {
                if (_entry is not null)
                {
                    Mt940Text.Fill(_entry, field.Lines);
                    yield return Done();
                }

                continue;
            }

            if (_entry is not null)
            {
                yield return Done();
            }

            Take(field);
        }

        if (_entry is not null || _check is not null || !_any)
        {
            throw BankFault.Cut(last, _any ? $"the statement that begins at line {_opened} has no closing balance (:62F:)" : "there is no statement in it");
        }
    }

    private BankEntry Done()
    {
        BankEntry done = _entry!;
        _entry = null;
        return done;
    }

    private void Take(Mt940Field field)
    {
        switch (field.Tag)
        {
            case "25":
                _account = field.Lines[0].Trim();
                break;
            case "28" or "28C":
                _number = field.Lines[0].Trim();
                break;
            case "60F" or "60M":
                if (_check is not null)
                {
                    throw BankFault.Cut(field.Line, $"the statement that begins at line {_opened} has no closing balance before the next one begins");
                }

                _check = new BalanceCheck(Balance(field));
                _opened = field.Line;
                _any = true;
                break;
            case "61":
                _entry = Entry(field);
                (_check ?? throw BankFault.Of(field.Line, "an entry comes before the opening balance (:60F:)")).Add(_entry.Amount, field.Line);
                break;
            case "62F" or "62M":
                (_check ?? throw BankFault.Of(field.Line, "a closing balance comes without an opening one (:60F:)"))
                    .Close(Balance(field), $"statement {_number} of account {_account}", field.Line, _options.SkipBalanceCheck);
                _check = null;
                break;
        }
    }

    private decimal Balance(Mt940Field field)
    {
        Match match = BalanceLine.Match(field.Lines[0]);
        if (!match.Success)
        {
            throw BankFault.Of(field.Line, $"'{field.Lines[0]}' is no balance");
        }

        _currency = match.Groups[3].Value;
        return Amount(match.Groups[4].Value, field.Line) * (match.Groups[1].Value == "C" ? 1 : -1);
    }

    private BankEntry Entry(Mt940Field field)
    {
        Match match = EntryLine.Match(field.Lines[0]);
        if (!match.Success)
        {
            throw BankFault.Of(field.Line, $"'{field.Lines[0]}' is no entry");
        }

        DateTime value = Day(match.Groups["value"].Value, field.Line);
        string sign = match.Groups["sign"].Value;

        // RC takes back a credit and RD a debit.
        decimal amount = Amount(match.Groups["amount"].Value, field.Line) * (sign is "C" or "RD" ? 1 : -1);
        return new BankEntry
        {
            Date = match.Groups["booked"].Success ? Booked(match.Groups["booked"].Value, value, field.Line) : value,
            ValueDate = value,
            Amount = amount,
            Currency = _currency,
            EndToEndId = Reference(match.Groups["own"].Value),
            BankReference = Reference(match.Groups["bank"].Value),
            Text = field.Lines.Count > 1 ? field.Lines[1].Trim() : null,
            Account = _account,
            IsReversal = sign.Length == 2,
            Format = BankFormat.Mt940,
            Line = field.Line,
        };
    }

    private static string? Reference(string text) => text.Trim() is { Length: > 0 } given and not "NONREF" ? given : null;

    private static DateTime Day(string text, int line) =>
        DateTime.TryParseExact("20" + text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) ? day : throw BankFault.Of(line, $"'{text}' is no date");

    /// <summary>The day of booking has no year: it is the one nearest to the value date.</summary>
    private static DateTime Booked(string text, DateTime value, int line)
    {
        DateTime? nearest = null;
        for (int year = value.Year - 1; year <= value.Year + 1; year++)
        {
            if (DateTime.TryParseExact(year.ToString("0000", CultureInfo.InvariantCulture) + text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
                && (nearest is null || Math.Abs((day - value).Days) < Math.Abs((nearest.Value - value).Days)))
            {
                nearest = day;
            }
        }

        return nearest ?? throw BankFault.Of(line, $"'{text}' is no day");
    }

    private static decimal Amount(string text, int line) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) ? amount : throw BankFault.Of(line, $"'{text}' is no amount");

    /// <summary>The fields of the file. A line that begins with no tag continues the field before; the envelope of SWIFT is left out.</summary>
    private static IEnumerable<Mt940Field> Fields(BankLines lines)
    {
        Mt940Field? field = null;
        foreach ((int number, string text) in lines.Read())
        {
            // The text of a message stands in the block 4 of its envelope.
            int block = text.StartsWith("{", StringComparison.Ordinal) ? text.LastIndexOf("{4:", StringComparison.Ordinal) : -1;
            string line = block < 0 ? text : text.Substring(block + 3);
            if (Tag.Match(line.TrimStart()) is { Success: true } match)
            {
                if (field is not null)
                {
                    yield return field;
                }

                field = new Mt940Field(match.Groups[1].Value, match.Groups[2].Value, number);
            }
            else if (IsEnd(line))
            {
                if (field is not null)
                {
                    yield return field;
                }

                field = null;
            }
            else
            {
                field?.Continue(line);
            }
        }

        if (field is not null)
        {
            yield return field;
        }
    }

    private static bool IsEnd(string line) => line.Trim() is "-" or "-}" or "" || line.StartsWith("-}", StringComparison.Ordinal) || line.StartsWith("{", StringComparison.Ordinal);
}

/// <summary>One field of an MT940 message.</summary>
internal sealed class Mt940Field
{
    /// <summary>Most lines of a field; SWIFT allows six, and banks write some more.</summary>
    private const int MaxLines = 100;

    private readonly List<string> _lines;

    public Mt940Field(string tag, string first, int line)
    {
        Tag = tag;
        Line = line;
        _lines = [first];
    }

    public string Tag { get; }

    public int Line { get; }

    public IReadOnlyList<string> Lines => _lines;

    public void Continue(string line)
    {
        if (_lines.Count == MaxLines)
        {
            throw BankFault.Of(Line, $"the field :{Tag}: has more than {MaxLines} lines");
        }

        _lines.Add(line);
    }
}
