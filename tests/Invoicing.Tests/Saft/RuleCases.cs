using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Invoicing.Saft;

namespace Invoicing.Tests.Saft;

/// <summary>Short ways to write a case: a typical file with one change.</summary>
internal static class RuleCases
{
    public static readonly RSA Key = RSA.Create(1024);

    public static byte[] Utf8(string xml) => Encoding.UTF8.GetBytes(xml);

    public static RuleCase Edit(string rule, string name, string old, string with, params string[] also)
        => new(rule, name, () => Utf8(TestFile.Typical().ToXml(old, with)), null, options => options.ExcludeRules = also);

    public static RuleCase Xml(string rule, string name, Func<string> xml, bool alsoS01 = false)
        => new(rule, name, () => Utf8(xml()), null, options => options.ExcludeRules = alsoS01 ? ["S01"] : []);

    public static RuleCase Bytes(string rule, string name, Func<byte[]> bytes, Action<SaftCheckOptions>? options = null)
        => new(rule, name, bytes, null, options);

    public static RuleCase File(string rule, string name, Action<TestFile> change, SaftLevel? level = null)
        => new(rule, name, () => Utf8(TestFile.Typical().With(change).ToXml()), level);

    public static RuleCase Document(
        string rule, string name, Action<TestDocument> change, SaftLevel? level = null, string number = "FT B/1",
        bool alsoReference = false,
        decimal? alsoGross = null, string? period = null)
        => new(
            rule,
            name,
            () => Utf8(TestFile.Typical().With(f => f.StartDate = period ?? f.StartDate).Invoice(number, d =>
            {
                change(d);
                d.Gross ??= alsoGross;
                if (d.Tax is not null && alsoGross is null)
                {
                    d.Gross = d.NetTotal + d.Tax;
                }
            }).ToXml()),
            level,
            options => options.ExcludeRules = alsoReference ? ["R01"] : []);

    public static RuleCase Line(string rule, string name, Action<TestLine> change, SaftLevel? level = null)
        => Document(rule, name, d => d.Line(10m, change), level);

    public static RuleCase Movement(string rule, string name, Action<TestDocument> change)
        => File(rule, name, f => f.Movement("GT B/1", d => change(d.Line(1m))));

    /// <summary>A file with a ledger and one change in it.</summary>
    public static RuleCase Ledger(string rule, string name, string old, string with)
        => new(rule, name, () => Utf8(TestFile.Typical().With(f => f.Ledger = (LedgerAccounts, LedgerEntries)).ToXml(old, with)));

    public static void Note(TestDocument document, Action<TestLine> change)
        => document.Line(10m, l => l.And(() => l.Reference = "FT A/1").And(() => change(l)));

    public static TestFile Declared(string encoding)
        => TestFile.Typical().With(f => f.Declaration = $"<?xml version='1.0' encoding='{encoding}'?>");

    public static void Uncertified(TestFile file)
    {
        file.Certificate = "0";
        foreach (var document in file.Documents)
        {
            (document.Hash, document.HashControl) = ("0", "0");
        }
    }

    public static TestDocument Cancel(TestDocument document)
    {
        (document.Status, document.Reason) = ("A", "Engano");
        return document;
    }

    // The rate is put into the tax table, too, so that only the pairing is wrong.
    public static void Rate(TestFile file, string code, decimal rate)
    {
        file.Invoice("FT B/1", d => d.Line(10m, l => (rate == 0 ? l.Exempt() : l).And(() => (l.TaxCode, l.TaxRate) = (code, rate))));
        file.MoreTaxes = TestFile.TaxEntry("IVA", "PT", code, rate);
    }

    public static byte[] Tampered() => Utf8(TestFile.Typical().Sign(Key).With(f => f.Documents[1].Gross = 73.81m).ToXml());

    public static void WithKey(SaftCheckOptions options) => options.PublicKey = Key.ExportSubjectPublicKeyInfoPem();

    public static byte[] Windows1252(string xml) => Invoicing.Saft.Encodings.CodePages.Windows1252.GetBytes(xml);

    public static string Deep(int depth)
        => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    public static string Currency(string code, decimal amount, decimal rate)
        => "<Currency>" + TestLine.Tag("CurrencyCode", code) + TestLine.Tag("CurrencyAmount", TestLine.Text(amount))
            + TestLine.Tag("ExchangeRate", TestLine.Text(rate)) + "</Currency>";

    public static string Accounts(string accounts)
        => "<GeneralLedgerAccounts><TaxonomyReference>S</TaxonomyReference>" + accounts + "</GeneralLedgerAccounts>";

    public static string Account(string id, string category, string? group, string? taxonomy)
        => "<Account>" + TestLine.Tag("AccountID", id) + "<AccountDescription>Conta</AccountDescription>"
            + "<OpeningDebitBalance>0</OpeningDebitBalance><OpeningCreditBalance>0</OpeningCreditBalance>"
            + "<ClosingDebitBalance>0</ClosingDebitBalance><ClosingCreditBalance>0</ClosingCreditBalance>"
            + TestLine.Tag("GroupingCategory", category) + (group is null ? "" : TestLine.Tag("GroupingCode", group))
            + (taxonomy is null ? "" : TestLine.Tag("TaxonomyCode", taxonomy)) + "</Account>";

    public static string LedgerAccounts => Accounts(
        Account("21", "GR", null, null) + Account("211", "GA", "21", null) + Account("2111", "GM", "211", "1")
        + Account("71", "GR", null, null) + Account("711", "GM", "71", "2"));

    public static string LedgerEntries => Entries(Transaction("1", 100m, 100m), Transaction("2", 50m, 50m));

    public static string Entries(params string[] transactions)
    {
        var sides = string.Concat(transactions);
        return "<GeneralLedgerEntries>" + TestLine.Tag("NumberOfEntries", TestLine.Text(transactions.Length))
            + TestLine.Tag("TotalDebit", Sum(sides, "DebitAmount")) + TestLine.Tag("TotalCredit", Sum(sides, "CreditAmount"))
            + "<Journal><JournalID>J1</JournalID><Description>Diario</Description>" + sides + "</Journal></GeneralLedgerEntries>\n";
    }

    public static string Transaction(string number, decimal? debit, decimal? credit, string party = "<CustomerID>C1</CustomerID>")
        => "<Transaction>" + TestLine.Tag("TransactionID", $"2026-03-05 J1 {number}") + "<Period>3</Period>"
            + "<TransactionDate>2026-03-05</TransactionDate><SourceID>ana</SourceID><Description>Venda</Description>"
            + TestLine.Tag("DocArchivalNumber", number) + "<TransactionType>N</TransactionType><GLPostingDate>2026-03-05</GLPostingDate>"
            + party + "<Lines>" + Entry("Debit", "2111", debit) + Entry("Credit", "711", credit) + "</Lines></Transaction>";

    public static string Withholding(decimal amount)
        => "<WithholdingTax>" + TestLine.Tag("WithholdingTaxAmount", TestLine.Text(amount)) + "</WithholdingTax>";

    public static string Settlement(decimal amount)
        => "<Settlement>" + TestLine.Tag("SettlementAmount", TestLine.Text(amount)) + "</Settlement>";

    public static string Paid(decimal amount) => Methods(amount).Replace("PaymentMethod>", "Payment>", StringComparison.Ordinal);

    public static string Methods(decimal amount)
        => "<PaymentMethod><PaymentMechanism>NU</PaymentMechanism>" + TestLine.Tag("PaymentAmount", TestLine.Text(amount))
            + "<PaymentDate>2026-03-02</PaymentDate></PaymentMethod>";

    /// <summary>Documents enough for an average.</summary>
    public static void Many(TestFile file)
    {
        for (var i = 1; i <= 12; i++)
        {
            file.Invoice($"FT M/{i}", d => d.Line(10m));
        }
    }

    public static byte[] Zip(params (string Name, string Text)[] files)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Utf8(text));
            }
        }

        return stream.ToArray();
    }

    public static byte[] Gzip(string text)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(Utf8(text));
        }

        return stream.ToArray();
    }

    /// <summary>The ZIP with another checksum in its directory, as a damaged file would have it.</summary>
    public static byte[] BadChecksum(byte[] zip)
    {
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        zip[directory + 16] ^= 1;
        return zip;
    }

    /// <summary>Lets a change stand in an expression.</summary>
    public static T And<T>(this T value, Action change)
    {
        change();
        return value;
    }

    private static string Entry(string side, string account, decimal? amount)
        => amount is { } value
            ? $"<{side}Line><RecordID>1</RecordID>" + TestLine.Tag("AccountID", account) + "<SystemEntryDate>2026-03-05T10:00:00</SystemEntryDate>"
                + "<Description>Venda</Description>" + TestLine.Tag(side + "Amount", TestLine.Text(value)) + $"</{side}Line>"
            : "";

    private static string Sum(string xml, string element)
        => TestLine.Text(Regex.Matches(xml, $"<{element}>([^<]*)<")
            .Sum(match => decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
}
