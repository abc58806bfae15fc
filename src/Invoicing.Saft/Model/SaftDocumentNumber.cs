namespace Invoicing.Saft;

/// <summary>A document number taken apart: internal code, one space, series, slash, digits.</summary>
internal sealed class SaftDocumentNumber
{
    private SaftDocumentNumber(string code, string series, long sequence)
    {
        Code = code;
        Series = series;
        Sequence = sequence;
    }

    /// <summary>The internal code of the document type, before the space.</summary>
    public string Code { get; }

    /// <summary>Everything before the slash: what numbering, signature chain and ATCUD run along.</summary>
    public string Series { get; }

    public long Sequence { get; }

    /// <summary>The parts of a number, or null where it has not the form; digits may have leading zeros.</summary>
    public static SaftDocumentNumber? Parse(string? number)
    {
        if (number is null)
        {
            return null;
        }

        var space = number.IndexOf(' ');
        var slash = number.IndexOf('/', space + 1);
        if (space < 1 || slash < space + 2)
        {
            return null;
        }

        return TryReadDigits(number, slash + 1, out var sequence)
            ? new SaftDocumentNumber(number.Substring(0, space), number.Substring(0, slash), sequence)
            : null;
    }

    /// <summary>Reads all text from a position as digits; false for none, for anything else, and for more than a long holds.</summary>
    public static bool TryReadDigits(string text, int start, out long value)
    {
        value = 0;
        if (start >= text.Length)
        {
            return false;
        }

        for (var i = start; i < text.Length; i++)
        {
            var digit = text[i] - '0';
            if ((uint)digit > 9 || value > (long.MaxValue - 9) / 10)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return true;
    }
}
