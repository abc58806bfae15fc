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
    /// <summary>Folders that keep to the rule. The list may only grow.</summary>
    public static readonly TheoryData<string> Folders =
    [
        "src/Invoicing",
        "src/Invoicing.Core/Composition",
        "src/Invoicing.Core/Engine",
        "src/Invoicing.Core/Errors",
        "src/Invoicing.Core/Http",
        "src/Invoicing.Core/Journal",
        "src/Invoicing.Core/Model",
        "src/Invoicing.Core/Providers",
        "src/Invoicing.Core/Sessions",
        "src/Invoicing.Saft",
        "src/Invoicing.Sandbox",
    ];

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
