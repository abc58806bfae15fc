using System.Linq;
using Invoicing.Saft;
using Xunit;

namespace Invoicing.Tests.Saft;

public sealed class RuleTests
{
    public static TheoryData<string> BreakingCases => new(RuleCases.Breaking.Select(Name));

    public static TheoryData<string> PassingCases => new(RuleCases.Passing.Select(Name));

    [Theory]
    [MemberData(nameof(BreakingCases))]
    public void A_file_that_breaks_one_rule_has_findings_of_that_rule_only(string name)
    {
        var one = RuleCases.Breaking.Single(item => Name(item) == name);

        var findings = TestFile.Check(one.Bytes(), one.Options()).Findings;

        Assert.Equal([one.Rule], findings.Select(finding => finding.RuleId).Distinct());
        Assert.All(findings, finding => Assert.Equal(one.Level ?? finding.Level, finding.Level));
        Assert.All(findings, finding => Assert.NotEmpty(finding.Places));
    }

    [Theory]
    [MemberData(nameof(PassingCases))]
    public void A_file_that_only_comes_near_has_no_finding(string name)
    {
        var one = RuleCases.Passing.Single(item => Name(item) == name);

        Assert.Empty(TestFile.Check(one.Bytes(), one.Options()).Findings.Select(finding => finding.ToString()));
    }

    [Fact]
    public void Every_rule_has_a_file_that_breaks_it()
        => Assert.Equal(SaftRules.All.Select(rule => rule.Id), RuleCases.Breaking.Select(item => item.Rule).Distinct());

    private static string Name(RuleCase item) => $"{item.Rule} {item.Name}";
}
