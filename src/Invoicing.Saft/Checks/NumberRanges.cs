using System.Collections.Generic;

namespace Invoicing.Saft.Checks;

/// <summary>The numbers of a series that were seen, as ranges: one range where the export is in order and has no gap.</summary>
internal sealed class NumberRanges
{
    private readonly List<NumberRange> _ranges = [];

    /// <summary>The ranges, in order; between two of them there is a gap.</summary>
    public IReadOnlyList<NumberRange> All => _ranges;

    /// <summary>The greatest number; -1 where there is none.</summary>
    public long Last => _ranges.Count == 0 ? -1 : _ranges[_ranges.Count - 1].To;

    /// <summary>Adds a number; false where it was there.</summary>
    public bool Add(long number, int line)
    {
        var index = IndexOf(number);
        if (index < _ranges.Count && _ranges[index].From <= number)
        {
            return false;
        }

        var joinsLeft = index > 0 && _ranges[index - 1].To == number - 1;
        var joinsRight = index < _ranges.Count && _ranges[index].From == number + 1;
        if (joinsLeft)
        {
            var left = _ranges[index - 1];
            _ranges[index - 1] = new NumberRange(left.From, joinsRight ? _ranges[index].To : number, left.Line);
            if (joinsRight)
            {
                _ranges.RemoveAt(index);
            }
        }
        else if (joinsRight)
        {
            _ranges[index] = new NumberRange(number, _ranges[index].To, line);
        }
        else
        {
            _ranges.Insert(index, new NumberRange(number, number, line));
        }

        return true;
    }

    /// <summary>True of a number that lies between others and was not seen.</summary>
    public bool IsGap(long number)
    {
        var index = IndexOf(number);
        return index > 0 && index < _ranges.Count && _ranges[index].From > number;
    }

    /// <summary>The index of the first range that ends at the number or behind it.</summary>
    private int IndexOf(long number)
    {
        if (number > Last)
        {
            return _ranges.Count;
        }

        var low = 0;
        var high = _ranges.Count - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _ranges[middle].To < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>Numbers without a gap, and the line of the file where the document with the first of them starts.</summary>
internal readonly struct NumberRange(long from, long to, int line)
{
    public long From { get; } = from;

    public long To { get; } = to;

    public int Line { get; } = line;
}
