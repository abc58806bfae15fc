using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Invoicing.Saft;
using Xunit;

namespace Invoicing.Tests.Saft;

/// <summary>Grouping, options and the summary.</summary>
public sealed class ReportTests
{
    [Fact]
    public void The_same_fault_at_many_places_is_one_finding()
    {
        var file = new TestFile();
        for (var i = 1; i <= 100; i++)
        {
            file.Invoice($"FT A/{i}", d => d.Line(1m).Line(2m, l => l.Product = "P9"));
        }

        var finding = Assert.Single(file.Check(new SaftCheckOptions { PlacesPerFinding = 3 }).Findings);

        Assert.Equal(
            (100, "S04", SaftTable.SalesInvoices, "FT A/1", "P9"),
            (finding.Count, finding.RuleId, finding.Table, finding.DocumentNumber, finding.Found));
        Assert.Equal(["FT A/1", "FT A/2", "FT A/3"], finding.Places.Select(place => place.DocumentNumber));
        Assert.Equal(finding.Places[0].Line, finding.Line);
    }

    [Fact]
    public void A_message_has_document_expected_and_found()
    {
        var finding = Assert.Single(TestFile.Typical().Invoice("FT B/1", d => d.Line(100m).Gross = 124m).Check().Findings);

        Assert.All(["FT B/1", "123", "124"], part => Assert.Contains(part, finding.Message, StringComparison.Ordinal));
        Assert.All(["FT B/1", "123", "124"], part => Assert.Contains(part, finding.Places[0].ToString(), StringComparison.Ordinal));
        Assert.Equal("Gross total", finding.Rule.Title);
    }

    [Fact]
    public void Schema_findings_name_the_document_and_its_line_in_the_file()
    {
        var xml = TestFile.Typical().ToXml().Replace("<Quantity>3</Quantity>", "\n<Quantity>x</Quantity>", StringComparison.Ordinal);

        var finding = Assert.Single(TestFile.Check(xml).Findings);

        Assert.Equal(("S01", "FT A/2", "x"), (finding.RuleId, finding.DocumentNumber, finding.Found));
        Assert.Contains("Invoice/Line/Quantity", finding.Description, StringComparison.Ordinal);
        Assert.Contains("<Quantity>x", xml.Split('\n')[finding.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void One_misplaced_element_is_not_also_a_missing_one()
    {
        var xml = TestFile.Typical().ToXml(
            "<City>Lisboa</City><PostalCode>1000-002</PostalCode>", "<PostalCode>1000-002</PostalCode><City>Lisboa</City>");

        Assert.Equal(1, Assert.Single(TestFile.Check(xml).Findings).Count);
    }

    [Fact]
    public void Many_kinds_of_faults_do_not_grow_without_end()
    {
        var file = new TestFile();
        for (var i = 1; i <= 2500; i++)
        {
            file.Invoice($"X{i % 2} A/{i}", d => d.Line(1m).Type = "FT").Invoice($"T{i} A/1", d => d.Line(1m).Type = "FT")
                .Invoice($"T{i} A/2", d => d.Line(1m).Type = "ND");
        }

        var findings = file.Check(new SaftCheckOptions { Rules = ["N03"] }).Findings;

        Assert.Equal(2500, findings.Sum(finding => finding.Count));
        Assert.InRange(findings.Count, 2, 2001);
    }

    [Theory]
    [InlineData(new[] { "T03" }, new string[0], "T03")]
    [InlineData(new[] { "t*" }, new string[0], "T03 T05")]
    [InlineData(new[] { "T0?" }, new[] { "T05" }, "T03")]
    [InlineData(new string[0], new[] { "T*" }, "A02")]
    [InlineData(new string[0], new string[0], "A02 T03 T05")]
    public void Rules_are_chosen_by_name(string[] rules, string[] without, string found)
    {
        var file = TestFile.Typical().Invoice("FT B/1", d => (d.Line(100m).Tax, d.Gross, d.Atcud) = (30m, 200m, "BCDF2345-9"));

        var report = file.Check(new SaftCheckOptions { Rules = rules, ExcludeRules = without });

        Assert.Equal(found.Split(' '), report.Findings.Select(finding => finding.RuleId).Order());
    }

    [Fact]
    public void A_name_that_fits_no_rule_is_an_argument_error()
        => Assert.Throws<ArgumentException>(() => TestFile.Typical().Check(new SaftCheckOptions { Rules = ["T99"] }));

    [Fact]
    public void At_intake_level_only_what_may_stop_the_file_is_told()
    {
        var file = TestFile.Typical().Invoice("FT B/1", d => (d.Line(100m).Gross, d.Customer) = (200m, "C9"));
        var xml = file.ToXml("<TotalCredit>270", "<TotalCredit>300").Replace(
            "<ProductDescription>Consultoria &amp; apoio</ProductDescription><Quantity>3", "<Quantity>3", StringComparison.Ordinal);

        var strict = TestFile.Check(xml).Findings;
        var intake = TestFile.Check(xml, new SaftCheckOptions { Level = SaftCheckLevel.Intake }).Findings;

        Assert.Equal(
            ["S01 Strict", "S04 Strict", "T02 Intake", "T03 Unconfirmed"], strict.Select(finding => $"{finding.RuleId} {finding.Tier}"));
        Assert.Equal(["T02 Intake", "T03 Unconfirmed"], intake.Select(finding => $"{finding.RuleId} {finding.Tier}"));
    }

    [Theory]
    [InlineData("ATCUD", "", SaftTier.Intake)]
    [InlineData("<CompanyName>Exemplo Lda</CompanyName>", "", SaftTier.Strict)]
    [InlineData("<HashControl>1</HashControl>", "", SaftTier.Strict)]
    [InlineData("<TaxEntity>Global</TaxEntity>", "", SaftTier.Unconfirmed)]
    [InlineData("<GrossTotal>133</GrossTotal>", "", SaftTier.Intake)]
    [InlineData("<MovementStartTime>2026-03-02T10:15:30</MovementStartTime>", "", SaftTier.Strict)]
    public void Missing_elements_concern_the_intake_when_it_keeps_them(string old, string with, SaftTier tier)
    {
        var xml = old == "ATCUD"
            ? System.Text.RegularExpressions.Regex.Replace(TestFile.Typical().ToXml(), "<ATCUD>[^<]*</ATCUD>", "")
            : TestFile.Typical().ToXml(old, with);

        Assert.Contains(TestFile.Check(xml).Findings, finding => finding.RuleId == "S01" && finding.Tier == tier);
    }

    [Theory]
    [InlineData("<ProductDescription>Consultoria &amp; apoio<", "<ProductDescription><")]
    [InlineData("<CompanyName>Exemplo Um<", "<CompanyName><")]
    [InlineData("<Quantity>3<", "<Quantity>1,5<")]
    [InlineData("<HashControl>1<", "<HashControl>x<")]
    [InlineData("<MovementType>GT<", "<MovementType>XX<")]
    [InlineData("<MovementStartTime>2026-03-02T10:15:30<", "<MovementStartTime>tomorrow<")]
    [InlineData("<TaxonomyReference>S<", "<TaxonomyReference>Q<")]
    [InlineData("<Country>PT</Country></BillingAddress>", "<Country>Portugal</Country></BillingAddress>")]
    public void What_is_there_must_be_well_formed_at_the_intake_too(string old, string with)
    {
        var file = TestFile.Typical().With(f => f.Ledger = (RuleCases.LedgerAccounts, RuleCases.LedgerEntries));

        var findings = TestFile.Check(file.ToXml(old, with), new SaftCheckOptions { Level = SaftCheckLevel.Intake }).Findings;

        Assert.Contains(findings, finding => (finding.RuleId, finding.Tier) == ("S01", SaftTier.Unconfirmed));
        Assert.Empty(TestFile.Check(file.ToXml(), new SaftCheckOptions { Level = SaftCheckLevel.Intake }).Findings);
    }

    [Theory]
    [InlineData("VD")]
    [InlineData("TV")]
    [InlineData("TD")]
    [InlineData("AA")]
    [InlineData("DA")]
    public void Types_that_ended_in_2012_may_stop_the_intake(string type)
        => Assert.Contains(
            TestFile.Typical().Invoice(type + " B/1", d => d.Line(1m)).Check(new SaftCheckOptions { Level = SaftCheckLevel.Intake }).Findings,
            finding => (finding.RuleId, finding.Tier) == ("C01", SaftTier.Unconfirmed));

    [Fact]
    public void Findings_summaries_and_records_name_their_file()
    {
        var path = System.IO.Path.GetTempFileName();
        System.IO.File.WriteAllText(path, TestFile.Typical().Invoice("FT B/1", d => d.Line(1m).Gross = 9m).ToXml());
        try
        {
            var report = SaftChecker.Check(path);

            Assert.Equal(path, report.Summary.Path);
            Assert.All(report.Findings, finding => Assert.Equal(path, finding.Path));
            Assert.All(SaftReader.Read(path), record => Assert.Equal(path, record.Path));
            Assert.Null(TestFile.Typical().Check().Summary.Path);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    [Fact]
    public void The_intake_asks_for_documents_and_the_schema_does_not()
    {
        var xml = new TestFile().ToXml("<SourceDocuments>\n</SourceDocuments>", "");

        Assert.Empty(TestFile.Check(xml).Findings);
        Assert.Equal(
            ["S01"],
            TestFile.Check(xml, new SaftCheckOptions { Level = SaftCheckLevel.Intake }).Findings.Select(finding => finding.RuleId));
    }

    [Fact]
    public void The_summary_says_what_the_file_is()
    {
        var summary = TestFile.Typical().Invoice("FT B/1", d => d.Line(1m).Gross = 9m).Invoice("FT C/1", d => d.Line(1m).Hash = "x")
            .Check().Summary;

        Assert.Equal(
            ("1.04_01", "Exemplo Lda", "599999993", "UTF-8"),
            (summary.Version, summary.CompanyName, summary.TaxRegistrationNumber, summary.DeclaredEncoding));
        Assert.Equal(
            (new DateTime(2026, 3, 1), new DateTime(2026, 3, 31), new DateTime(2026, 4, 6)),
            (summary.StartDate, summary.EndDate, summary.DeliveryDeadline));
        Assert.Equal(
            [SaftTable.SalesInvoices, SaftTable.MovementOfGoods, SaftTable.WorkingDocuments, SaftTable.Payments],
            summary.Tables.Select(table => table.Table));
        Assert.Equal(
            (5, 6, 2, 0), (summary.Tables[0].Documents, summary.Tables[0].Lines, summary.Tables[0].Errors, summary.Tables[0].Warnings));
        Assert.Equal((2, 0), (summary.Errors, summary.Warnings));
    }

    [Fact]
    public void A_file_that_was_cut_off_is_checked_as_far_as_it_goes()
    {
        var xml = TestFile.Typical().With(f => f.Documents[0].Gross = 1m).ToXml();

        var report = TestFile.Check(xml[..xml.IndexOf("GT A/1", StringComparison.Ordinal)]);

        Assert.Equal(["F05", "T03"], report.Findings.Select(finding => finding.RuleId));
        Assert.False(report.Summary.IsComplete);
        Assert.Equal(3, report.Summary.Documents);
        Assert.Contains("line", report.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_are_told_as_one_finding_with_the_missing_numbers()
    {
        var file = new TestFile();
        foreach (var number in new[] { 3, 1, 9, 4, 5 })
        {
            file.Invoice($"FT A/{number}", d => d.Line(1m));
        }

        var finding = Assert.Single(file.Check(new SaftCheckOptions { Rules = ["N01"] }).Findings);

        Assert.Equal(
            ["FT A/3: FT A/2", "FT A/9: FT A/6 to FT A/8"], finding.Places.Select(place => $"{place.DocumentNumber}: {place.Expected}"));
    }

    [Fact]
    public void A_named_document_in_a_gap_is_worth_knowing()
    {
        var file = new TestFile().Invoice("FT A/1", d => d.Line(1m)).Invoice("FT A/3", d => d.Line(1m))
            .Invoice("NC A/1", d => d.Line(1m, l => l.Reference = "FT A/2"));

        Assert.Equal(["N01 Error", "R01 Information"], file.Check().Findings.Select(finding => $"{finding.RuleId} {finding.Level}"));
    }

    [Fact]
    public void A_document_twice_breaks_the_key_the_series_and_the_signatures()
    {
        var file = new TestFile().Invoice("FT A/1", d => d.Line(1m)).Invoice("FT A/1", d => d.Line(1m));

        Assert.Equal(["H02", "N02", "S03"], file.Check().Findings.Select(finding => finding.RuleId));
    }

    [Fact]
    public void Ledger_entries_are_checked_for_their_keys()
    {
        var file = new TestFile { Ledger = ("", Entries("1", "C1") + "") };

        Assert.Equal(["S04"], file.Check().Findings.Select(finding => finding.RuleId));
        Assert.Equal(
            ["S03", "S04"],
            new TestFile
            {
                Ledger = (
                "", Entries("1", "C1", 2).Replace("</Transaction>", "</Transaction>" + Transaction("1", "C9"), StringComparison.Ordinal))
            }
                .Check().Findings.Select(finding => finding.RuleId).Distinct());
    }

    [Fact]
    public void A_check_can_be_stopped()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(
            () => SaftChecker.Check(
                new System.IO.MemoryStream(RuleCases.Utf8(TestFile.Typical().ToXml())), cancellationToken: source.Token));
    }

    [Fact]
    public void Progress_ends_with_the_size_of_the_file()
    {
        var bytes = RuleCases.Utf8(TestFile.Typical().ToXml());
        var heard = new List<long>();

        TestFile.Check(bytes, new SaftCheckOptions { Progress = new Listener(heard) });

        Assert.Equal(bytes.Length, heard[^1]);
    }

    [Fact]
    public void The_catalogue_is_complete_and_in_order()
    {
        Assert.Equal(42, SaftRules.All.Count);
        Assert.Equal(SaftRules.All.Count, SaftRules.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(SaftRules.All, rule => Assert.False(string.IsNullOrWhiteSpace(rule.Title) || string.IsNullOrWhiteSpace(rule.Meaning)));
        Assert.Equal("T03", SaftRules.Get("t03").Id);
    }

    private static string Entries(string id, string customer, int count = 1)
        => $"<GeneralLedgerEntries><NumberOfEntries>{count}</NumberOfEntries><TotalDebit>{count}</TotalDebit><TotalCredit>{count}</TotalCredit><Journal>"
            + "<JournalID>J</JournalID><Description>Diario</Description>" + Transaction(id, customer) + "</Journal></GeneralLedgerEntries>";

    private static string Transaction(string id, string customer)
        => $"<Transaction><TransactionID>2026-03-02 J {id}</TransactionID><Period>3</Period>"
            + "<TransactionDate>2026-03-02</TransactionDate><SourceID>ana</SourceID>"
            + "<Description>Venda</Description><DocArchivalNumber>1</DocArchivalNumber><TransactionType>N</TransactionType>"
            + $"<GLPostingDate>2026-03-02</GLPostingDate><CustomerID>{customer}</CustomerID>"
            + $"<Lines>{Entry("Debit")}{Entry("Credit")}</Lines></Transaction>";

    private static string Entry(string side)
        => $"<{side}Line><RecordID>1</RecordID><AccountID>11</AccountID><SystemEntryDate>2026-03-02T10:00:00</SystemEntryDate>"
            + $"<Description>Venda</Description><{side}Amount>1</{side}Amount></{side}Line>";

    private sealed class Listener(List<long> heard) : IProgress<long>
    {
        public void Report(long value) => heard.Add(value);
    }
}
