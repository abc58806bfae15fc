using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Invoicing.Sandbox.Pdf;

// Of eight masks the one that leaves the fewest patterns which a camera could take for something else.
internal static class QrMask
{
    private static readonly Func<int, int, bool>[] Masks =
    {
        (row, column) => (row + column) % 2 == 0,
        (row, column) => row % 2 == 0,
        (row, column) => column % 3 == 0,
        (row, column) => (row + column) % 3 == 0,
        (row, column) => ((row / 2) + (column / 3)) % 2 == 0,
        (row, column) => (row * column % 2) + (row * column % 3) == 0,
        (row, column) => ((row * column % 2) + (row * column % 3)) % 2 == 0,
        (row, column) => (((row + column) % 2) + (row * column % 3)) % 2 == 0,
    };

    public static bool[,] Best(QrMatrix matrix) =>
        Masks.Select((mask, number) => matrix.Masked(number, mask)).OrderBy(Penalty).First();

    private static int Penalty(bool[,] modules)
    {
        var size = modules.GetLength(0);
        var all = Enumerable.Range(0, size).ToList();
        var rows = all.Select(r => new string(all.Select(c => modules[r, c] ? '1' : '0').ToArray())).ToList();
        var columns = all.Select(c => new string(rows.Select(row => row[c]).ToArray()));
        var dark = rows.Sum(row => row.Count(c => c == '1'));
        return rows.Concat(columns).Sum(Line) + (3 * Squares(rows)) + (10 * (Math.Abs((20 * dark) - (10 * size * size)) / (size * size)));
    }

    // Runs of one colour count from five on; a pattern like a finder counts forty.
    private static int Line(string line) =>
        Regex.Matches(line, "0{5,}|1{5,}").Cast<Match>().Sum(run => run.Length - 2)
        + (40 * Regex.Matches(line, "(?=00001011101|10111010000)").Count);

    private static int Squares(IReadOnlyList<string> rows)
    {
        var count = 0;
        for (var row = 1; row < rows.Count; row++)
        {
            for (var column = 1; column < rows.Count; column++)
            {
                var corner = rows[row][column];
                count += rows[row - 1][column] == corner && rows[row][column - 1] == corner && rows[row - 1][column - 1] == corner ? 1 : 0;
            }
        }

        return count;
    }
}
