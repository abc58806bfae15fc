using System;
using System.Linq;
using System.Text;
using Xunit;
using static Invoicing.Tests.Banking.BankText;

namespace Invoicing.Tests.Banking;

/// <summary>Norma 43 of the Spanish banks.</summary>
public sealed class Norma43Tests
{
    private static string[] Good => Norma43((121, ["TRANSF. PANADERIA DEL RIO".PadRight(38) + "FACTURA 2026_0041", "GRACIAS"]), (-20.50m, ["COMISION"]));

    [Fact]
    public void A_statement_is_read()
    {
        BankEntry[] entries = Read(string.Join("\r\n", Good));

        Assert.Equal([121m, -20.50m], entries.Select(entry => entry.Amount));
        Assert.Equal("TRANSF. PANADERIA DEL RIO FACTURA 2026_0041 GRACIAS", entries[0].Text);
        Assert.Equal(new DateTime(2026, 3, 5), entries[0].Date);
        Assert.Equal(new DateTime(2026, 3, 6), entries[0].ValueDate);
        Assert.Equal("EUR", entries[0].Currency);
        Assert.Equal("210004180200051332", entries[0].Account);
        Assert.Equal("0000000012", entries[0].BankReference);
        Assert.Equal(2, entries[0].Line);
    }

    [Fact]
    public void Lines_without_their_blanks_at_the_end_are_read() => Assert.Equal(2, Read(string.Join("\n", Good.Select(line => line.TrimEnd())) + "\n\u001A").Length);

    [Fact]
    public void A_wrong_balance_is_refused_with_the_difference()
    {
        string file = string.Join("\n", Good).Replace("200000000110050978", "200000000110150978", StringComparison.Ordinal);

        Assert.Contains("1.00 is missing", Fault(file).Message);
        Assert.Equal(2, Read(file, new BankStatementOptions { SkipBalanceCheck = true }).Length);
    }

    [Fact]
    public void A_wrong_sum_is_refused_with_the_difference() =>
        Assert.Contains("a difference of 1.00", Fault(string.Join("\n", Good).Replace("0000100000000012100", "0000100000000012200", StringComparison.Ordinal)).Message);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_cut_file_gives_nothing(int lines) => Assert.Contains("ends too early", Fault(string.Join("\n", Good[..^lines])).Message);

    [Fact]
    public void A_line_that_is_lost_is_found_by_the_count() => Assert.Contains("says that it has 7 lines before its end, and has 6", Fault(string.Join("\n", Good.Where((_, place) => place != 3))).Message);

    [Theory]
    [InlineData("22    0418260305", "22    0418261305")]
    [InlineData("\n23", "\n77")]
    [InlineData("02001200000000012100", "02001900000000012100")]
    [InlineData("02001200000000012100", "020012000000000121,0")]
    public void What_cannot_be_read_is_refused_with_its_line(string good, string bad)
    {
        string file = string.Join("\n", Good);
        string broken = file.Replace(good, bad, StringComparison.Ordinal);

        Assert.NotEqual(file, broken);
        Assert.StartsWith("Line ", Fault(broken).Message);
    }

    [Fact]
    public void The_older_encoding_is_read()
    {
        byte[] file = Encoding.Latin1.GetBytes(string.Join("\r\n", Norma43((5, ["PANADERÍA PEÑA"]))));

        Assert.Equal("PANADERÍA PEÑA", Read(file).Single().Text);
    }
}
