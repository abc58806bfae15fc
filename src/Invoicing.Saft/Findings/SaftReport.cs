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

    /// <summary>What the file holds.</summary>
    public SaftSummary Summary { get; }

    /// <summary>What was found, by table, rule and line.</summary>
    public IReadOnlyList<SaftFinding> Findings { get; }

    /// <summary>
    /// Where each series stands now, for the check of the next file; series that this file lacks are carried on. Keep it only where
    /// <see cref="SaftSummary.IsComplete"/> is true.
    /// </summary>
    public SaftChainState State { get; }

    /// <summary>True where no finding is an error.</summary>
    public bool IsValid => Findings.All(finding => finding.Level != SaftLevel.Error);
}
