using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Invoicing.Saft.Checks;
using Invoicing.Saft.Encodings;
using Invoicing.Saft.Schema;
using Invoicing.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Saft;

/// <summary>The small parts that everything rests on.</summary>
public sealed class PartsTests
{
    private readonly ITestOutputHelper _output;

    public PartsTests(ITestOutputHelper output) => _output = output;

    [Fact]
    public void Windows_1252_is_what_the_framework_takes_for_it()
    {
        var bytes = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        var known = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var own = CodePages.Windows1252;

        Assert.Equal(known.GetString(bytes), own.GetString(bytes));
        Assert.Equal(bytes, own.GetBytes(own.GetString(bytes)));
        Assert.Equal([0x41, (byte)'?', 0x80], own.GetBytes("A\u4E2D\u20AC"));
    }

    [Theory]
    [InlineData("\u00E1\u20AC\U0001F600", 3, 0)]
    [InlineData("\uFFFD", 0, 0)]
    [InlineData("plain text of more than eight bytes", 0, 0)]
    public void Utf8_is_recognised_in_pieces_of_any_size(string text, long characters, long invalid)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var size = 1; size <= bytes.Length; size++)
        {
            var inspector = new ByteInspector();
            foreach (var piece in bytes.Chunk(size))
            {
                inspector.Inspect(piece, 0, piece.Length);
            }

            inspector.Complete();
            Assert.Equal((characters, invalid), (inspector.Utf8Characters, inspector.InvalidUtf8));
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x41, 0xE1, 0x42 }, 1, 1)]
    [InlineData(new byte[] { 0x80 }, 1, 0)]
    [InlineData(new byte[] { 0x41, 0xC3 }, 1, 1)]
    [InlineData(new byte[] { 0xC3, 0xC3, 0xA1 }, 1, 0)]
    public void Invalid_utf8_is_counted_and_placed(byte[] bytes, long invalid, long first)
    {
        var inspector = new ByteInspector();

        inspector.Inspect(bytes, 0, bytes.Length);
        inspector.Complete();

        Assert.Equal((invalid, first), (inspector.InvalidUtf8, inspector.FirstInvalid));
    }

    [Theory]
    [InlineData("FT A/1", true)]
    [InlineData("FT A-2026.1/0001", true)]
    [InlineData("FT  A/1", false)]
    [InlineData("FT A^/1", false)]
    [InlineData("FT A/B/1", false)]
    [InlineData("FT A/", false)]
    [InlineData("FT /1", false)]
    [InlineData(" A/1", false)]
    [InlineData("FTA/1", false)]
    [InlineData("FT A/1a", false)]
    public void Document_numbers(string text, bool isValid) => Assert.Equal(isValid, SaftPatterns.IsDocumentNumber(text));

    [Theory]
    [InlineData("0", true)]
    [InlineData("12", true)]
    [InlineData("9999.1", true)]
    [InlineData("1-FTM abc/00001", true)]
    [InlineData("1-FTD XY 2013A/00099", true)]
    [InlineData("1-FTM ab c/00001", false)]
    [InlineData("1-FTM a/b/00001", false)]
    [InlineData("1-FTX abc/00001", false)]
    [InlineData("1-FTD 2013A/00099", false)]
    [InlineData("1.", false)]
    [InlineData(".1", false)]
    [InlineData("1-", false)]
    [InlineData("N\u00E3o certificado", false)]
    public void Hash_controls(string text, bool isValid) => Assert.Equal(isValid, SaftPatterns.IsHashControl(text));

    [Theory]
    [InlineData("2026-03-02 J1 123", true)]
    [InlineData("2026-03-02 J1 12345678901234567890", true)]
    [InlineData("2026-03-02 J1 123456789012345678901", false)]
    [InlineData("2026-13-02 J1 123", false)]
    [InlineData("2026-03-02 J1", false)]
    [InlineData("2026-03-02  123", false)]
    public void Transaction_ids(string text, bool isValid) => Assert.Equal(isValid, SaftPatterns.IsTransactionId(text));

    [Theory]
    [InlineData("Exemplo/Exemplo Lda", true)]
    [InlineData("a/b", true)]
    [InlineData("/b1", false)]
    [InlineData("a1/", false)]
    [InlineData("a/b/c", false)]
    public void Product_ids(string text, bool isValid) => Assert.Equal(isValid, SaftPatterns.IsProductId(text));

    [Theory]
    [InlineData("M07", true)]
    [InlineData("M07M99", true)]
    [InlineData("M7", false)]
    [InlineData("M07 M99", false)]
    [InlineData("m07", false)]
    [InlineData("", false)]
    public void Exemption_codes(string text, bool isValid) => Assert.Equal(isValid, SaftPatterns.IsExemptionCode(text));

    [Fact]
    public void Ranges_know_what_a_set_knows()
    {
        var random = new Random(TestSeed.Tell(_output));
        for (var round = 0; round < 50; round++)
        {
            var ranges = new NumberRanges();
            var set = new HashSet<long>();
            for (var i = 0; i < 60; i++)
            {
                var number = random.Next(1, 60);
                Assert.Equal(set.Add(number), ranges.Add(number, 0));
            }

            Assert.Equal(
                set.Order(),
                ranges.All.SelectMany(range => Enumerable.Range((int)range.From, (int)(range.To - range.From + 1)).Select(n => (long)n)));
            Assert.Equal(set.Max(), ranges.Last);
            Assert.All(
                Enumerable.Range(0, 65),
                number => Assert.Equal(number > set.Min() && number < set.Max() && !set.Contains(number), ranges.IsGap(number)));
            Assert.All(ranges.All.Skip(1).Zip(ranges.All), pair => Assert.True(pair.First.From > pair.Second.To + 1));
        }
    }

    [Fact]
    public void Fingerprints_are_kept_with_their_values()
    {
        var table = new FingerprintTable(hasValues: true);
        for (ulong i = 0; i < 20_000; i++)
        {
            Assert.True(table.Add(i * 0x9E3779B97F4A7C15 | 2, i));
        }

        Assert.False(table.Add(2, 99));
        Assert.True(table.TryGet(2, out var first));
        Assert.Equal(0UL, first);
        Assert.All(Enumerable.Range(0, 20_000), i => Assert.True(table.Contains((ulong)i * 0x9E3779B97F4A7C15 | 2)));
        Assert.False(table.Contains(1));
    }
}
