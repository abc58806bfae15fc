using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Invoicing.Saft;

namespace Invoicing.Tests.Saft;

/// <summary>A file, and the rule that it breaks; no rule for one that only comes near.</summary>
internal sealed class RuleCase(string rule, string name, Func<byte[]> bytes, SaftLevel? level = null, Action<SaftCheckOptions>? options = null)
{
    public string Rule { get; } = rule;

    public string Name { get; } = name;

    public SaftLevel? Level { get; } = level;

    public byte[] Bytes() => bytes();

    public SaftCheckOptions Options()
    {
        var made = new SaftCheckOptions();
        options?.Invoke(made);
        return made;
    }
}

/// <summary>For every rule files that break it and only it, and files that come near and must pass.</summary>
internal static class RuleCases
{
    private const string UnknownElement = "<Nobody>x</Nobody></Header>";

    private static readonly RSA Key = RSA.Create(1024);

    public static IReadOnlyList<RuleCase> Breaking { get; } =
    [
        Edit("F01", "end tag that does not match", "</City>", "</Cidade>"),
        Edit("F01", "DTD", "<AuditFile", "<!DOCTYPE AuditFile [<!ENTITY a \"b\">]><AuditFile"),
        Edit("F01", "second root", "</AuditFile>", "</AuditFile><AuditFile/>"),
        Edit("F01", "undefined entity", "Exemplo Lda<", "Exemplo &eacute;<"),
        Xml("F01", "absurd depth", () => TestFile.Typical().ToXml("</Header>", Deep(100) + "</Header>"), alsoS01: true),
        Xml("F01", "no XML at all", () => "{\"error\":\"not ready\"}"),
        Xml("F02", "another version", () => TestFile.Typical().ToXml().Replace("1.04_01", "1.02_01", StringComparison.Ordinal)),
        Xml("F02", "another format", () => "<html><body/></html>"),
        Edit("F02", "header of another version", "<AuditFileVersion>1.04_01", "<AuditFileVersion>1.03_01"),
        Bytes("F03", "UTF-8 that declares Windows-1252", () => Utf8(Declared("Windows-1252").ToXml("Exemplo Um", "Jo\u00E3o Gon\u00E7alves"))),
        Bytes("F03", "Latin-1 that declares UTF-8", () => Encoding.Latin1.GetBytes(TestFile.Typical().ToXml("Exemplo Um", "Jo\u00E3o"))),
        Bytes("F03", "byte-order mark on Windows-1252", () => [0xEF, 0xBB, 0xBF, .. Utf8(Declared("Windows-1252").ToXml())]),
        Bytes("F03", "undefined byte in Windows-1252", () => Encoding.Latin1.GetBytes(Declared("Windows-1252").ToXml("Exemplo Um", "a\u0081b"))),
        Bytes("F03", "unknown encoding", () => Utf8(Declared("x-nobody-knows").ToXml())),
        Edit("F04", "replacement character", "Exemplo Um", "Jo\uFFFDo"),
        Edit("F04", "tell-tale triple", "Exemplo Um", "Jo\u00EF\u00BF\u00BDo"),
        Xml("F05", "cut off", () => TestFile.Typical().ToXml()[..3000]),
        Xml("F05", "cut off in the last tag", () => TestFile.Typical().ToXml().TrimEnd()[..^3]),
        Xml("F05", "empty", () => ""),

        Edit("S01", "element missing", "<TaxEntity>Global</TaxEntity>", ""),
        Edit("S01", "element unknown", "</Header>", UnknownElement),
        Edit("S01", "elements swapped", "<StartDate>2026-03-01</StartDate><EndDate>2026-03-31</EndDate>", "<EndDate>2026-03-31</EndDate><StartDate>2026-03-01</StartDate>"),
        Edit("S01", "element twice", "<City>Lisboa</City>", "<City>Lisboa</City><City>Porto</City>"),
        Edit("S01", "both of a choice", "<CreditAmount>100</CreditAmount>", "<DebitAmount>0</DebitAmount><CreditAmount>100</CreditAmount>"),
        Edit("S01", "empty element", "<TaxEntity>Global</TaxEntity>", "<TaxEntity/>"),
        Edit("S01", "text too long", "<TaxEntity>Global</TaxEntity>", "<TaxEntity>" + new string('x', 21) + "</TaxEntity>"),
        Edit("S01", "word not in the list", "<TaxAccountingBasis>F", "<TaxAccountingBasis>X"),
        Document("S01", "negative number", d => d.Line(1m).AfterTotals = "<WithholdingTax><WithholdingTaxAmount>-1</WithholdingTaxAmount></WithholdingTax>"),
        Edit("S01", "comma for the point", "<GrossTotal>133", "<GrossTotal>133,00"),
        Edit("S01", "no such day", "<InvoiceDate>2026-03-02", "<InvoiceDate>2026-02-30"),
        Edit("S01", "date of another form", "<DateCreated>2026-04-02", "<DateCreated>02-04-2026"),
        Edit("S01", "country unknown", "<Country>PT</Country></CompanyAddress>", "<Country>Desconhecido</Country></CompanyAddress>"),
        Edit("S01", "attribute", "<TaxEntity>", "<TaxEntity lang=\"pt\">"),
        Edit("S01", "text between elements", "</Header>", "stray</Header>"),
        Edit("S01", "another namespace", "<TaxEntity>Global</TaxEntity>", "<TaxEntity>Global</TaxEntity><x:Fax xmlns:x=\"urn:x\">1</x:Fax>"),
        Edit("S01", "form of the tax code", "<TaxCode>23.1<", "<TaxCode>23-1<"),
        Edit("S01", "no lines", TestFile.Typical().Documents[3].Lines[0].ToXml("MovementOfGoods", 1), "", "T01", "T02", "T04", "T05"),
        Edit("S01", "percentage that the intake does not take", "<Description>Taxa</Description><TaxPercentage>20<", "<Description>Taxa</Description><TaxPercentage>120<"),
        Document("S01", "number without space", d => d.Line(1m), number: "FTA/1"),

        Line("S02", "no reason on a line without tax", l => (l.TaxCode, l.TaxRate) = ("ISE", 0m)),
        Line("S02", "reason on a line with tax", l => (l.ExemptionCode, l.ExemptionReason) = ("M07", "Isento artigo 9.o")),
        Line("S02", "reason without code", l => l.Exempt().ExemptionCode = null),
        Line("S02", "code without reason", l => l.ExemptionCode = "M07"),
        Line("S02", "price with TaxBase", l => (l.TaxBase, l.Amount) = (40m, 0m)),
        Line("S02", "amount with TaxBase", l => (l.TaxBase, l.Amount, l.Price) = (40m, 10m, 0m)),
        File("S02", "RC without tax", f => f.Payment("RC A/1", d => d.Line(10m, l => l.TaxCode = null))),
        File("S02", "account GM without taxonomy", f => f.Ledger = (Accounts(Account("11", "GM", "1", null) + Account("1", "GR", null, null)), "")),
        File("S02", "account GR with group", f => f.Ledger = (Accounts(Account("1", "GR", "1", null)), "")),

        File("S03", "customer twice", f => f.MoreCustomers = TestFile.Customer("C1", "999999990", "PT")),
        File("S03", "account twice", f => f.Ledger = (Accounts(Account("1", "GR", null, null) + Account("1", "GR", null, null)), "")),
        Document("S04", "unknown customer", d => d.Line(1m).Customer = "C9"),
        Line("S04", "unknown product", l => l.Product = "P9"),
        File("S04", "unknown supplier", f => f.Movement("GT B/1", d => d.Line(1m).Supplier = "S9")),
        File("S04", "unknown grouping account", f => f.Ledger = (Accounts(Account("11", "GA", "1", null)), "")),
        Line("S05", "rate not in the table", l => l.TaxRate = 21m),
        Line("S05", "region not in the table", l => (l.TaxRegion, l.TaxCode, l.TaxRate) = ("PT-AC", "RED", 4m)),
        Document("S06", "fraction of a second", d => d.Line(1m).Entry = "2026-03-02T10:15:30.5"),
        Document("S06", "zone", d => d.Line(1m).Entry = "2026-03-02T10:15:30Z"),
        Document("S06", "zone on a date", d => d.Line(1m).Date = "2026-03-02Z"),

        Edit("T01", "entries", "<NumberOfEntries>3", "<NumberOfEntries>4"),
        Edit("T01", "movement lines", "<NumberOfMovementLines>1", "<NumberOfMovementLines>2"),
        Edit("T02", "credit", "<TotalCredit>170", "<TotalCredit>170.02"),
        Edit("T02", "debit", "<TotalDebit>5", "<TotalDebit>0"),
        Edit("T02", "quantity", "<TotalQuantityIssued>1", "<TotalQuantityIssued>3"),
        Document("T03", "gross", d => d.Line(100m).Gross = 123.02m),
        Document("T04", "net, error", d => (d.Line(100m).Net, d.Gross) = (100.06m, 123.06m), SaftLevel.Error),
        Document("T04", "net, warning", d => (d.Line(100m).Net, d.Gross) = (100.03m, 123.03m), SaftLevel.Warning),
        Document("T05", "tax", d => d.Line(100m).Tax = 23.02m),
        Line("T06", "amount", l => l.Amount = 10.04m),
        Document("T07", "credit note on credit", d => Note(d, l => l.IsDebit = false), number: "NC B/1"),
        Line("T07", "invoice on debit", l => l.IsDebit = true),
        Document("T07", "both sides", d => d.Line(10m).Line(1m, l => l.IsDebit = true), SaftLevel.Information),

        File("N01", "gap", f => f.Invoice("FT A/4", d => d.Line(1m))),
        File("N02", "same number with a zero", f => f.Invoice("FT A/02", d => d.Line(1m))),
        File("N02", "order", f => f.Invoice("FT B/2", d => d.Line(1m)).Invoice("FT B/1", d => d.Line(1m)), SaftLevel.Information),
        Document("N03", "code of two types", d => d.Line(1m).Type = "ND", number: "FT B/1", alsoReference: true),
        File("N03", "code in two tables", f => f.Work("FT W/1", d => d.Line(1m).Type = "PF")),
        File("N04", "date goes back", f => f.Invoice("FT A/3", d => d.Line(1m).Date = "2026-03-01")),
        Document("N05", "before the period", d => d.Line(1m).Date = "2026-02-28", SaftLevel.Error),
        File("N05", "quotation before the period", f => f.Work("OR B/1", d => d.Line(1m).Date = "2026-02-28"), SaftLevel.Warning),
        File("N05", "future", f => f.With(x => x.DateCreated = "2026-03-10").Invoice("FT B/1", d => d.Line(1m).Date = "2026-03-11"), SaftLevel.Warning),

        Document("H01", "short", d => d.Line(1m).Hash = "abc="),
        Document("H01", "no Base64", d => d.Line(1m).Hash = new string('*', 171) + "="),
        Document("H01", "certified, not signed", d => (d.Line(1m).Hash, d.HashControl) = ("0", "0")),
        File("H01", "signed, not certified", f => f.With(Uncertified).Invoice("FT B/1", d => d.Line(1m).HashControl = "0")),
        File("H02", "same signature", f => f.Documents[1].Hash = f.Documents[4].Hash = new string('a', 171) + "="),
        Document("H03", "integrated without certificate", d => d.Line(1m).Origin = "I"),
        Document("H03", "made here with certificate", d => d.Line(1m).HashControl = "8888.1"),
        Bytes("H04", "gross total changed", Tampered, WithKey),

        Document("A01", "no hyphen", d => d.Line(1m).Atcud = "BCDF23451", SaftLevel.Error),
        Document("A01", "short code", d => d.Line(1m).Atcud = "BCDF234-1", SaftLevel.Error),
        Document("A01", "0 since 2023", d => d.Line(1m).Atcud = "0", SaftLevel.Error),
        Document("A01", "small letters", d => d.Line(1m).Atcud = "bcdf2345-1", SaftLevel.Warning),
        Document("A02", "another number", d => d.Line(1m).Atcud = "BCDF2345-2"),
        File("A03", "two codes in a series", f => f.Invoice("FT A/3", d => d.Line(1m).Atcud = "BCDF2345-3")),
        File("A03", "two series of a code", f => f.Documents[2].Atcud = f.Documents[3].Atcud = "BCDF2345-1"),

        File("P01", "issuer", f => f.TaxNumber = "599999994", SaftLevel.Error),
        Edit("P01", "maker", "<ProductCompanyTaxID>500000000", "<ProductCompanyTaxID>500000001"),
        File("P02", "customer", f => f.MoreCustomers = TestFile.Customer("C3", "129999998", "PT"), SaftLevel.Warning),
        Edit("P02", "supplier", "<SupplierTaxID>500000000", "<SupplierTaxID>500000001"),
        Line("X01", "unknown code", l => l.Exempt("M77"), SaftLevel.Warning),
        Line("X01", "second of two codes unknown", l => l.Exempt("M07M77"), SaftLevel.Warning),
        File("X01", "ISE with tax", f => Rate(f, "ISE", 5m), SaftLevel.Error),
        File("X01", "NOR without tax", f => Rate(f, "NOR", 0m), SaftLevel.Error),
        File("X01", "code NS of type IVA", f => Rate(f, "NS", 0m), SaftLevel.Error),

        File("R01", "note without reference", f => f.Invoice("NC B/1", d => d.Line(1m))),
        File("R01", "note of a cancelled invoice", f => Cancel(f.Documents[1]).And(() => f.Invoice("NC B/1", d => d.Line(1m, l => l.Reference = "FT A/2")))),
        File("R01", "note before its cancelled invoice", f => f.Invoice("NC B/1", d => d.Line(1m, l => l.Reference = "FT B/1")).Invoice("FT B/1", d => Cancel(d.Line(1m)))),
        File("R01", "note of another customer", f => f.Invoice("NC B/1", d => d.Line(1m, l => l.Reference = "FT A/2").Customer = "C2")),
        File("R01", "receipt with another date", f => f.Payment("RG B/1", d => d.Line(1m, l => (l.Reference, l.ReferenceDate) = ("FT A/2", "2026-03-01")))),
        File("R01", "receipt of another customer", f => f.Payment("RG B/1", d => d.Line(1m, l => l.Reference = "FT A/2").Customer = "C2")),
        Document("C01", "cancelled without reason", d => d.Line(1m).Status = "A"),
        Document("C01", "status before entry", d => d.Line(1m).StatusDate = "2026-03-02T10:15:29"),
        Document("C01", "self-billed status alone", d => d.Line(1m).Status = "S"),
        File("C01", "self-billing file", f => f.Basis = "S"),
        Document("C01", "type of the past", d => d.Line(1m).Type = "VD", number: "VD B/1"),
        Document("C01", "currency does not fit", d => d.Line(100m).InTotals = Currency("USD", 200m, 1.1m)),
        Document("C01", "currency unknown", d => d.Line(100m).InTotals = Currency("QQQ", 135.3m, 1.1m)),
        Document("C01", "line number twice", d => d.Line(1m).Line(2m, l => l.Number = 1)),
        Document("C01", "receipt without payment", d => d.Line(1m), SaftLevel.Information, "FR B/1"),
        Bytes("D01", "late", () => Utf8(TestFile.Typical().ToXml()), options => options.AsOf = new DateTime(2026, 4, 7)),
    ];

    public static IReadOnlyList<RuleCase> Passing { get; } =
    [
        Edit("F01", "comment, CDATA and processing instruction", "<City>Lisboa</City>", "<!-- c --><City>Lis<!-- c --><![CDATA[boa]]></City><?x y?>"),
        Edit("F01", "prefix declared", "<TaxEntity>", "<TaxEntity xmlns:x=\"urn:x\">"),
        Edit("S01", "schema location", "<AuditFile ", "<AuditFile xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\" "),
        Bytes("F03", "Windows-1252 as declared", () => Windows1252(Declared("Windows-1252").ToXml("Exemplo Um", "Jo\u00E3o \u20AC"))),
        Bytes("F03", "Latin-1 as declared", () => Encoding.Latin1.GetBytes(Declared("iso-8859-1").ToXml("Exemplo Um", "Jo\u00E3o"))),
        Bytes("F03", "UTF-8 with byte-order mark", () => [0xEF, 0xBB, 0xBF, .. Utf8(TestFile.Typical().ToXml("Exemplo Um", "Jo\u00E3o \u20AC"))]),
        Bytes("F03", "nothing declared", () => Utf8(TestFile.Typical().With(f => f.Declaration = "").ToXml("Exemplo Um", "Jo\u00E3o"))),
        Bytes("F03", "UTF-16", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Declared("utf-16").ToXml())]),
        Edit("F04", "the three characters apart", "Exemplo Um", "\u00EF \u00BF \u00BD"),
        Edit("F05", "white space at the end", "</AuditFile>", "</AuditFile>\n\n<!-- end -->\n"),
        Edit("S01", "text of the greatest length", "<TaxEntity>Global</TaxEntity>", "<TaxEntity>" + new string('x', 20) + "</TaxEntity>"),
        Edit("S01", "characters beyond the basic plane", "<TaxEntity>Global</TaxEntity>", "<TaxEntity>" + string.Concat(Enumerable.Repeat("\U0001F600", 20)) + "</TaxEntity>"),
        Edit("S01", "a single space", "<TaxEntity>Global</TaxEntity>", "<TaxEntity> </TaxEntity>"),
        Edit("S01", "unknown country of a customer", "<Country>PT</Country></BillingAddress>", "<Country>Desconhecido</Country></BillingAddress>"),
        Edit("S01", "number with many decimals", "<UnitPrice>100<", "<UnitPrice>100.00000000000000000000000000000001<"),
        Edit("S01", "zeros in the certificate number", "<SoftwareCertificateNumber>9999", "<SoftwareCertificateNumber>0030"),
        Edit("S01", "tax number as company id", "<CompanyID>Lisboa 12345", "<CompanyID>599999993"),
        Edit("S01", "empty customs codes", "<ProductNumberCode>P1</ProductNumberCode>", "<ProductNumberCode>P1</ProductNumberCode><CustomsDetails><CNCode>12345678</CNCode><UNNumber>1234</UNNumber></CustomsDetails>"),
        Line("S02", "reason and code", l => l.Exempt()),
        Line("S02", "TaxBase", l => (l.TaxBase, l.Price) = (40m, 0m)),
        File("S02", "RC with tax", f => f.Payment("RC A/1", d => d.Line(10m))),
        File("S02", "accounts", f => f.Ledger = (Accounts(Account("1", "GR", null, null) + Account("11", "GM", "1", "1")), "")),
        File("S03", "same number in two tables", f => f.Documents[1].And(() => f.Payment("RG C2/1", d => d.Line(1m)))),
        File("S04", "unused master records", f => f.MoreCustomers = TestFile.Customer("C3", "AB123", "ES")),
        File("S04", "supplier", f => f.Movement("GT B/1", d => d.Line(1m).Supplier = "S1")),
        File("S04", "group that follows", f => f.Ledger = (Accounts(Account("11", "GA", "1", null) + Account("1", "GR", null, null)), "")),
        Line("S05", "other rate of the same code", l => l.TaxRate = 20m),
        File("S05", "NA in a receipt", f => f.Payment("RG B/1", d => d.Line(1m, l => (l.TaxCode, l.TaxRate) = ("NA", 23m)))),
        Edit("T02", "within a cent", "<TotalCredit>170", "<TotalCredit>170.0099"),
        Document("T03", "within a cent", d => d.Line(100m).Gross = 123.01m),
        Document("T04", "within a cent", d => (d.Line(100m).Net, d.Gross) = (100.01m, 123.01m)),
        Document("T05", "a cent a line", d => d.Line(50m).Line(50m).Tax = 23.02m, alsoGross: 123.02m),
        Document("T05", "fixed stamp duty", d => d.Line(10m, l => (l.TaxType, l.TaxCode, l.TaxRate, l.IsTaxAmount, l.Quantity) = ("IS", "23.1", 1.5m, true, 2m))),
        File("T05", "receipt with a discount", f => f.Payment("RG B/1", d => (d.Line(1000m, l => (l.TaxRate, l.Settlement) = (20m, 100m)).Net, d.Tax) = (900m, 200m))),
        Line("T06", "a cent", l => (l.Quantity, l.Price, l.Amount) = (3m, 33.33m, 100m)),
        Line("T06", "rounded price", l => (l.Quantity, l.Price, l.Amount) = (1000m, 0.33m, 333.33m)),
        Document("T07", "zero amount on the other side", d => d.Line(10m).Line(0m, l => l.IsDebit = true)),
        File("N01", "series that starts in the middle", f => f.Invoice("FT B/17", d => d.Line(1m)).Invoice("FT B/18", d => d.Line(1m))),
        File("N01", "zeros in front", f => f.Invoice("FT B/0009", d => d.Line(1m)).Invoice("FT B/0010", d => d.Line(1m))),
        File("N03", "two codes of one type", f => f.Invoice("FAC B/1", d => d.Line(1m).Type = "FT")),
        File("N04", "recovered document", f => f.Invoice("FT A/3", d => (d.Line(1m).Date, d.Origin, d.HashControl) = ("2026-03-01", "M", "1-FTM abc/00001"))),
        Document("N05", "last day", d => d.Line(1m).Date = "2026-03-31"),
        File("H01", "not certified, not signed", f => f.With(Uncertified)),
        Document("H01", "integrated, not signed", d => (d.Line(1m).Hash, d.HashControl, d.Origin) = ("0", "0", "I")),
        Document("H03", "integrated", d => (d.Line(1m).HashControl, d.Origin) = ("8888.1", "I")),
        Document("H03", "recovered from a duplicate", d => (d.Line(1m).HashControl, d.Origin) = ("1-FTD XY 2013A/00099", "M")),
        Bytes("H04", "true signatures", () => Utf8(TestFile.Typical().Sign(Key).ToXml()), WithKey),
        Document("A01", "0 before 2023", d => (d.Line(1m).Atcud, d.Date) = ("0", "2022-12-31"), period: "2022-12-01"),
        Document("A02", "zeros in front", d => d.Line(1m).Atcud = "BCDF2345-0001"),
        File("P02", "wrong digit abroad", f => f.MoreCustomers = TestFile.Customer("C3", "129999998", "ES")),
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
        Document("C01", "withholding of zero", d => d.Line(1m).AfterTotals = "<WithholdingTax><WithholdingTaxAmount>0</WithholdingTaxAmount></WithholdingTax>"),
        Document("C01", "period of another fiscal year", d => d.Line(1m).Period = "12"),
        Bytes("D01", "last day", () => Utf8(TestFile.Typical().ToXml()), options => options.AsOf = new DateTime(2026, 4, 6)),
    ];

    public static byte[] Utf8(string xml) => Encoding.UTF8.GetBytes(xml);

    private static RuleCase Edit(string rule, string name, string old, string with, params string[] also)
        => new(rule, name, () => Utf8(TestFile.Typical().ToXml(old, with)), null, options => options.ExcludeRules = also);

    private static RuleCase Xml(string rule, string name, Func<string> xml, bool alsoS01 = false)
        => new(rule, name, () => Utf8(xml()), null, options => options.ExcludeRules = alsoS01 ? ["S01"] : []);

    private static RuleCase Bytes(string rule, string name, Func<byte[]> bytes, Action<SaftCheckOptions>? options = null)
        => new(rule, name, bytes, null, options);

    private static RuleCase File(string rule, string name, Action<TestFile> change, SaftLevel? level = null)
        => new(rule, name, () => Utf8(TestFile.Typical().With(change).ToXml()), level);

    private static RuleCase Document(
        string rule, string name, Action<TestDocument> change, SaftLevel? level = null, string number = "FT B/1", bool alsoReference = false,
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

    private static RuleCase Line(string rule, string name, Action<TestLine> change, SaftLevel? level = null)
        => Document(rule, name, d => d.Line(10m, change), level);

    private static void Note(TestDocument document, Action<TestLine> change)
        => document.Line(10m, l => l.And(() => l.Reference = "FT A/1").And(() => change(l)));

    private static TestFile Declared(string encoding)
        => TestFile.Typical().With(f => f.Declaration = $"<?xml version='1.0' encoding='{encoding}'?>");

    private static void Uncertified(TestFile file)
    {
        file.Certificate = "0";
        foreach (var document in file.Documents)
        {
            (document.Hash, document.HashControl) = ("0", "0");
        }
    }

    private static TestDocument Cancel(TestDocument document)
    {
        (document.Status, document.Reason) = ("A", "Engano");
        return document;
    }

    // The rate is put into the tax table, too, so that only the pairing is wrong.
    private static void Rate(TestFile file, string code, decimal rate)
    {
        file.Invoice("FT B/1", d => d.Line(10m, l => (rate == 0 ? l.Exempt() : l).And(() => (l.TaxCode, l.TaxRate) = (code, rate))));
        file.MoreTaxes = TestFile.TaxEntry("IVA", "PT", code, rate);
    }

    private static byte[] Tampered() => Utf8(TestFile.Typical().Sign(Key).With(f => f.Documents[1].Gross = 73.81m).ToXml());

    private static void WithKey(SaftCheckOptions options) => options.PublicKey = Key.ExportSubjectPublicKeyInfoPem();

    private static byte[] Windows1252(string xml) => new Invoicing.Saft.Encodings.Windows1252Encoding().GetBytes(xml);

    private static string Deep(int depth)
        => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    private static string Currency(string code, decimal amount, decimal rate)
        => "<Currency>" + TestLine.Tag("CurrencyCode", code) + TestLine.Tag("CurrencyAmount", TestLine.Text(amount))
            + TestLine.Tag("ExchangeRate", TestLine.Text(rate)) + "</Currency>";

    private static string Accounts(string accounts)
        => "<GeneralLedgerAccounts><TaxonomyReference>S</TaxonomyReference>" + accounts + "</GeneralLedgerAccounts>";

    private static string Account(string id, string category, string? group, string? taxonomy)
        => "<Account>" + TestLine.Tag("AccountID", id) + "<AccountDescription>Conta</AccountDescription>"
            + "<OpeningDebitBalance>0</OpeningDebitBalance><OpeningCreditBalance>0</OpeningCreditBalance>"
            + "<ClosingDebitBalance>0</ClosingDebitBalance><ClosingCreditBalance>0</ClosingCreditBalance>"
            + TestLine.Tag("GroupingCategory", category) + (group is null ? "" : TestLine.Tag("GroupingCode", group))
            + (taxonomy is null ? "" : TestLine.Tag("TaxonomyCode", taxonomy)) + "</Account>";

    /// <summary>Lets a change stand in an expression.</summary>
    private static T And<T>(this T value, Action change)
    {
        change();
        return value;
    }
}
