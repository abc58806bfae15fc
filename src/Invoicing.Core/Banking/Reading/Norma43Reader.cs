using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Invoicing.Banking;

/// <summary>
/// Reads Norma 43: lines of 80 places that begin with their kind: 11 an account, 22 an entry, 23 its text, 24 its amount in another currency, 33 the
/// end of an account, 88 the end of the file.
/// </summary>
internal sealed class Norma43Reader
{
    private static readonly Dictionary<string, string> Currencies = new(StringComparer.Ordinal)
    {
        ["978"] = "EUR", ["840"] = "USD", ["826"] = "GBP", ["756"] = "CHF", ["392"] = "JPY", ["124"] = "CAD", ["036"] = "AUD",
        ["208"] = "DKK", ["578"] = "NOK", ["752"] = "SEK", ["985"] = "PLN", ["203"] = "CZK", ["348"] = "HUF", ["504"] = "MAD", ["484"] = "MXN",
    };

    private readonly BankStatementOptions _options;
    private readonly Side _debits = new();
    private readonly Side _credits = new();
    private string? _account;
    private string? _currency;
    private BalanceCheck? _check;
    private BankEntry? _entry;

    public Norma43Reader(BankStatementOptions options) => _options = options;

    /// <exception cref="InvoicingException">A line is malformed, the file is cut, or balances, sums or counts do not agree.</exception>
    public IEnumerable<BankEntry> Read(BankLines lines)
    {
        int count = 0;
        int last = 0;
        bool isEnded = false;
        foreach ((int number, string text) in lines.Read())
        {
            if (text.Trim(' ', '\u001A').Length == 0)
            {
                continue;
            }

            last = number;
            string line = text.PadRight(80);
            string kind = line.Substring(0, 2);
            if (isEnded)
            {
                throw BankFault.Of(number, "there are lines behind the end of the file (88)");
            }

            if (_entry is not null && kind is not ("23" or "24"))
            {
                yield return Done();
            }

            count++;
            switch (kind)
            {
                case "11":
                    Begin(line, number);
                    break;
                case "22":
                    _entry = Entry(line, number);
                    break;
                case "23":
                    BankEntry entry = _entry ?? throw BankFault.Of(number, "a text (23) belongs to no entry");
                    entry.Text = string.Join(" ", new[] { entry.Text, Part(line, 5, 38), Part(line, 43, 38) }.Where(part => !string.IsNullOrEmpty(part)));
                    break;
                case "24":
                    break;
                case "33":
                    End(line, number);
                    break;
                case "88":
                    isEnded = true;
                    int said = (int)Number(line, 21, 6, number);
                    if (said != count - 1)
                    {
                        throw BankFault.Of(number, $"the file says that it has {said} lines before its end, and has {count - 1}");
                    }

                    break;
                default:
                    throw BankFault.Of(number, $"'{kind}' is no kind of line of Norma 43");
            }
        }

        if (!isEnded)
        {
            throw BankFault.Cut(last, "the last line (88) is missing");
        }

        if (_check is not null)
        {
            throw BankFault.Cut(last, $"account {_account} has no end (33)");
        }
    }

    private BankEntry Done()
    {
        BankEntry done = _entry!;
        _entry = null;
        return done;
    }

    private void Begin(string line, int number)
    {
        if (_check is not null)
        {
            throw BankFault.Cut(number, $"account {_account} has no end (33) before the next one begins");
        }

        _account = line.Substring(2, 18);
        _currency = Currencies.TryGetValue(line.Substring(47, 3), out string? code) ? code : line.Substring(47, 3);
        _check = new BalanceCheck(Number(line, 34, 14, number) / 100 * Sign(line, 33, number));
        _debits.Clear();
        _credits.Clear();
    }

    private BankEntry Entry(string line, int number)
    {
        decimal sign = Sign(line, 28, number);
        decimal amount = Number(line, 29, 14, number) / 100;
        (_check ?? throw BankFault.Of(number, "an entry (22) comes before its account (11)")).Add(amount * sign, number);
        (sign < 0 ? _debits : _credits).Add(amount);
        string[] references = [Part(line, 53, 12), Part(line, 65, 16)];
        return new BankEntry
        {
            Date = Day(line, 11, number),
            ValueDate = Day(line, 17, number),
            Amount = amount * sign,
            Currency = _currency,
            Text = Kept(string.Join(" ", references.Where(part => part.Trim('0').Length > 0))),
            BankReference = Part(line, 43, 10) is { } document && document.Trim('0').Length > 0 ? document : null,
            Account = _account,
            Format = BankFormat.Norma43,
            Line = number,
        };
    }

    private void End(string line, int number)
    {
        BalanceCheck check = _check ?? throw BankFault.Of(number, "an account ends (33) that has not begun (11)");
        check.Close(Number(line, 60, 14, number) / 100 * Sign(line, 59, number), $"account {_account}", number, _options.SkipBalanceCheck);
        Agree(_debits, line, 21, "debits", number);
        Agree(_credits, line, 40, "credits", number);
        _check = null;
    }

    private void Agree(Side side, string line, int at, string what, int number)
    {
        decimal count = Number(line, at, 5, number);
        decimal sum = Number(line, at + 5, 14, number) / 100;
        if (!_options.SkipBalanceCheck && (count != side.Count || sum != side.Sum))
        {
            throw new InvoicingException(
                ErrorKind.InvalidFile,
                FormattableString.Invariant($"Line {number}: account {_account} says that it has {count} {what} of {sum:0.00}, and has {side.Count} of {side.Sum:0.00}: a difference of {Math.Abs(sum - side.Sum):0.00}."))
            {
                Advice = "Get the file from the bank again. -SkipBalanceCheck reads it as it is.",
            };
        }
    }

    /// <summary>The places of a line, counted from 1 as the standard does.</summary>
    private static string Part(string line, int from, int length) => line.Length < from ? "" : line.Substring(from - 1, Math.Min(length, line.Length - from + 1)).Trim();

    private static string? Kept(string text) => text.Length == 0 ? null : text;

    private static decimal Number(string line, int from, int length, int number) =>
        decimal.TryParse(line.Substring(from - 1, length), NumberStyles.None, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw BankFault.Of(number, $"'{line.Substring(from - 1, length).Trim()}' at place {from} is no number");

    private static decimal Sign(string line, int at, int number) => line[at - 1] switch
    {
        '1' => -1,
        '2' => 1,
        _ => throw BankFault.Of(number, $"'{line[at - 1]}' at place {at} is neither 1 (debit) nor 2 (credit)"),
    };

    private static DateTime Day(string line, int from, int number) =>
        DateTime.TryParseExact("20" + line.Substring(from - 1, 6), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? day
            : throw BankFault.Of(number, $"'{line.Substring(from - 1, 6)}' at place {from} is no date");

    /// <summary>Number and sum of the debits or of the credits of an account.</summary>
    private sealed class Side
    {
        public int Count { get; private set; }

        public decimal Sum { get; private set; }

        public void Add(decimal amount)
        {
            Count++;
            Sum += amount;
        }

        public void Clear()
        {
            Count = 0;
            Sum = 0;
        }
    }
}
