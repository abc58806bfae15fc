using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using static Invoicing.Tests.Saft.RuleCases;

namespace Invoicing.Tests.Saft;

/// <summary>Files that come near to breaking a rule and must pass; the guards against false alarms are among them.</summary>
internal static class PassingCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Edit(
            "F01", "comment, CDATA and processing instruction", "<City>Lisboa</City>",
            "<!-- c --><City>Lis<!-- c --><![CDATA[boa]]></City><?x y?>"),
        Edit("F01", "prefix declared", "<TaxEntity>", "<TaxEntity xmlns:x=\"urn:x\">"),
        Edit(
            "S01", "schema location", "<AuditFile ",
            "<AuditFile xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\" "),
        Bytes("F03", "Windows-1252 as declared", () => Windows1252(Declared("Windows-1252").ToXml("Exemplo Um", "Jo\u00E3o \u20AC"))),
        Bytes("F03", "Latin-1 as declared", () => Encoding.Latin1.GetBytes(Declared("iso-8859-1").ToXml("Exemplo Um", "Jo\u00E3o"))),
        Bytes(
            "F03", "UTF-8 with byte-order mark",
            () => [0xEF, 0xBB, 0xBF, .. Utf8(TestFile.Typical().ToXml("Exemplo Um", "Jo\u00E3o \u20AC"))]),
        Bytes("F03", "nothing declared", () => Utf8(TestFile.Typical().With(f => f.Declaration = "").ToXml("Exemplo Um", "Jo\u00E3o"))),
        Bytes("F03", "UTF-16", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Declared("utf-16").ToXml())]),
        Edit("F04", "the three characters apart", "Exemplo Um", "\u00EF \u00BF \u00BD"),
        Edit("F05", "white space at the end", "</AuditFile>", "</AuditFile>\n\n<!-- end -->\n"),
        Bytes("F01", "gzip", () => Gzip(TestFile.Typical().ToXml())),
        Bytes("F01", "ZIP of a Mac", () => Zip(("__MACOSX/._a.xml", "?"), ("a.xml", TestFile.Typical().ToXml()), ("._a.xml", "?"))),
        Xml("F01", "many blanks", () => TestFile.Typical().ToXml("<MasterFiles>", "<MasterFiles>" + new string(' ', 1 << 20))),
        Edit("S01", "text of the greatest length", "<TaxEntity>Global</TaxEntity>", "<TaxEntity>" + new string('x', 20) + "</TaxEntity>"),
        Edit(
            "S01", "characters beyond the basic plane", "<TaxEntity>Global</TaxEntity>",
            "<TaxEntity>" + string.Concat(Enumerable.Repeat("\U0001F600", 20)) + "</TaxEntity>"),
        Edit("S01", "a single space", "<TaxEntity>Global</TaxEntity>", "<TaxEntity> </TaxEntity>"),
        Edit(
            "S01", "unknown country of a customer", "<Country>PT</Country></BillingAddress>",
            "<Country>Desconhecido</Country></BillingAddress>"),
        Edit("S01", "number with many decimals", "<UnitPrice>100<", "<UnitPrice>100.00000000000000000000000000000001<"),
        Edit("S01", "zeros in the certificate number", "<SoftwareCertificateNumber>9999", "<SoftwareCertificateNumber>0030"),
        Edit("S01", "tax number as company id", "<CompanyID>Lisboa 12345", "<CompanyID>599999993"),
        Edit(
            "S01", "empty customs codes", "<ProductNumberCode>P1</ProductNumberCode>",
            "<ProductNumberCode>P1</ProductNumberCode><CustomsDetails><CNCode>12345678</CNCode><UNNumber>1234</UNNumber></CustomsDetails>"),
        Line("S02", "reason and code", l => l.Exempt()),
        Line("S02", "TaxBase", l => (l.TaxBase, l.Price) = (40m, 0m)),
        File("S02", "RC with tax", f => f.Payment("RC A/1", d => d.Line(10m))),
        File("S02", "accounts", f => f.Ledger = (Accounts(Account("10", "GR", null, null) + Account("11", "GM", "10", "1")), "")),
        File("S03", "same number in two tables", f => f.Documents[1].And(() => f.Payment("RG C2/1", d => d.Line(1m)))),
        File("S04", "unused master records", f => f.MoreCustomers = TestFile.Customer("C3", "AB123", "ES")),
        File("S04", "supplier", f => f.Movement("GT B/1", d => d.Line(1m).Supplier = "S1")),
        File("S04", "group that follows", f => f.Ledger = (Accounts(Account("11", "GA", "10", null) + Account("10", "GR", null, null)), "")),
        Line("S05", "other rate of the same code", l => l.TaxRate = 20m),
        File("S05", "NA in a receipt", f => f.Payment("RG B/1", d => d.Line(1m, l => (l.TaxCode, l.TaxRate) = ("NA", 23m)))),
        Edit("T02", "within a cent", "<TotalCredit>170", "<TotalCredit>170.0099"),
        Document("T03", "within a cent", d => d.Line(100m).Gross = 123.01m),
        Document("T04", "within a cent", d => (d.Line(100m).Net, d.Gross) = (100.01m, 123.01m)),
        Document("T05", "a cent a line", d => d.Line(50m).Line(50m).Tax = 23.02m, alsoGross: 123.02m),
        Document(
            "T05", "fixed stamp duty",
            d => d.Line(10m, l => (l.TaxType, l.TaxCode, l.TaxRate, l.IsTaxAmount, l.Quantity) = ("IS", "23.1", 1.5m, true, 2m))),
        File(
            "T05", "receipt with a discount",
            f => f.Payment("RG B/1", d => (d.Line(1000m, l => (l.TaxRate, l.Settlement) = (20m, 100m)).Net, d.Tax) = (900m, 200m))),
        Line("T06", "a cent", l => (l.Quantity, l.Price, l.Amount) = (3m, 33.33m, 100m)),
        Line("T06", "rounded price", l => (l.Quantity, l.Price, l.Amount) = (1000m, 0.33m, 333.33m)),
        Document("T07", "zero amount on the other side", d => d.Line(10m).Line(0m, l => l.IsDebit = true)),
        File("N01", "series that starts in the middle", f => f.Invoice("FT B/17", d => d.Line(1m)).Invoice("FT B/18", d => d.Line(1m))),
        File("N01", "zeros in front", f => f.Invoice("FT B/0009", d => d.Line(1m)).Invoice("FT B/0010", d => d.Line(1m))),
        File("N03", "two codes of one type", f => f.Invoice("FAC B/1", d => d.Line(1m).Type = "FT")),
        File(
            "N04", "recovered document",
            f => f.Invoice("FT A/3", d => (d.Line(1m).Date, d.Origin, d.HashControl) = ("2026-03-01", "M", "1-FTM abc/00001"))),
        Document("N05", "last day", d => d.Line(1m).Date = "2026-03-31"),
        File("H01", "not certified, not signed", f => f.With(Uncertified)),
        Document("H01", "integrated, not signed", d => (d.Line(1m).Hash, d.HashControl, d.Origin) = ("0", "0", "I")),
        Document("H03", "integrated", d => (d.Line(1m).HashControl, d.Origin) = ("8888.1", "I")),
        Document("H03", "recovered from a duplicate", d => (d.Line(1m).HashControl, d.Origin) = ("1-FTD XY 2013A/00099", "M")),
        Bytes("H04", "true signatures", () => Utf8(TestFile.Typical().Sign(Key).ToXml()), WithKey),
        Document("A01", "0 before 2023", d => (d.Line(1m).Atcud, d.Date) = ("0", "2022-12-31"), period: "2022-12-01"),
        Document("A02", "zeros in front", d => d.Line(1m).Atcud = "BCDF2345-0001"),
        File("P02", "wrong digit abroad", f => f.MoreCustomers = TestFile.Customer("C3", "129999998", "ES")),
        File("P02", "letters and digits", f => f.MoreCustomers = TestFile.Customer("C3", "AB123456", "PT")),
        File("P02", "blanks abroad", f => f.MoreCustomers = TestFile.Customer("C3", "123 456", "ES")),
        File("P02", "several anonymous customers", f => f.MoreCustomers = TestFile.Customer("C3", "999999990", "PT")),
        File("P02", "a word for the number", f => f.MoreCustomers = TestFile.Customer("C3", "Desconhecido", "PT")),
        Line("X01", "recent code", l => l.Exempt("M30")),
        Line("X01", "two codes", l => l.Exempt("M07M30")),
        Line("X01", "not subject", l => l.Exempt("M99").And(() => (l.TaxType, l.TaxCode) = ("NS", "NS"))),
        File("R01", "reference out of the file", f => f.Invoice("NC B/1", d => d.Line(1m, l => l.Reference = "FT 2025/77"))),
        File("R01", "cancelled note", f => f.Invoice("NC B/1", d => Cancel(d.Line(1m)))),
        Document("C01", "cancelled with reason", d => Cancel(d.Line(1m))),
        Document("C01", "rate times", d => d.Line(100m).InTotals = Currency("USD", 135.3m, 1.1m)),
        Document("C01", "rate the other way", d => d.Line(100m).InTotals = Currency("USD", 111.82m, 1.1m)),
        Document("C01", "gaps in line numbers", d => d.Line(1m, l => l.Number = 5).Line(1m, l => l.Number = 9)),
        Document("C01", "document of another day than its entry", d => d.Line(1m).Entry = "2026-03-05T08:00:00"),
        File("C01", "entries that do not rise", f => f.Invoice("FT A/3", d => d.Line(1m).Entry = "2026-03-01T08:00:00")),
        Document(
            "C01", "withholding of zero",
            d => d.Line(1m).AfterTotals = "<WithholdingTax><WithholdingTaxAmount>0</WithholdingTaxAmount></WithholdingTax>"),
        Document("C01", "period of another fiscal year", d => d.Line(1m).Period = "12"),
        Edit("C02", "fiscal year that began in the year before", "<FiscalYear>2026", "<FiscalYear>2025"),
        Edit("C02", "address abroad", "<PostalCode>1000-002</PostalCode><Country>PT", "<PostalCode>28001</PostalCode><Country>ES"),
        Movement("C03", "start with the entry, end with the start", d => d.End = d.Start = d.Entry),
        Movement("C03", "guide written by hand", d => (d.Start, d.Origin, d.HashControl) = ("2026-03-01T08:00:00", "M", "1-GTM abc/00001")),
        Document("C04", "simplified invoice at the limit", d => d.Line(1000m, l => l.Exempt()), number: "FS B/1"),
        Document("C05", "withholding of all", d => d.Line(100m).AfterTotals = Withholding(123m)),
        Document("C05", "invoice-receipt less withholding", d => (d.Line(100m).InTotals, d.AfterTotals) = (Paid(98m), Withholding(25m)), number: "FR B/1"),
        Document("C05", "invoice paid in part", d => d.Line(100m).InTotals = Paid(23m)),
        File("C05", "receipt in two parts", f => f.Payment("RG B/1", d => d.Line(100m).Methods = Methods(100m) + Methods(23m))),
        Document("C06", "large amount that is no tax number", d => d.Line(123456780m)),
        File("C06", "large beside few", f => f.Invoice("FT B/1", d => d.Line(200_000m))),
        File("L01", "balanced", f => f.Ledger = (LedgerAccounts, LedgerEntries)),
        Bytes("D01", "last day", () => Utf8(TestFile.Typical().ToXml()), options => options.AsOf = new DateTime(2026, 4, 6)),
    ];
}
