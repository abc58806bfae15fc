using System;
using System.Globalization;

namespace Invoicing.Banking;

/// <summary>The sum of a statement: its opening balance and all entries must give its closing balance.</summary>
internal sealed class BalanceCheck
{
    private readonly decimal _opening;
    private decimal _sum;

    public BalanceCheck(decimal opening) => _opening = opening;

    public void Add(decimal amount, int line)
    {
        try
        {
            _sum += amount;
        }
        catch (OverflowException)
        {
            throw BankFault.Of(line, "the entries add up to more than a number can hold");
        }
    }

    /// <exception cref="InvoicingException">The closing balance is another.</exception>
    public void Close(decimal closing, string statement, int line, bool skip)
    {
        decimal gap = _opening + _sum - closing;
        if (gap != 0 && !skip)
        {
            throw new InvoicingException(
                ErrorKind.InvalidFile,
                $"Line {line}: the balances of {statement} do not agree: {Text(_opening)} and entries of {Text(_sum)} give {Text(_opening + _sum)}, and the closing balance is {Text(closing)}: {Text(Math.Abs(gap))} {(gap < 0 ? "is missing" : "is too much")}.")
            {
                Advice = "Get the file from the bank again. -SkipBalanceCheck reads it as it is.",
            };
        }
    }

    private static string Text(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
