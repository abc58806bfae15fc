using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Conventions;

/// <summary>A file has one idea, and a list stands in one place.</summary>
public sealed class FileTests
{
    private const int MostLines = 200;

    [Theory]
    [InlineData("src/Invoicing/Base")]
    [InlineData("src/Invoicing/Commands")]
    public void NoFileOfACmdletIsLong(string folder)
    {
        string[] files = [.. Files(folder, "*.cs")];

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => File.ReadLines(file).Count() > MostLines).Select(file => $"{Path.GetFileName(file)} has more than {MostLines} lines."));
    }

    /// <summary>A test that runs at every provider takes them from the catalogue, so that a new one joins by itself.</summary>
    [Fact]
    public void NoTestListsTheProvidersByHand()
    {
        string name = string.Join("|", InvoiceProvider.All.Select(provider => provider.Name));
        var list = new Regex($@"(?:(?:@\{{ *Provider *= *)?['""](?:{name})['""](?: *\}})?\s*(?:,\s*)?){{4,}}");
        string[] files = [.. Files("tests", "*.cs"), .. Files("tests", "*.ps1")];

        Assert.True(files.Length > 100);
        Assert.Empty(files.Where(file => list.IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));
    }

    private static IEnumerable<string> Files(string folder, string pattern) => Directory
        .EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Replace('\\', '/').Contains("/obj/"));
}
