using System;

namespace Invoicing.Saft;

/// <summary>The file cannot be read as SAF-T (PT): it is no well-formed XML, it ends too early, or it is of another version.</summary>
public sealed class SaftFormatException : FormatException
{
    internal SaftFormatException(
        string ruleId, string message, int line = 0, string? expected = null, string? found = null, Exception? inner = null,
        string? version = null)
        : base(message, inner)
    {
        RuleId = ruleId;
        Line = line;
        Expected = expected;
        Found = found;
        Version = version;
    }

    /// <summary>The rule that names the fault, for example F05 for a file that ends too early (see <see cref="SaftRules"/>).</summary>
    public string RuleId { get; }

    /// <summary>The line of the file, counted from 1; 0 where there is none.</summary>
    public int Line { get; }

    /// <summary>The expected value, where that can be said in a word.</summary>
    public string? Expected { get; }

    /// <summary>The value that is there, where that can be said in a word.</summary>
    public string? Found { get; }

    /// <summary>The version of the file, where it is SAF-T (PT) of another one.</summary>
    public string? Version { get; }
}
