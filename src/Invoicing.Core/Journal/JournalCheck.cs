using System.Collections.Generic;

namespace Invoicing;

/// <summary>The result of a check of a journal.</summary>
public sealed class JournalCheck
{
    internal JournalCheck(string session, string? path, int lines, IReadOnlyList<string> faults)
    {
        Session = session;
        Path = path;
        Lines = lines;
        Faults = faults;
    }

    /// <summary>Name of the session.</summary>
    public string Session { get; }

    /// <summary>The file; <c>null</c> if the journal is in the memory of this process.</summary>
    public string? Path { get; }

    /// <summary>Number of lines.</summary>
    public int Lines { get; }

    /// <summary>True if no line was changed or taken away.</summary>
    public bool IsIntact => Faults.Count == 0;

    /// <summary>The faults, each with its file and line.</summary>
    public IReadOnlyList<string> Faults { get; }
}
