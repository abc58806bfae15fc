using System;
using System.Collections.Generic;
using System.Text;
using Invoicing.Saft;
using static Invoicing.Tests.Saft.RuleCases;

namespace Invoicing.Tests.Saft;

/// <summary>For every rule files that break it and only it.</summary>
internal static class BreakingCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
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
        Bytes(
            "F03", "UTF-8 that declares Windows-1252",
            () => Utf8(Declared("Windows-1252").ToXml("Exemplo Um", "Jo\u00E3o Gon\u00E7alves"))),
        Bytes("F03", "Latin-1 that declares UTF-8", () => Encoding.Latin1.GetBytes(TestFile.Typical().ToXml("Exemplo Um", "Jo\u00E3o"))),
        Bytes("F03", "byte-order mark on Windows-1252", () => [0xEF, 0xBB, 0xBF, .. Utf8(Declared("Windows-1252").ToXml())]),
        Bytes(
            "F03", "undefined byte in Windows-1252",
            () => Encoding.Latin1.GetBytes(Declared("Windows-1252").ToXml("Exemplo Um", "a\u0081b"))),
        Bytes("F03", "unknown encoding", () => Utf8(Declared("x-nobody-knows").ToXml())),
        Edit("F04", "replacement character", "Exemplo Um", "Jo\uFFFDo"),
        Edit("F04", "tell-tale triple", "Exemplo Um", "Jo\u00EF\u00BF\u00BDo"),
        Xml("F05", "cut off", () => TestFile.Typical().ToXml()[..3000]),
        Xml("F05", "cut off in the last tag", () => TestFile.Typical().ToXml().TrimEnd()[..^3]),
        Xml("F05", "empty", () => ""),

        Edit("S01", "element missing", "<TaxEntity>Global</TaxEntity>", ""),
        Edit("S01", "element unknown", "</Header>", "<Nobody>x</Nobody></Header>"),
        Edit(
            "S01", "elements swapped", "<StartDate>2026-03-01</StartDate><EndDate>2026-03-31</EndDate>",
            "<EndDate>2026-03-31</EndDate><StartDate>2026-03-01</StartDate>"),
        Edit("S01", "element twice", "<City>Lisboa</City>", "<City>Lisboa</City><City>Porto</City>"),
        Edit("S01", "both of a choice", "<CreditAmount>100</CreditAmount>", "<DebitAmount>0</DebitAmount><CreditAmount>100</CreditAmount>"),
        Edit("S01", "empty element", "<TaxEntity>Global</TaxEntity>", "<TaxEntity/>"),
        Edit("S01", "text too long", "<TaxEntity>Global</TaxEntity>", "<TaxEntity>" + new string('x', 21) + "</TaxEntity>"),
        Edit("S01", "word not in the list", "<TaxAccountingBasis>F", "<TaxAccountingBasis>X"),
        Document(
            "S01", "negative number",
            d => d.Line(1m).AfterTotals = "<WithholdingTax><WithholdingTaxAmount>-1</WithholdingTaxAmount></WithholdingTax>"),
        Edit("S01", "comma for the point", "<GrossTotal>133", "<GrossTotal>133,00"),
        Edit("S01", "no such day", "<InvoiceDate>2026-03-02", "<InvoiceDate>2026-02-30"),
        Edit("S01", "date of another form", "<DateCreated>2026-04-02", "<DateCreated>02-04-2026"),
        Edit("S01", "country unknown", "<Country>PT</Country></CompanyAddress>", "<Country>Desconhecido</Country></CompanyAddress>"),
        Edit("S01", "attribute", "<TaxEntity>", "<TaxEntity lang=\"pt\">"),
        Edit("S01", "text between elements", "</Header>", "stray</Header>"),
        Edit(
            "S01", "another namespace", "<TaxEntity>Global</TaxEntity>",
            "<TaxEntity>Global</TaxEntity><x:Fax xmlns:x=\"urn:x\">1</x:Fax>"),
        Edit("S01", "form of the tax code", "<TaxCode>23.1<", "<TaxCode>23-1<"),
        Edit("S01", "no lines", TestFile.Typical().Documents[3].Lines[0].ToXml("MovementOfGoods", 1), "", "T01", "T02", "T04", "T05"),
        Edit(
            "S01", "percentage that the intake does not take", "<Description>Taxa</Description><TaxPercentage>20<",
            "<Description>Taxa</Description><TaxPercentage>120<"),
        Document("S01", "number without space", d => d.Line(1m), number: "FTA/1"),

        Line("S02", "no reason on a line without tax", l => (l.TaxCode, l.TaxRate) = ("ISE", 0m)),
        Line("S02", "reason on a line with tax", l => (l.ExemptionCode, l.ExemptionReason) = ("M07", "Isento artigo 9.o")),
        Line("S02", "reason without code", l => l.Exempt().ExemptionCode = null),
        Line("S02", "code without reason", l => l.ExemptionCode = "M07"),
        Line("S02", "price with TaxBase", l => (l.TaxBase, l.Amount) = (40m, 0m)),
        Line("S02", "amount with TaxBase", l => (l.TaxBase, l.Amount, l.Price) = (40m, 10m, 0m)),
        File("S02", "RC without tax", f => f.Payment("RC A/1", d => d.Line(10m, l => l.TaxCode = null))),
        File(
            "S02", "account GM without taxonomy",
            f => f.Ledger = (Accounts(Account("11", "GM", "1", null) + Account("1", "GR", null, null)), "")),
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
        File(
            "N05", "future", f => f.With(x => x.DateCreated = "2026-03-10").Invoice("FT B/1", d => d.Line(1m).Date = "2026-03-11"),
            SaftLevel.Warning),

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
        File(
            "R01", "note of a cancelled invoice",
            f => Cancel(f.Documents[1]).And(() => f.Invoice("NC B/1", d => d.Line(1m, l => l.Reference = "FT A/2")))),
        File(
            "R01", "note before its cancelled invoice",
            f => f.Invoice("NC B/1", d => d.Line(1m, l => l.Reference = "FT B/1")).Invoice("FT B/1", d => Cancel(d.Line(1m)))),
        File("R01", "note of another customer", f => f.Invoice("NC B/1", d => d.Line(1m, l => l.Reference = "FT A/2").Customer = "C2")),
        File(
            "R01", "receipt with another date",
            f => f.Payment("RG B/1", d => d.Line(1m, l => (l.Reference, l.ReferenceDate) = ("FT A/2", "2026-03-01")))),
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
}
