using System;
using System.Linq;
using System.Security.Cryptography;
using Invoicing.Sandbox.Pdf;
using Xunit;

namespace Invoicing.Tests.SandboxSaft;

public sealed class QrCodeTests
{
    // The bytes of text that level M of versions 1 to 15 takes.
    private static readonly int[] Capacities = { 14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412 };

    [Fact]
    public void TheSmallestVersionThatFitsIsTaken()
    {
        var sizes = Capacities.SelectMany(c => new[] { c, c + 1 }).SkipLast(1).Select(n => QrCode.Encode(new string('a', n)).GetLength(0));

        Assert.Equal(Enumerable.Range(1, 29).Select(i => 17 + (4 * ((i / 2) + 1))), sizes);
    }

    [Fact]
    public void ATextThatIsTooLongIsRefused() => Assert.Throws<ArgumentException>(() => QrCode.Encode(new string('a', 413)));

    [Fact]
    public void LettersOutsideAsciiTakeTheirBytesInUtf8() => Assert.Equal(25, QrCode.Encode(new string('é', 8)).GetLength(0));

    [Fact]
    public void TheChecksAreThoseOfTheTextbookExample()
    {
        // "HELLO WORLD" in version 1 at level M, the example that most introductions to the standard work through.
        var data = new byte[] { 32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17 };

        Assert.Equal(new byte[] { 196, 35, 39, 119, 235, 215, 231, 226, 93, 23 }, QrReedSolomon.Remainder(data, 10));
    }

    // Both were read back by an independent reader when the digests were taken; they hold on to what it could read.
    [Theory]
    [InlineData("https://example.pt/", "2B466308852AA820")]
    [InlineData(
        "A:599999993*B:999999990*C:PT*D:FT*E:N*F:20260302*G:FT DEMO26/1*H:BCDF2345-1*I1:PT*I7:100.00*I8:23.00*N:23.00*O:123.00",
        "CE491108145158F6")]
    public void ACodeThatWasReadBackStaysTheSame(string text, string digest)
    {
        var modules = QrCode.Encode(text).Cast<bool>().Select(dark => dark ? (byte)1 : (byte)0).ToArray();

        Assert.Equal(digest, Convert.ToHexString(SHA256.HashData(modules))[..16]);
    }
}
