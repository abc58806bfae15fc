using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.Pdf;

// The square of modules: first the fixed patterns of a version, then the data in the free modules.
internal sealed class QrMatrix
{
    private const int FormatPolynomial = 0x537;
    private const int FormatMask = 0x5412;
    private const int VersionPolynomial = 0x1F25;

    // Rows and columns in which alignment patterns are centred besides 6 and the last, which is ten more than four times the version.
    private static readonly IReadOnlyDictionary<int, int[]> InnerCentres = new Dictionary<int, int[]>
    {
        [7] = new[] { 22 }, [8] = new[] { 24 }, [9] = new[] { 26 }, [10] = new[] { 28 }, [11] = new[] { 30 },
        [12] = new[] { 32 }, [13] = new[] { 34 }, [14] = new[] { 26, 46 }, [15] = new[] { 26, 48 },
    };

    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;

    public QrMatrix(int version)
    {
        Size = 17 + (4 * version);
        _dark = new bool[Size, Size];
        _fixed = new bool[Size, Size];
        for (var i = 0; i < Size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        DrawFinder(3, 3);
        DrawFinder(3, Size - 4);
        DrawFinder(Size - 4, 3);
        DrawAlignment(version);
        DrawFormat(0);
        DrawVersion(version);
    }

    public int Size { get; }

    /// <summary>Bytes of data and error correction for which there is room.</summary>
    public int Capacity => Path().Count() / 8;

    public void Place(IEnumerable<byte> bytes)
    {
        // The few modules that are left over stay light.
        var bits = bytes.SelectMany(b => Enumerable.Range(0, 8).Select(i => (b >> (7 - i) & 1) == 1));
        foreach (var (place, bit) in Path().Zip(bits, (place, bit) => (place, bit)))
        {
            _dark[place.Row, place.Column] = bit;
        }
    }

    /// <summary>A copy in which the mask has been laid over the data and is named in the format bits.</summary>
    public bool[,] Masked(int number, Func<int, int, bool> mask)
    {
        DrawFormat(number);
        var copy = (bool[,])_dark.Clone();
        foreach (var (row, column) in Path())
        {
            copy[row, column] ^= mask(row, column);
        }

        return copy;
    }

    // Two columns at a time from the right, up and down in turns, around the patterns and the vertical timing line.
    private IEnumerable<(int Row, int Column)> Path()
    {
        var upwards = true;
        for (var right = Size - 1; right > 0; right -= right == 8 ? 3 : 2)
        {
            for (var i = 0; i < 2 * Size; i++)
            {
                var (row, column) = (upwards ? Size - 1 - (i / 2) : i / 2, right - (i % 2));
                if (!_fixed[row, column])
                {
                    yield return (row, column);
                }
            }

            upwards = !upwards;
        }
    }

    private void DrawFinder(int row, int column) => DrawRings(row, column, 4, ring => ring is not (2 or 4));

    private void DrawAlignment(int version)
    {
        if (version == 1)
        {
            return;
        }

        var inner = InnerCentres.TryGetValue(version, out var between) ? between : Array.Empty<int>();
        var last = Size - 7;
        var centres = new[] { 6, last }.Concat(inner).ToList();
        foreach (var (row, column) in centres.SelectMany(r => centres.Select(c => (r, c))))
        {
            // Three corners belong to the finders.
            if (!(row == 6 && column == 6) && !(row == 6 && column == last) && !(row == last && column == 6))
            {
                DrawRings(row, column, 2, ring => ring != 1);
            }
        }
    }

    private void DrawRings(int row, int column, int radius, Func<int, bool> dark)
    {
        for (var y = Math.Max(row - radius, 0); y <= Math.Min(row + radius, Size - 1); y++)
        {
            for (var x = Math.Max(column - radius, 0); x <= Math.Min(column + radius, Size - 1); x++)
            {
                Set(y, x, dark(Math.Max(Math.Abs(y - row), Math.Abs(x - column))));
            }
        }
    }

    // Level M is zero, so the data of the format are the number of the mask alone.
    private void DrawFormat(int mask)
    {
        var bits = Checked(mask, 10, FormatPolynomial) ^ FormatMask;
        for (var i = 0; i < 15; i++)
        {
            var bit = (bits >> i & 1) == 1;
            // Around the upper left finder, leaving out the timing lines, and once more along the two others.
            Set(i < 8 ? i + (i / 6) : 8, i < 8 ? 8 : i == 8 ? 7 : 14 - i, bit);
            Set(i < 8 ? 8 : Size - 15 + i, i < 8 ? Size - 1 - i : 8, bit);
        }

        Set(Size - 8, 8, true);
    }

    private void DrawVersion(int version)
    {
        var bits = Checked(version, 12, VersionPolynomial);
        for (var i = 0; version >= 7 && i < 18; i++)
        {
            var (far, near) = (Size - 11 + (i % 3), i / 3);
            Set(far, near, (bits >> i & 1) == 1);
            Set(near, far, (bits >> i & 1) == 1);
        }
    }

    private static int Checked(int value, int degree, int polynomial)
    {
        var remainder = value;
        for (var i = 0; i < degree; i++)
        {
            remainder = (remainder << 1) ^ ((remainder >> (degree - 1)) * polynomial);
        }

        return value << degree | remainder;
    }

    private void Set(int row, int column, bool dark)
    {
        _dark[row, column] = dark;
        _fixed[row, column] = true;
    }
}
