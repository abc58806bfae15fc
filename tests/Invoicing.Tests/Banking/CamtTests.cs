using System;
using System.Linq;
using System.Text;
using Xunit;
using static Invoicing.Tests.Banking.BankText;

namespace Invoicing.Tests.Banking;

/// <summary>camt.053 and camt.054.</summary>
public sealed class CamtTests
{
    public static readonly TheoryData<string> Versions = [.. Enumerable.Range(2, 9).Select(version => version.ToString("00", null))];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_version_is_read(string version)
    {
        bool isNew = string.CompareOrdinal(version, "08") >= 0;
        string status = isNew ? "<Sts><Cd>BOOK</Cd></Sts>" : "<Sts>BOOK</Sts>";
        BankEntry entry = Assert.Single(Read(Camt(version, Balance("OPBD", 100) + Balance("CLBD", 223.45m) + Entry(123.45m, Detail("Arve 1001", isNew: isNew), status))));

        Assert.Equal(123.45m, entry.Amount);
        Assert.Equal(new DateTime(2026, 3, 5), entry.Date);
        Assert.Equal(new DateTime(2026, 3, 6), entry.ValueDate);
        Assert.Equal("EUR", entry.Currency);
        Assert.Equal("Puit OÜ", entry.Counterparty);
        Assert.Equal("EE382200221020145685", entry.Iban);
        Assert.Equal("Arve 1001", entry.Text);
        Assert.Equal("E2E-9", entry.EndToEndId);
        Assert.Equal("B1", entry.BankReference);
        Assert.Equal("EE471000001020145685", entry.Account);
        Assert.Equal(BankFormat.Camt053, entry.Format);
        Assert.True(entry.Line > 1);
    }

    [Theory]
    [InlineData("01")]
    [InlineData("11")]
    public void Other_versions_are_refused_by_name(string version) => Assert.Contains($"camt.053.001.{version}", Fault(Camt(version, Entry(1))).Message);

    [Fact]
    public void A_notification_has_no_balances()
    {
        BankEntry entry = Assert.Single(Read(Camt("04", Entry(5, Detail("x")), "054")));

        Assert.Equal(BankFormat.Camt054, entry.Format);
    }

    [Fact]
    public void The_same_entry_has_the_same_id_in_statement_and_notification()
    {
        string id = Read(Camt("04", Entry(5, Detail("x")), "054")).Single().Id;

        Assert.Equal(id, Read(Camt("08", Balance("OPBD", 0) + Balance("CLBD", 5) + Entry(5, Detail("X, other words", isNew: true)))).Single().Id);
    }

    [Fact]
    public void A_batch_gives_its_parts()
    {
        BankEntry[] entries = Read(Camt("02", Entry(30, Detail("Arve 1", 10) + Detail("Arve 22", 20, "Kala AS"))));

        Assert.Equal([10m, 20m], entries.Select(entry => entry.Amount));
        Assert.Equal(["Puit OÜ", "Kala AS"], entries.Select(entry => entry.Counterparty));
        Assert.Equal(["B1/1", "B1/2"], entries.Select(entry => entry.BankReference));
        Assert.Equal(2, entries.Select(entry => entry.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(10, 15)]
    [InlineData(10, null)]
    public void A_batch_whose_parts_are_not_the_whole_stays_whole(int first, int? second)
    {
        BankEntry entry = Assert.Single(Read(Camt("02", Entry(30, Detail("Arve 1", first) + Detail("Arve 22", second)))));

        Assert.Equal(30, entry.Amount);
    }

    [Fact]
    public void Equal_entries_are_different_ones_and_the_same_in_every_file()
    {
        string file = Camt("02", Entry(10, Detail("a"), reference: "NONE") + Entry(10, Detail("a"), reference: "NONE"));
        string[] ids = [.. Read(file).Select(entry => entry.Id)];

        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(ids, Read(file).Select(entry => entry.Id));
    }

    [Fact]
    public void Entries_that_are_not_booked_are_left_out() =>
        Assert.Equal(2, Assert.Single(Read(Camt("08", Entry(1, status: "<Sts><Cd>PDNG</Cd></Sts>") + Entry(2, status: "<Sts><Cd>BOOK</Cd></Sts>")))).Amount);

    [Fact]
    public void Money_that_goes_out_is_negative_and_has_its_payee()
    {
        BankEntry entry = Assert.Single(Read(Camt("02", Entry(-7, "<TxDtls><RltdPties><Dbtr><Nm>We</Nm></Dbtr><Cdtr><Nm>They</Nm></Cdtr></RltdPties></TxDtls>"))));

        Assert.Equal(-7, entry.Amount);
        Assert.Equal("They", entry.Counterparty);
        Assert.Equal("fallback", entry.Text);
    }

    [Theory]
    [InlineData(224, "0.55 is missing")]
    [InlineData(223, "0.45 is too much")]
    public void Balances_that_do_not_agree_are_refused_with_the_difference(int closing, string says)
    {
        string file = Camt("02", Balance("OPBD", 100) + Balance("CLBD", closing) + Entry(123.45m));

        InvoicingException fault = Fault(file);
        Assert.Contains("statement S-7", fault.Message);
        Assert.Contains(says, fault.Message);
        Assert.Single(Read(file, new BankStatementOptions { SkipBalanceCheck = true }));
    }

    [Fact]
    public void A_cut_file_gives_nothing()
    {
        string file = Camt("02", string.Concat(Enumerable.Repeat(Entry(1), 50)));

        Assert.Contains("ends too early", Fault(file[..^30]).Message);
    }

    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"b\">]>")]
    [InlineData("<!DOCTYPE d SYSTEM \"file:///etc/hosts\">")]
    public void Document_types_are_refused(string type) =>
        Assert.Contains("document type", Fault(Camt("02", Entry(1)).Replace("<Document", type + "<Document", StringComparison.Ordinal)).Message);

    [Fact]
    public void A_document_type_behind_a_long_comment_is_refused_too() =>
        Assert.Contains("document type", Fault(Camt("02", Entry(1)).Replace("<Document", $"<!--{new string('x', 5000)}--><!DOCTYPE d [<!ENTITY a \"b\">]><!--{new string('x', 9000)}--><Document", StringComparison.Ordinal)).Message);

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("UTF-16")]
    public void Other_encodings_are_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        string file = Camt("02", Entry(1, Detail("Tööd"))).Replace("UTF-8", name, StringComparison.Ordinal);

        Assert.Equal("Tööd", Read([.. encoding.GetPreamble(), .. encoding.GetBytes(file)]).Single().Text);
    }

    [Fact]
    public void Bytes_that_are_not_what_the_file_declares_are_refused() =>
        Assert.Contains("UTF-8", Fault(Encoding.Latin1.GetBytes(Camt("02", Entry(1, Detail("Tööd"))))).Message);

    [Fact]
    public void An_encoding_that_nobody_knows_is_refused_by_name() =>
        Assert.Contains("X-NONE", Fault(Camt("02", Entry(1)).Replace("UTF-8", "x-none", StringComparison.Ordinal)).Message);

    [Theory]
    [InlineData("<Amt Ccy=\"EUR\">1.00</Amt>", "<Amt Ccy=\"EUR\">one</Amt>")]
    [InlineData("<CdtDbtInd>CRDT</CdtDbtInd>", "")]
    [InlineData("2026-03-05", "2026-02-30")]
    public void What_cannot_be_read_is_refused_with_its_line(string good, string bad) =>
        Assert.StartsWith("Line ", Fault(Camt("02", Entry(1)).Replace(good, bad, StringComparison.Ordinal)).Message);

    [Fact]
    public void A_zip_gives_the_entries_of_all_its_files()
    {
        byte[] zip = Zip(("b.xml", Camt("02", Entry(2))), ("a.xml", Camt("08", Entry(1, status: "<Sts><Cd>BOOK</Cd></Sts>"))), ("__MACOSX/._a.xml", "junk"), ("c.sta", Mt940(":61:260305C123,45NTRFNONREF\r\n")));

        Assert.Equal([1m, 2m, 123.45m], Read(zip).Select(entry => entry.Amount));
    }

    [Fact]
    public void A_fault_inside_a_zip_names_the_file() =>
        Assert.Contains("'bad.xml' in the ZIP", Fault(Zip(("bad.xml", Camt("02", Balance("OPBD", 1) + Balance("CLBD", 1) + Entry(1))))).Message);

    [Fact]
    public void A_zip_that_is_cut_or_empty_is_refused()
    {
        byte[] whole = Zip(("a.xml", Camt("02", Entry(1))));

        Assert.Contains("damaged", Fault(whole[..^40]).Message);
        Assert.Contains("holds no file", Fault(Zip()).Message);
    }

    [Fact]
    public void A_zip_that_unpacks_without_end_is_refused()
    {
        // The blanks of 300 MiB are 300 kB as a ZIP.
        using var stream = new System.IO.MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using System.IO.Stream entry = zip.CreateEntry("a.xml", System.IO.Compression.CompressionLevel.Fastest).Open();
            byte[] head = Encoding.UTF8.GetBytes("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">");
            entry.Write(head);
            byte[] blanks = new byte[1 << 20];
            Array.Fill(blanks, (byte)' ');
            for (int i = 0; i < 300; i++)
            {
                entry.Write(blanks);
            }
        }

        Assert.Contains("unpacks to more", Fault(stream.ToArray()).Message);
    }

    [Fact]
    public void What_is_no_bank_file_is_refused() => Assert.Contains("no bank file", Fault("<html><body>login</body></html>").Message);
}
