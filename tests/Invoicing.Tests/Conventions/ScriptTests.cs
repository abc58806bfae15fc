using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Conventions;

/// <summary>Scripts and examples mean the same in Windows PowerShell 5.1 as in PowerShell 7.</summary>
public sealed class ScriptTests
{
    private static readonly string[] Built = ["bin", "obj", "out", "TestResults"];

    /// <summary>Windows PowerShell takes a script without a mark for text in the old code page of the machine.</summary>
    [Fact]
    public void AScriptWithOtherThanPlainLettersHasAByteOrderMark()
    {
        string[] scripts = [.. Files("ps1", "psm1", "psd1", "ps1xml")];

        Assert.True(scripts.Length > 10);
        Assert.All(scripts, file =>
        {
            byte[] bytes = File.ReadAllBytes(file);
            Assert.True(bytes.All(one => one < 128) || bytes is [0xEF, 0xBB, 0xBF, ..], $"{file} has letters beyond ASCII and no byte order mark.");
        });
    }

    /// <summary>By default Windows PowerShell writes a line with the type first, and a question mark for each letter with an accent.</summary>
    [Theory]
    [InlineData("Export-Csv", "-NoTypeInformation", "-Encoding UTF8")]
    [InlineData("ConvertTo-Csv", "-NoTypeInformation")]
    public void ACsvFileIsWrittenInOneWay(string cmdlet, params string[] needed)
    {
        var uses = Files("md", "ps1", "psm1", "txt", "maml")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), $@"\|\s*{cmdlet}\b[^|\r\n]*").Select(use => (File: file, use.Value)))
            .ToArray();

        Assert.NotEmpty(uses);
        Assert.All(uses, use => Assert.All(needed, part => Assert.True(
            use.Value.Contains(part, StringComparison.OrdinalIgnoreCase), $"{use.File}: '{use.Value.Trim()}' is without {part}.")));
    }

    private static IEnumerable<string> Files(params string[] endings)
    {
        string root = Repository.PathOf("");
        return endings.SelectMany(ending => Directory.EnumerateFiles(root, "*." + ending, SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(part => Built.Contains(part) || part.StartsWith('.')));
    }
}
