using System;
using System.Linq;
using System.Text;
using Xunit;
using static Invoicing.Tests.Banking.BankText;

namespace Invoicing.Tests.Banking;

/// <summary>SWIFT MT940.</summary>
public sealed class Mt940Tests
{
    private const string Line = ":61:2603050306C123,45NTRFORDER-1//B-77\r\n";

    [Fact]
    public void A_statement_is_read()
    {
        BankEntry entry = Assert.Single(Read(Mt940(Line + ":86:Arve 1001 Puit\r\n")));

        Assert.Equal(123.45m, entry.Amount);
        Assert.Equal(new DateTime(2026, 3, 6), entry.Date);
        Assert.Equal(new DateTime(2026, 3, 5), entry.ValueDate);
        Assert.Equal("EUR", entry.Currency);
        Assert.Equal("ORDER-1", entry.EndToEndId);
        Assert.Equal("B-77", entry.BankReference);
        Assert.Equal("Arve 1001 Puit", entry.Text);
        Assert.Equal("EE471000001020145685", entry.Account);
        Assert.Equal(6, entry.Line);
    }

    [Theory]
    [InlineData("C", 123.45)]
    [InlineData("D", -123.45)]
    [InlineData("RD", 123.45)]
    [InlineData("RC", -123.45)]
    [InlineData("CR", 123.45)]
    public void Signs_and_reversals_are_told(string sign, double amount)
    {
        string closing = amount > 0 ? "C260331EUR1123,45" : "C260331EUR876,55";
        BankEntry entry = Assert.Single(Read(Mt940($":61:260305{sign}123,45NTRFNONREF\r\n", closing: closing)));

        Assert.Equal((decimal)amount, entry.Amount);
        Assert.Equal(sign is "RD" or "RC", entry.IsReversal);
        Assert.Null(entry.EndToEndId);
    }

    [Fact]
    public void Subfields_are_read()
    {
        BankEntry entry = Assert.Single(Read(Mt940(Line + ":86:166?00Gutschrift?20EREF+ORD-9?21SVWZ+Invoice FT 2026/1012345?226 thanks?30BANKDEFF?31DE89370400440532013000?32Acme?33 Trading\r\n")));

        Assert.Equal("ORD-9", entry.EndToEndId);
        Assert.Contains("Invoice FT 2026/10123456 thanks", entry.Text);
        Assert.Equal("DE89370400440532013000", entry.Iban);
        Assert.Equal("Acme Trading", entry.Counterparty);
    }

    [Fact]
    public void Words_between_slashes_are_read()
    {
        BankEntry entry = Assert.Single(Read(Mt940(Line + ":86:/TRTP/SEPA/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/Jansen BV/REMI/Invoice 10\r\n01 of March/EREF/E-5\r\n")));

        Assert.Equal("NL91ABNA0417164300", entry.Iban);
        Assert.Equal("Jansen BV", entry.Counterparty);
        Assert.Equal("Invoice 1001 of March", entry.Text);
        Assert.Equal("E-5", entry.EndToEndId);
    }

    [Fact]
    public void An_account_in_free_text_is_found_by_its_check_digits() =>
        Assert.Equal("NL91ABNA0417164300", Assert.Single(Read(Mt940(Line + ":86:from NL91 ABNA 0417 1643 00 or NL92ABNA0417164300\r\n"))).Iban);

    [Fact]
    public void Several_statements_and_pages_follow_each_other()
    {
        BankEntry[] entries = Read(Mt940(Line) + Mt940(Line).Replace("60F", "60M", StringComparison.Ordinal).Replace("62F", "62M", StringComparison.Ordinal));

        Assert.Equal(2, entries.Length);
        Assert.NotEqual(entries[0].Id, entries[1].Id);
    }

    [Theory]
    [InlineData("C260331EUR1124,00", "0.55 is missing")]
    [InlineData("D260331EUR1123,45", "2246.90 is too much")]
    public void Balances_that_do_not_agree_are_refused_with_the_difference(string closing, string says)
    {
        Assert.Contains(says, Fault(Mt940(Line, closing: closing)).Message);
        Assert.Single(Read(Mt940(Line, closing: closing), new BankStatementOptions { SkipBalanceCheck = true }));
    }

    [Theory]
    [InlineData(":62F:")]
    [InlineData(":61:")]
    public void A_cut_file_gives_nothing(string before)
    {
        string file = Mt940(Line + ":86:text\r\n");

        Assert.Contains("ends too early", Fault(file[..file.IndexOf(before, StringComparison.Ordinal)]).Message);
    }

    [Theory]
    [InlineData("260305", "260230")]
    [InlineData("C123,45", "X123,45")]
    [InlineData(":60F:C", ":60F:Z")]
    public void What_cannot_be_read_is_refused_with_its_line(string good, string bad) =>
        Assert.StartsWith("Line ", Fault(Mt940(Line).Replace(good, bad, StringComparison.Ordinal)).Message);

    [Fact]
    public void Day_and_year_of_booking_belong_together()
    {
        BankEntry entry = Assert.Single(Read(Mt940(":61:2512310102C123,45NTRFNONREF\r\n")));

        Assert.Equal(new DateTime(2026, 1, 2), entry.Date);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    public void Encodings_are_found(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes(Mt940(Line + ":86:Padaria São João\r\n"))];

        Assert.Equal("Padaria São João", Read(file).Single().Text);
    }

    [Fact]
    public void A_line_without_end_is_refused() => Assert.Contains("characters", Fault(Mt940(Line + ":86:" + new string('x', 100_000) + "\r\n")).Message);

    [Fact]
    public void A_text_without_end_is_refused() => Assert.Contains("lines", Fault(Mt940(Line + ":86:" + string.Concat(Enumerable.Repeat("x\r\n", 500)))).Message);
}
