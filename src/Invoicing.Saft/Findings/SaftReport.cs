using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Saft;

/// <summary>The result of a check.</summary>
public sealed class SaftReport
{
    internal SaftReport(SaftSummary summary, IReadOnlyList<SaftFinding> findings, SaftChainState state)
    {
        Summary = summary;
        Findings = findings;
        State = state;
    }

    /// <summary>The contents of the file.</summary>
    public SaftSummary Summary { get; }

    /// <summary>The findings, by table, rule and line.</summary>
    public IReadOnlyList<SaftFinding> Findings { get; }

    /// <summary>
    /// The present state of each series, for the check of the next file; series that this file lacks are carried on. Keep it only where
    /// <see cref="SaftSummary.IsComplete"/> is true.
    /// </summary>
    public SaftChainState State { get; }

    /// <summary>True where no finding is an error.</summary>
    public bool IsValid => Findings.All(finding => finding.Level != SaftLevel.Error);
}
