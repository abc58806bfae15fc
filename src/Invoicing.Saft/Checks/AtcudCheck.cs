using System;
using System.Collections.Generic;

namespace Invoicing.Saft.Checks;

/// <summary>A01, A02 and A03: the unique document code.</summary>
internal sealed class AtcudCheck(CheckContext context) : SaftCheck(context)
{
    private const int MinCodeLength = 8;
    private const int MaxLengthInQr = 70;

    private static readonly DateTime Obligation = new(2023, 1, 1);

    private readonly Dictionary<string, string> _codeOfSeries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _seriesOfCode = new(StringComparer.Ordinal);

    protected override void Document(SaftDocument document)
    {
        if (document.Atcud is not { Length: > 0 } atcud)
        {
            return;
        }

        var hyphen = atcud.IndexOf('-');
        if (hyphen < MinCodeLength || !SaftDocumentNumber.TryReadDigits(atcud, hyphen + 1, out var number))
        {
            CheckMalformed(document, atcud);
            return;
        }

        // Leading zeros are tolerated on both sides [seen].
        if (document.Sequence is { } sequence && sequence != number)
        {
            Report("A02", document, "The number of the ATCUD is not that of the document.", SaftText.Of(sequence), atcud);
        }

        CheckCode(document, atcud, atcud.Substring(0, hyphen));
    }

    private void CheckMalformed(SaftDocument document, string atcud)
    {
        if (!(document.Date >= Obligation))
        {
            return;
        }

        if (atcud == "0")
        {
            Report("A01", document, "The ATCUD is 0, which it may not be since 2023.", "code-number", atcud);
        }
        else
        {
            Report("A01", document, "The ATCUD has not the form of one.", "at least 8 characters, hyphen, digits", atcud);
        }
    }

    private void CheckCode(SaftDocument document, string atcud, string code)
    {
        if (!IsCapitalsAndDigits(code) || atcud.Length > MaxLengthInQr)
        {
            Report(
                "A01", document, "The ATCUD is not like those known: capital letters and digits, at most 70 characters.", null, atcud,
                SaftLevel.Warning);
        }

        if (document.Series is not { } series)
        {
            return;
        }

        if (Differs(_codeOfSeries, series, code, out var known))
        {
            Report("A03", document, "The series has more than one validation code.", known, code);
        }
        else if (Differs(_seriesOfCode, code, series, out known))
        {
            Report("A03", document, "The validation code stands for more than one series.", known, series);
        }
    }

    private static bool Differs(Dictionary<string, string> map, string key, string value, out string known)
    {
        if (!map.TryGetValue(key, out known))
        {
            map.Add(key, known = value);
        }

        return known != value;
    }

    private static bool IsCapitalsAndDigits(string code)
    {
        foreach (var c in code)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= '0' and <= '9')))
            {
                return false;
            }
        }

        return true;
    }
}
