using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Archives;
using Xunit;

namespace Invoicing.Tests.Archives;

/// <summary>Names of files are the same on every system, and no two records share one.</summary>
public sealed class ArchivePathTests
{
    private static readonly string[] Ids = ["1", "a", "A", "á", "a\u0301", "a/b", "a-b", "a b", "..", ".", "CON", "nul", "x".PadRight(300, 'x'), "x".PadRight(301, 'x'), "1:2", "名", "字", " 1", "1 ", ""];

    public static TheoryData<string> Numbers => ["FT 2026/14", "CON", "../../etc/passwd", @"C:\x", "a\nb", "NUL.pdf", "árvore/1", "x".PadRight(500, 'x'), "."];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void ANameIsSafe(string number)
    {
        foreach (string id in Ids)
        {
            string path = ArchivePath.Of(new Invoice { Id = id, Number = number, Date = new(2026, 3, 5) }, ".json");

            Assert.Matches(new Regex("^documents/2026/03/invoice-[a-z0-9-]{1,110}\\.json$"), path);
            Assert.NotNull(ArchivePath.Within("x", path));
        }
    }

    [Fact]
    public void NoTwoRecordsShareAName()
    {
        IEnumerable<string> paths = Ids.Select(id => ArchivePath.Of(new Client { Id = id }, ".json"));

        Assert.Equal(Ids.Length, paths.Distinct(System.StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/x")]
    [InlineData("a/../x")]
    [InlineData(@"a\..\x")]
    [InlineData("C:/x")]
    [InlineData("a//x")]
    [InlineData("")]
    [InlineData("a/...")]
    public void APathThatLeadsOutIsRefused(string path) => Assert.Null(ArchivePath.Within("x", path));
}
