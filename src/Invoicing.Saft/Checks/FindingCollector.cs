using System;
using System.Collections.Generic;
using System.Linq;
using FindingKey = (string Rule, Invoicing.Saft.SaftLevel, Invoicing.Saft.SaftTier, Invoicing.Saft.SaftTable, string Description);

namespace Invoicing.Saft.Checks;

/// <summary>Gathers findings: the same fault at many places becomes one with a count, so that memory stays bounded.</summary>
internal sealed class FindingCollector
{
    private const int MaxGroups = 2000;
    private const int MaxFoundLength = 120;
    private const string Further = "There are further findings of this rule, which are only counted.";

    private readonly Dictionary<FindingKey, SaftFinding> _groups = [];
    private readonly Dictionary<string, SaftRule> _rules;
    private readonly SaftCheckLevel _level;
    private readonly int _places;

    public FindingCollector(SaftCheckOptions options)
    {
        var include = options.Rules.Select(NamePattern.For).ToList();
        var exclude = options.ExcludeRules.Select(NamePattern.For).ToList();
        _level = options.Level;
        _places = Math.Max(1, options.PlacesPerFinding);
        _rules = SaftRules.All
            .Where(rule => (include.Count == 0 || include.Any(matches => matches(rule.Id))) && !exclude.Any(matches => matches(rule.Id)))
            .ToDictionary(rule => rule.Id, StringComparer.Ordinal);
    }

    public IEnumerable<SaftFinding> Findings => _groups.Values;

    /// <summary>The file that the findings are of; null for a stream.</summary>
    public string? Path { get; set; }

    public bool IsOn(string ruleId) => _rules.ContainsKey(ruleId);

    public void Add(
        string ruleId, SaftTable table, string? document, int line, string description, string? expected, string? found,
        SaftLevel? level = null, SaftTier? tier = null)
    {
        if (!_rules.TryGetValue(ruleId, out var rule) || (_level == SaftCheckLevel.Intake && (tier ?? rule.Tier) == SaftTier.Strict))
        {
            return;
        }

        var finding = Group(rule, level ?? rule.Level, tier ?? rule.Tier, table, description);
        finding.Add(finding.HasRoom(_places) ? new SaftPlace(document, line, expected, Short(found)) : null);
    }

    private static string? Short(string? text)
        => text is null || text.Length <= MaxFoundLength ? text : text.Substring(0, MaxFoundLength) + "...";

    private SaftFinding Group(SaftRule rule, SaftLevel level, SaftTier tier, SaftTable table, string description)
    {
        FindingKey key = (rule.Id, level, tier, table, description);
        if (_groups.Count >= MaxGroups && !_groups.ContainsKey(key))
        {
            key.Description = Further;
        }

        if (!_groups.TryGetValue(key, out var finding))
        {
            _groups.Add(key, finding = new SaftFinding(rule, level, tier, table, key.Description) { Path = Path });
        }

        return finding;
    }
}
