using System.IO;
using Invoicing.Http;
using Xunit;

namespace Invoicing.Tests.Compatibility;

/// <summary>Paths that no file can have, here and as on Windows.</summary>
public sealed class LocalPathTests
{
    [Theory]
    [InlineData("a?.pdf", "'?'")]
    [InlineData("a*.pdf", "'*'")]
    [InlineData("a|b.pdf", "'|'")]
    [InlineData("a<b>.pdf", "'<'")]
    [InlineData("\"a\".pdf", "'\"'")]
    [InlineData(@"C:\x\a:b.pdf", "':'")]
    [InlineData(@"C:\x?\a.pdf", "'?'")]
    [InlineData("a\tb.pdf", "control character")]
    [InlineData("NUL", "device")]
    [InlineData("nul.pdf", "device")]
    [InlineData("con .txt", "device")]
    [InlineData(@"C:\x\COM1", "device")]
    [InlineData("x/LPT9.pdf", "device")]
    [InlineData(@"C:\aux\a.pdf", "device")]
    [InlineData(@"\\.\pipe\a", "device")]
    public void WindowsHasNoSuchFile(string path, string reason)
    {
        InvoicingException fault = Assert.Throws<InvoicingException>(() => LocalPath.Full(path, Runtimes.NetFramework));

        Assert.Equal(ErrorKind.FileFailed, fault.Kind);
        Assert.Contains(reason, fault.Message);
        Assert.StartsWith($"'{path}' ", fault.Message);
    }

    [Theory]
    [InlineData(@"C:\x\a.pdf")]
    [InlineData(@"\\server\share\a.pdf")]
    [InlineData(@"\\?\C:\x\a.pdf")]
    [InlineData("2026/03/a.pdf")]
    [InlineData("COM10.pdf")]
    [InlineData("console.pdf")]
    [InlineData("NULL.pdf")]
    [InlineData("fatura nº 1 - ação.pdf")]
    public void WindowsHasSuchAFile(string path) => Assert.Equal(Path.GetFullPath(path), LocalPath.Full(path, Runtimes.NetFramework));

    [Theory]
    [InlineData(259, true)]
    [InlineData(260, false)]
    public void APathHasALength(int length, bool allowed)
    {
        string path = "/" + new string('x', length - 1);

        Assert.Equal(allowed, Record.Exception(() => LocalPath.Full(path, Runtimes.NetFramework)) is null);
        Assert.Equal(Path.GetFullPath(path), LocalPath.Full(path, new RuntimeTraits()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public void NoSystemHasSuchAFile(string path) =>
        Assert.Equal(ErrorKind.FileFailed, Assert.Throws<InvoicingException>(() => LocalPath.Full(path)).Kind);

    /// <summary>Where a letter is allowed, a user may use it.</summary>
    [Fact]
    public void ElsewhereTheRulesOfWindowsDoNotHold() => Assert.Equal(Path.GetFullPath("a?.pdf"), LocalPath.Full("a?.pdf", new RuntimeTraits()));
}
