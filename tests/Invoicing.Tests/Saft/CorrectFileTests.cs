using System.Linq;
using Invoicing.Saft.Schema;
using Xunit;

namespace Invoicing.Tests.Saft;

public sealed class CorrectFileTests
{
    [Fact]
    public void A_correct_file_has_no_finding()
    {
        var report = TestFile.Typical().Check();

        Assert.Empty(report.Findings.Select(finding => finding.ToString()));
        Assert.True(report.IsValid);
        Assert.True(report.Summary.IsComplete);
        Assert.Equal(6, report.Summary.Documents);
    }

    [Fact]
    public void The_schema_has_as_many_paths_as_the_official_one()
        => Assert.Equal(464, Paths(SaftSchema.Instance.Root)); // the root itself is not counted

    [Fact]
    public void There_are_250_countries() => Assert.Equal(250, SaftCodes.CountryCount);

    [Fact]
    public void There_are_191_currencies() => Assert.Equal(191, SaftCodes.CurrencyCount);

    private static int Paths(ContentModel content)
        => content.Elements.Sum(element => 1 + (element.Content is null ? 0 : Paths(element.Content)));
}
