namespace Invoicing.Saft;

/// <summary>One place where a finding occurs.</summary>
public sealed class SaftPlace
{
    internal SaftPlace(string? documentNumber, int line, string? expected, string? found)
    {
        DocumentNumber = documentNumber;
        Line = line;
        Expected = expected;
        Found = found;
    }

    /// <summary>The document's number; of a master record its key; null where there is none.</summary>
    public string? DocumentNumber { get; }

    /// <summary>The line of the file, counted from 1; 0 where there is none.</summary>
    public int Line { get; }

    /// <summary>The expected value; null where that cannot be said in a word.</summary>
    public string? Expected { get; }

    /// <summary>The value that is there.</summary>
    public string? Found { get; }

    /// <summary>The place in one line, for display.</summary>
    public override string ToString()
    {
        var where = DocumentNumber is null ? $"line {Line}" : $"{DocumentNumber}, line {Line}";
        var what = Expected is null ? Found : $"{Found} instead of {Expected}";
        return what is null ? where : $"{where}: {what}";
    }
}
