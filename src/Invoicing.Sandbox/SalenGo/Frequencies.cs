using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Frequencies of recurring invoices: words written, codes read back, and steps. [inferred]</summary>
internal static class Frequencies
{
    private static readonly (string Word, string Code, int Weeks, int Months)[] Table =
    {
        ("weekly", "w", 1, 0),
        ("2 weeks", "2w", 2, 0),
        ("4 weeks", "4w", 4, 0),
        ("monthly", "m", 0, 1),
        ("2 months", "2m", 0, 2),
        ("3 months", "3m", 0, 3),
        ("6 months", "6m", 0, 6),
        ("yearly", "y", 0, 12),
        ("2 years", "2y", 0, 24),
    };

    /// <summary>Words and codes are both accepted, so that values that were read can be sent back.</summary>
    public static IReadOnlyDictionary<string, string> Words { get; } = MakeWords();

    /// <summary>The day of a period, counted from 0; each from the first, so that the end of a month stays one.</summary>
    public static DateTime Day(DateTime first, string code, long period)
    {
        var (_, _, weeks, months) = Array.Find(Table, row => row.Code == code);
        return first.AddDays(7 * weeks * period).AddMonths((int)(months * period));
    }

    private static Dictionary<string, string> MakeWords()
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, code, _, _) in Table)
        {
            words.Add(word, code);
            words.Add(code, code);
        }

        return words;
    }
}
