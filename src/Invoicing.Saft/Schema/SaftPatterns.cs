namespace Invoicing.Saft.Schema;

/// <summary>The patterns of the schema, matched by hand: expressions would cost more than the rest of the check.</summary>
internal static class SaftPatterns
{
    public static bool AreDigits(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if ((uint)(text[i] - '0') > 9)
            {
                return false;
            }
        }

        return end > start;
    }

    /// <summary>Code, one space, series, slash, digits; no space, slash or caret in the series.</summary>
    public static bool IsDocumentNumber(string text)
    {
        var space = text.IndexOf(' ');
        return text.Length <= 60 && space > 0 && IsSeriesAndNumber(text, space + 1);
    }

    public static bool IsTaxCode(string text)
    {
        foreach (var c in text)
        {
            if (!IsLetter(c) && (uint)(c - '0') > 9 && c != '.')
            {
                return false;
            }
        }

        return text.Length is >= 1 and <= 10;
    }

    /// <summary>One or more of M and two digits, nothing between them.</summary>
    public static bool IsExemptionCode(string text)
    {
        for (var i = 0; i < text.Length; i += 3)
        {
            if (text.Length - i < 3 || text[i] != 'M' || !AreDigits(text, i + 1, i + 3))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>Nine digits, or a registry office, a space, and digits with slashes.</summary>
    public static bool IsCompanyId(string text)
    {
        if (text.Length is < 1 or > 50)
        {
            return false;
        }

        if (text.Length == 9 && AreDigits(text, 0, 9))
        {
            return true;
        }

        var space = text.LastIndexOf(' ');
        for (var i = space + 1; i < text.Length; i++)
        {
            if ((uint)(text[i] - '0') > 9 && text[i] != '/')
            {
                return false;
            }
        }

        return space > 0 && space < text.Length - 1;
    }

    /// <summary>Product, exactly one slash, company.</summary>
    public static bool IsProductId(string text)
    {
        var slash = text.IndexOf('/');
        return text.Length is >= 3 and <= 255 && slash > 0 && slash < text.Length - 1 && text.LastIndexOf('/') == slash;
    }

    /// <summary>
    /// Version (1); certificate.version (9999.1); version-type M and a manual number (1-FTM abc/00001); version-type D and a
    /// whole number (1-FTD XY 2013A/00099).
    /// </summary>
    public static bool IsHashControl(string text)
    {
        if (text.Length is < 1 or > 70)
        {
            return false;
        }

        var dot = text.IndexOf('.');
        var hyphen = text.IndexOf('-');
        if (hyphen < 0)
        {
            return dot < 0
                ? AreDigits(text, 0, text.Length)
                : AreDigits(text, 0, dot) && AreDigits(text, dot + 1, text.Length);
        }

        if (!AreDigits(text, 0, hyphen) || text.Length < hyphen + 8 || text[hyphen + 4] != ' ')
        {
            return false;
        }

        var hasType = IsLetter(text[hyphen + 1]) && IsLetter(text[hyphen + 2]);
        var start = hyphen + 5;
        if (text[hyphen + 3] == 'D')
        {
            var space = text.IndexOf(' ', start);
            return hasType && space > start && IsSeriesAndNumber(text, space + 1);
        }

        return hasType && text[hyphen + 3] == 'M' && IsSeriesAndNumber(text, start);
    }

    /// <summary>Date, space, journal of at most 30, space, archive number of at most 20 characters.</summary>
    public static bool IsTransactionId(string text)
    {
        if (text.Length is < 14 or > 70 || text[10] != ' ' || !SaftValues.TryDate(text.Substring(0, 10), out _))
        {
            return false;
        }

        var space = text.IndexOf(' ', 11);
        return space > 11 && space <= 41 && text.Length - space - 1 is >= 1 and <= 20 && text.IndexOf(' ', space + 1) < 0;
    }

    /// <summary>An account of the ledger; the schema forbids the caret.</summary>
    public static bool IsAccount(string text, int min) => text.Length >= min && text.Length <= 30 && text.IndexOf('^') < 0;

    /// <summary>Four digits, hyphen, three digits.</summary>
    public static bool IsPostalCode(string text) => text.Length == 8 && text[4] == '-' && AreDigits(text, 0, 4) && AreDigits(text, 5, 8);

    private static bool IsSeriesAndNumber(string text, int start)
    {
        var slash = text.IndexOf('/', start);
        if (slash <= start || !AreDigits(text, slash + 1, text.Length))
        {
            return false;
        }

        for (var i = start; i < slash; i++)
        {
            if (text[i] is ' ' or '^')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLetter(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');
}
