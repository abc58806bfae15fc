using System;
using System.Linq;
using System.Text;
using Invoicing.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Saft;

/// <summary>Whatever the bytes are, a check ends in a report.</summary>
public sealed class RobustnessTests
{
    private readonly ITestOutputHelper _output;

    public RobustnessTests(ITestOutputHelper output) => _output = output;

    [Fact]
    public void Damaged_bytes_end_in_findings()
    {
        var random = new Random(TestSeed.Tell(_output));
        var valid = RuleCases.Utf8(TestFile.Typical().ToXml());
        for (var round = 0; round < 400; round++)
        {
            var bytes = valid.ToArray();
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var report = TestFile.Check(bytes[..random.Next(round % 2 == 0 ? bytes.Length : 1, bytes.Length + 1)]);

            Assert.All(report.Findings, finding => Assert.NotEmpty(finding.Message));
            Assert.True(report.Summary.IsComplete || !report.IsValid);
        }
    }

    [Fact]
    public void Exchanged_texts_end_in_findings()
    {
        var random = new Random(TestSeed.Tell(_output));
        var parts = TestFile.Typical().ToXml().Split('>');
        string[] texts = ["", "0", "-1", "79228162514264337593543950335", "9223372036854775807", "FT A/9223372036854775799", "9999-12-31", "\u20AC", "*"];
        for (var round = 0; round < 400; round++)
        {
            var copy = parts.ToArray();
            for (var i = random.Next(1, 20); i > 0; i--)
            {
                var at = random.Next(2, copy.Length); // behind the declaration and the root
                var tag = copy[at].IndexOf('<', StringComparison.Ordinal);
                copy[at] = tag > 0 ? texts[random.Next(texts.Length)] + copy[at][tag..] : copy[at];
            }

            Assert.True(TestFile.Check(string.Join('>', copy)).Summary.IsComplete);
        }
    }

    [Fact]
    public void Amounts_beyond_computing_are_told()
    {
        var huge = new string('9', 28);
        var xml = TestFile.Typical().ToXml(
            "<Quantity>3</Quantity><UnitOfMeasure>Un</UnitOfMeasure><UnitPrice>20<",
            $"<Quantity>{huge}</Quantity><UnitOfMeasure>Un</UnitOfMeasure><UnitPrice>{huge}<");

        Assert.Contains(TestFile.Check(xml).Findings, finding => finding.RuleId == "S01" && finding.DocumentNumber == "FT A/2");
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("<?xml version='1.0' encoding='")]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><a/>")]
    [InlineData("\0\0\0\0")]
    [InlineData("<AuditFile xmlns='urn:OECD:StandardAuditFile-Tax:PT_1.04_01'/>")]
    public void Odd_beginnings_end_in_findings(string text)
        => Assert.NotEmpty(TestFile.Check(Encoding.Latin1.GetBytes(text)).Findings);
}
