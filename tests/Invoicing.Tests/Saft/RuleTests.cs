using System.Linq;
using Invoicing.Saft;
using Xunit;

namespace Invoicing.Tests.Saft;

public sealed class RuleTests
{
    public static TheoryData<string> Breaking => new(BreakingCases.All.Select(Name));

    public static TheoryData<string> Passing => new(PassingCases.All.Select(Name));

    [Theory]
    [MemberData(nameof(Breaking))]
    public void A_file_that_breaks_one_rule_has_findings_of_that_rule_only(string name)
    {
        var one = BreakingCases.All.Single(item => Name(item) == name);

        var findings = TestFile.Check(one.Bytes(), one.Options()).Findings;

        Assert.Equal([one.Rule], findings.Select(finding => finding.RuleId).Distinct());
        Assert.All(findings, finding => Assert.Equal(one.Level ?? finding.Level, finding.Level));
        Assert.All(findings, finding => Assert.NotEmpty(finding.Places));
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public void A_file_that_only_comes_near_has_no_finding(string name)
    {
        var one = PassingCases.All.Single(item => Name(item) == name);

        Assert.Empty(TestFile.Check(one.Bytes(), one.Options()).Findings.Select(finding => finding.ToString()));
    }

    [Fact]
    public void Every_rule_has_a_file_that_breaks_it()
        => Assert.Equal(SaftRules.All.Select(rule => rule.Id), BreakingCases.All.Select(item => item.Rule).Distinct());

    private static string Name(RuleCase item) => $"{item.Rule} {item.Name}";
}
