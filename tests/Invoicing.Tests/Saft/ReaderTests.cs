using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Invoicing.Saft;
using Xunit;

namespace Invoicing.Tests.Saft;

public sealed class ReaderTests
{
    [Fact]
    public void Records_come_in_the_order_of_the_file()
    {
        var types = TestFile.Typical().Read().Select(record => record.GetType().Name).Distinct();

        Assert.Equal(
            ["SaftHeader", "SaftCustomer", "SaftSupplier", "SaftProduct", "SaftTaxEntry", "SaftInvoice", "SaftStockMovement",
                "SaftWorkDocument", "SaftPayment"],
            types);
    }

    [Fact]
    public void The_accounting_part_is_read()
    {
        var file = TestFile.Typical().With(f => f.Ledger = (RuleCases.LedgerAccounts, RuleCases.LedgerEntries));

        Assert.Equal(
            ["SaftAccount", "SaftJournal", "SaftTransaction"],
            file.Read(SaftSection.Ledger).Select(record => record.GetType().Name).Distinct().Order());
        var account = file.Read(SaftSection.Accounts).Cast<SaftAccount>().ElementAt(2);
        Assert.Equal(("2111", "Conta", "GM", "211", "1", 0m), (account.Id, account.Description, account.GroupingCategory, account.GroupingCode, account.TaxonomyCode, account.OpeningDebit));
        Assert.Equal(["J1 Diario"], file.Read(SaftSection.Journals).Select(journal => journal.ToString()));
        var transactions = file.Read(SaftSection.Transactions).Cast<SaftTransaction>().ToList();
        Assert.Equal(2, transactions.Count);
        Assert.Equal(
            ("2026-03-05 J1 1", "J1", 3, new DateTime(2026, 3, 5), "N", "C1"),
            (transactions[0].Id, transactions[0].JournalId, transactions[0].Period, transactions[0].Date, transactions[0].Type, transactions[0].CustomerId));
        Assert.Equal("2111 debit 100; 711 credit 100", transactions[0].Lines.ToString());
        Assert.Equal(new DateTime(2026, 3, 5, 10, 0, 0), transactions[0].Lines[0].SystemEntryDate);
        Assert.Equal(6, file.Read(SaftSection.Documents).Count());
    }

    [Fact]
    public void Lists_print_as_text()
    {
        var invoice = TestFile.Typical().Read(SaftSection.Invoices).Cast<SaftInvoice>().First();

        Assert.Equal("1 P1 100 IVA PT NOR 23; 1 P1 10 IVA PT ISE 0", invoice.Lines.ToString());
        Assert.Equal("", invoice.InvalidValues.ToString());
        Assert.DoesNotContain(
            typeof(SaftRecord).Assembly.GetExportedTypes().Where(type => typeof(SaftRecord).IsAssignableFrom(type) || type.Name is "SaftLine" or "SaftShipment")
                .SelectMany(type => type.GetProperties()).Select(property => property.PropertyType),
            type => type.Namespace == "Invoicing.Saft" && type is { IsClass: true, IsAbstract: false }
                && type.GetMethod(nameof(ToString), [])!.DeclaringType == typeof(object));
    }

    [Fact]
    public void Values_are_typed()
    {
        var invoice = TestFile.Typical().Read(SaftSection.Invoices).Cast<SaftInvoice>().First();

        Assert.Equal(
            ("FT A/1", "FT A", 1L, "FT", "N", "P"),
            (invoice.Number, invoice.Series, invoice.Sequence, invoice.Type, invoice.Status, invoice.SourceBilling));
        Assert.Equal((new DateTime(2026, 3, 2), new DateTime(2026, 3, 2, 10, 15, 30)), (invoice.Date, invoice.SystemEntryDate));
        Assert.Equal((110m, 23m, 133m), (invoice.NetTotal, invoice.TaxPayable, invoice.GrossTotal));
        Assert.Equal((false, "C1", "ana", "ana"), (invoice.SelfBilling, invoice.CustomerId, invoice.SourceId, invoice.StatusSourceId));
        Assert.Equal(2, invoice.Lines.Count);
        var line = invoice.Lines[1];
        Assert.Equal(
            (2L, "P1", 1m, 10m, 10m, null),
            (line.LineNumber, line.ProductCode, line.Quantity, line.UnitPrice, line.CreditAmount, line.DebitAmount));
        Assert.Equal(("IVA", "PT", "ISE", 0m), (line.Tax!.Type, line.Tax.Region, line.Tax.Code, line.Tax.Percentage));
        Assert.Equal(("Consultoria & apoio", "Un"), (line.ProductDescription, line.UnitOfMeasure));
        Assert.Equal(("M07", "Isento artigo 9.o"), (line.TaxExemptionCode, line.TaxExemptionReason));
    }

    [Fact]
    public void Everything_that_the_schema_knows_is_kept()
    {
        var xml = TestFile.Typical().ToXml("<CustomerID>C1</CustomerID><Line>", "<CustomerID>C1</CustomerID>" + Transport + "<Line>")
            .Replace(
                "<ProductCode>P1</ProductCode><ProductDescription>Consultoria &amp; apoio</ProductDescription><Quantity>3",
                OrderAndProduct, StringComparison.Ordinal)
            .Replace("<GrossTotal>133</GrossTotal>", "<GrossTotal>133</GrossTotal>" + Totals, StringComparison.Ordinal);

        var invoices = Read(xml, SaftSection.Invoices).Cast<SaftInvoice>().ToList();

        var shipTo = invoices[0].ShipTo!;
        Assert.Equal(
            ("AA-00-BB", "W1", "L1", "Porto"),
            (shipTo.DeliveryIds.Single(), shipTo.WarehouseIds.Single(), shipTo.LocationIds.Single(), shipTo.Address!.City));
        Assert.Equal(new DateTime(2026, 3, 2, 11, 0, 0), invoices[0].MovementStartTime);
        Assert.Equal(
            ("NE 1/1", new DateTime(2026, 3, 1)),
            (invoices[1].Lines[0].OrderReferences[0].OriginatingOn, invoices[1].Lines[0].OrderReferences[0].OrderDate));
        Assert.Equal(("USD", 140m, 1.05m), (invoices[0].Currency!.Code, invoices[0].Currency!.Amount, invoices[0].Currency!.ExchangeRate));
        Assert.Equal(("30 dias", 2m), (invoices[0].Settlements[0].PaymentTerms, invoices[0].Settlements[0].Amount));
        Assert.Equal(("TB", 133m), (invoices[0].PaymentMethods[0].Mechanism, invoices[0].PaymentMethods[0].Amount));
        Assert.Equal(("FT A/1", "Engano"), (invoices[2].Lines[0].References[0].Reference, invoices[2].Lines[0].References[0].Reason));
        var receipt = Read(xml, SaftSection.Payments).Cast<SaftPayment>().Single();
        Assert.Equal(
            ("FT A/1", new DateTime(2026, 3, 2)),
            (receipt.Lines[0].SourceDocuments[0].OriginatingOn, receipt.Lines[0].SourceDocuments[0].InvoiceDate));
        Assert.Empty(TestFile.Check(xml, new SaftCheckOptions { ExcludeRules = ["C01"] }).Findings);
    }

    [Fact]
    public void Only_the_sections_asked_for_come()
    {
        var records = TestFile.Typical().Read(SaftSection.Header | SaftSection.WorkDocuments).ToList();

        Assert.Equal([typeof(SaftHeader), typeof(SaftWorkDocument)], records.Select(record => record.GetType()));
    }

    [Fact]
    public void Behind_the_last_section_nothing_is_read()
    {
        var xml = TestFile.Typical().ToXml();
        var header = xml[..xml.IndexOf("<MasterFiles>", StringComparison.Ordinal)] + "<MasterFiles><Customer>";

        Assert.Single(Read(header, SaftSection.Header));
    }

    [Fact]
    public void Records_can_be_asked_for_by_type()
    {
        var xml = TestFile.Typical().ToXml();

        Assert.Equal(6, SaftReader.Read<SaftDocument>(Stream(xml)).Count());
        Assert.Equal(3, SaftReader.Read<SaftParty>(Stream(xml)).Count());
        Assert.Equal(3, SaftReader.Read<SaftInvoice>(Stream(xml)).Count());
    }

    [Fact]
    public void Lines_of_the_file_are_counted_through_comments()
    {
        var xml = TestFile.Typical().ToXml("<Invoice>", "<!--\n\n--><Invoice>\n").Replace("<Line>", "\n<Line>", StringComparison.Ordinal);
        var rows = xml.Split('\n');

        var invoice = SaftReader.Read<SaftInvoice>(Stream(xml)).First();

        Assert.Contains("<Invoice>", rows[invoice.SourceLine - 1], StringComparison.Ordinal);
        Assert.StartsWith("<Line><LineNumber>2", rows[invoice.Lines[1].SourceLine - 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<GrossTotal>133", "<GrossTotal>133,00", "GrossTotal", "133,00")]
    [InlineData("<InvoiceDate>2026-03-02", "<InvoiceDate>2026-02-30", "InvoiceDate", "2026-02-30")]
    [InlineData("<LineNumber>1", "<LineNumber>one", "LineNumber", "one")]
    public void A_value_that_cannot_be_read_is_null_and_its_text_is_kept(string old, string with, string element, string text)
    {
        var invoice = Read(TestFile.Typical().ToXml(old, with), SaftSection.Invoices).Cast<SaftInvoice>().First();

        var invalid = Assert.Single(invoice.InvalidValues);
        Assert.Equal((element, text), (invalid.Element, invalid.Text));
        Assert.Contains(null, new object?[] { invoice.GrossTotal, invoice.Date, invoice.Lines[0].LineNumber });
    }

    [Theory]
    [InlineData(" 133.50 ", "133.50")]
    [InlineData("+133", "133")]
    [InlineData(".5", "0.5")]
    [InlineData("12345678901234567890.12", "12345678901234567890.12")]
    [InlineData("0.123456789012345678901", "0.123456789012345678901")]
    [InlineData("1E2", null)]
    [InlineData("1 000", null)]
    [InlineData(".", null)]
    [InlineData("", null)]
    public void Numbers_are_read_as_the_schema_writes_them(string text, string? value)
    {
        var invoice = Read(TestFile.Typical().ToXml("<GrossTotal>133<", $"<GrossTotal>{text}<"), SaftSection.Invoices)
            .Cast<SaftInvoice>().First();

        Assert.Equal(value, invoice.GrossTotal?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_zip_is_told_by_its_first_bytes()
    {
        var zip = Zip(("saft.xml", TestFile.Typical().ToXml()), ("readme.txt", "x"));

        Assert.Equal(6, SaftReader.Read<SaftDocument>(new MemoryStream(zip)).Count());
        Assert.Equal(6, SaftReader.Read<SaftDocument>(new OneByteStream(zip)).Count());
        Assert.Empty(TestFile.Check(zip).Findings);
    }

    [Fact]
    public void A_zip_without_exactly_one_xml_is_refused()
    {
        var none = Zip(("readme.txt", "x"));
        var two = Zip(("a.xml", "<a/>"), ("b.xml", "<b/>"));

        Assert.Equal("F01", Assert.Throws<SaftFormatException>(() => SaftReader.Read(new MemoryStream(none)).Count()).RuleId);
        Assert.Equal(["F01"], TestFile.Check(two).Findings.Select(finding => finding.RuleId));
    }

    [Fact]
    public void A_zip_that_was_cut_off_ends_too_early()
    {
        var zip = Zip(("saft.xml", TestFile.Typical().ToXml()));

        Assert.Equal(["F05"], TestFile.Check(zip[..(zip.Length / 2)]).Findings.Select(finding => finding.RuleId));
    }

    [Fact]
    public void A_stream_that_gives_single_bytes_is_read()
        => Assert.Equal(6, SaftReader.Read<SaftDocument>(new OneByteStream(RuleCases.Utf8(TestFile.Typical().ToXml()))).Count());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stream_is_closed_only_when_asked(bool leaveOpen)
    {
        var stream = Stream(TestFile.Typical().ToXml());

        _ = SaftReader.Read<SaftInvoice>(stream, leaveOpen).First();

        Assert.Equal(leaveOpen, stream.CanRead);
    }

    [Fact]
    public void A_file_is_free_again_when_the_caller_stops_early()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".xml");
        File.WriteAllText(path, TestFile.Typical().ToXml());
        try
        {
            Assert.Equal("Exemplo Lda", SaftReader.ReadHeader(path).CompanyName);
            Assert.Equal("FT A/1", SaftReader.Read<SaftInvoice>(path).First().Number);
            Assert.Empty(SaftChecker.Check(path).Findings);
            using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Other_versions_are_named()
    {
        var xml = TestFile.Typical().ToXml().Replace("1.04_01", "1.03_01", StringComparison.Ordinal);

        var error = Assert.Throws<SaftFormatException>(() => Read(xml, SaftSection.All).Count());

        Assert.Equal(("F02", "1.04_01", "1.03_01"), (error.RuleId, error.Expected, error.Found));
        Assert.Equal("1.03_01", TestFile.Check(xml).Summary.Version);
        Assert.Null(TestFile.Check("<html/>").Summary.Version);
    }

    [Fact]
    public void Documents_before_a_cut_are_handed_out()
    {
        var xml = TestFile.Typical().ToXml();
        var read = new List<string?>();

        var error = Assert.Throws<SaftFormatException>(() =>
        {
            foreach (var invoice in SaftReader.Read<SaftInvoice>(Stream(xml[..xml.IndexOf("FT A/2", StringComparison.Ordinal)])))
            {
                read.Add(invoice.Number);
            }
        });

        Assert.Equal(["FT A/1"], read);
        Assert.Equal("F05", error.RuleId);
    }

    private const string Transport =
        "<ShipTo><DeliveryID>AA-00-BB</DeliveryID><LocationID>L1</LocationID><WarehouseID>W1</WarehouseID><Address>"
        + "<AddressDetail>Rua</AddressDetail><City>Porto</City><PostalCode>4000</PostalCode><Country>PT</Country></Address></ShipTo>"
        + "<MovementStartTime>2026-03-02T11:00:00</MovementStartTime>";

    private const string OrderAndProduct =
        "<OrderReferences><OriginatingON>NE 1/1</OriginatingON><OrderDate>2026-03-01</OrderDate></OrderReferences>"
        + "<ProductCode>P1</ProductCode><ProductDescription>Consultoria &amp; apoio</ProductDescription><Quantity>3";

    private const string Totals =
        "<Currency><CurrencyCode>USD</CurrencyCode><CurrencyAmount>140</CurrencyAmount><ExchangeRate>1.05</ExchangeRate></Currency>"
        + "<Settlement><SettlementAmount>2</SettlementAmount><PaymentTerms>30 dias</PaymentTerms></Settlement>"
        + "<Payment><PaymentMechanism>TB</PaymentMechanism><PaymentAmount>133</PaymentAmount>"
        + "<PaymentDate>2026-03-02</PaymentDate></Payment>";

    private static MemoryStream Stream(string xml) => new(RuleCases.Utf8(xml));

    private static IEnumerable<SaftRecord> Read(string xml, SaftSection sections) => SaftReader.Read(Stream(xml), sections);

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A stream as a network may give it: one byte at a time, and no way back.</summary>
    private sealed class OneByteStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 1)]);
    }
}
