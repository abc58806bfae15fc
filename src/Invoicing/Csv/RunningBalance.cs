using System;
using System.Globalization;

namespace Invoicing.Commands;

/// <summary>
/// The column of balances of a CSV file: each is the one before and the amount. Banks write the oldest or the newest entry first, so both orders are
/// followed, and one of them must hold.
/// </summary>
internal sealed class RunningBalance
{
    private BankEntry? _last;
    private decimal _lastBalance;
    private (int Line, decimal Gap)? _oldestFirst;
    private (int Line, decimal Gap)? _newestFirst;
    private DateTime _first;

    public void Add(BankEntry entry, decimal? balance)
    {
        if (balance is not { } now)
        {
            _last = null;
            return;
        }

        if (_last is not { } last)
        {
            _first = _first == default ? entry.Date : _first;
        }
        else
        {
            _oldestFirst ??= Gap(_lastBalance + entry.Amount - now, entry.Line);
            _newestFirst ??= Gap(now + last.Amount - _lastBalance, last.Line);
        }

        _last = entry;
        _lastBalance = now;
    }

    /// <summary>The error if neither order holds.</summary>
    public InvoicingException? Fault()
    {
        if (_oldestFirst is not { } up || _newestFirst is not { } down)
        {
            return null;
        }

        (int line, decimal gap) = _last is null || _first <= _last.Date ? up : down;
        string text = Math.Abs(gap).ToString("N2", CultureInfo.InvariantCulture);
        return new InvoicingException(
            ErrorKind.InvalidFile,
            $"Line {line}: the balance does not agree with the entry and the balance before: {text} {(gap < 0 ? "is missing" : "is too much")}.")
        {
            Advice = "Get the file from the bank again. -SkipBalanceCheck reads it as it is.",
        };
    }

    private static (int Line, decimal Gap)? Gap(decimal gap, int line) => gap == 0 ? null : (line, gap);
}
