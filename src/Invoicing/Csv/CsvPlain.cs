using System;

namespace Invoicing.Commands;

/// <summary>
/// Cells that are written as their values are shown, which nearly all are: they need not be read and written again. Anything that is not surely
/// such a cell is left to who reads it.
/// </summary>
internal static class CsvPlain
{
    /// <summary>Digits that every number holds.</summary>
    private const int MostDigits = 20;

    /// <summary>True if a cell is a number that is shown as it is: digits without a needless zero, and decimals behind a point.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="form">The form of the numbers of the file.</param>
    public static bool IsNumber(string cell, InputForm form)
    {
        int whole = Digits(cell, 0);
        if (whole == 0 || cell.Length > MostDigits || (whole > 1 && cell[0] == '0'))
        {
            return false;
        }

        if (whole == cell.Length)
        {
            return true;
        }

        int decimals = cell[whole] == '.' ? Digits(cell, whole + 1) : 0;
        return decimals > 0 && whole + 1 + decimals == cell.Length && form.DecimalSeparator == '.'

            // A point before three digits can be read in two ways.
            && !(form.IsPlain && decimals == 3 && whole <= 3);
    }

    /// <summary>True if a cell is a day such as 2026-03-31.</summary>
    /// <param name="cell">The cell.</param>
    public static bool IsDay(string cell)
    {
        if (cell.Length != 10 || cell[4] != '-' || cell[7] != '-' || Digits(cell, 0) != 4 || Digits(cell, 5) != 2 || Digits(cell, 8) != 2)
        {
            return false;
        }

        int year = (1000 * Digit(cell, 0)) + (100 * Digit(cell, 1)) + Pair(cell, 2);
        int month = Pair(cell, 5);
        return year >= 1 && month is >= 1 and <= 12 && Pair(cell, 8) is var day && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static int Digits(string cell, int from)
    {
        int at = from;
        while (at < cell.Length && cell[at] is >= '0' and <= '9')
        {
            at++;
        }

        return at - from;
    }

    private static int Pair(string cell, int at) => (10 * Digit(cell, at)) + Digit(cell, at + 1);

    private static int Digit(string cell, int at) => cell[at] - '0';
}
