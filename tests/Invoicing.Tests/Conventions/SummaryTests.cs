using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Conventions;

/// <summary>Summaries name the thing or the action. They do not begin with a relative clause.</summary>
public sealed class SummaryTests
{
    /// <summary>Every folder of src.</summary>
    public static TheoryData<string> Folders =>
        [.. Directory.GetDirectories(Repository.PathOf("src")).Select(folder => "src/" + Path.GetFileName(folder)).Order()];

    private static readonly Regex RelativeClause = new(
        @"<(?:summary|remarks|returns|param name=""\w+"")>\s*(?:///\s*)?(?:What|Whether|How|Where|Which|Who|Whose|When|Why|That)\b[^\r\n]*");

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_summary_begins_with_a_relative_clause(string folder)
    {
        string[] files = [.. Files(folder)];

        Assert.NotEmpty(files);
        Assert.Empty(
            from file in files
            from Match match in RelativeClause.Matches(File.ReadAllText(file))
            select $"{Path.GetFileName(file)}: {match.Value}");
    }

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Replace('\\', '/').Contains("/obj/"));
}
