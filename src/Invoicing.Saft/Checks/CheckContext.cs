using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Saft.Checks;

/// <summary>The data that the checks of one run share.</summary>
internal sealed class CheckContext(SaftCheckOptions options)
{
    private readonly Dictionary<SaftTable, SaftTableSummary> _tables = [];

    public SaftCheckOptions Options { get; } = options;

    public FindingCollector Findings { get; } = new(options);

    public SaftSummary Summary { get; } = new();

    /// <summary>The header; null before it was read, and in a file without one.</summary>
    public SaftHeader? Header { get; set; }

    public DocumentIndex Documents { get; } = new();

    public SeriesBook Series { get; } = new(options.PreviousState);

    public bool HasDocumentTables => _tables.Keys.Any(table => table != SaftTable.GeneralLedgerEntries);

    public SaftTableSummary Table(SaftTable table)
    {
        if (!_tables.TryGetValue(table, out var summary))
        {
            _tables.Add(table, summary = new SaftTableSummary(table));
        }

        return summary;
    }

    /// <summary>Adds up what the findings say and puts them in order.</summary>
    public SaftReport ToReport()
    {
        foreach (var finding in Findings.Findings)
        {
            Count(finding, SaftLevel.Error, count => Summary.Errors += count, (table, count) => table.Errors += count);
            Count(finding, SaftLevel.Warning, count => Summary.Warnings += count, (table, count) => table.Warnings += count);
        }

        Summary.Tables = _tables.Values.OrderBy(table => table.Table).ToList();
        var findings = Findings.Findings.OrderBy(finding => finding.Table).ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line).ToList();
        return new SaftReport(Summary, findings, Series.ToState(Summary.TaxRegistrationNumber));
    }

    private void Count(SaftFinding finding, SaftLevel level, Action<long> addToFile, Action<SaftTableSummary, long> addToTable)
    {
        if (finding.Level != level)
        {
            return;
        }

        addToFile(finding.Count);
        if (_tables.TryGetValue(finding.Table, out var table))
        {
            addToTable(table, finding.Count);
        }
    }
}
