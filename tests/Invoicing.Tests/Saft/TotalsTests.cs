using System.Linq;
using Invoicing.Saft;
using Xunit;

namespace Invoicing.Tests.Saft;

/// <summary>The worked examples of totals.</summary>
public sealed class TotalsTests
{
    private static readonly string[] TotalRules = ["T01", "T02"];

    [Fact]
    public void Sales_leave_out_cancelled_and_billed_documents()
    {
        var table = Documents("SalesInvoices").Check(Only("T*")).Summary.Tables.Single();

        Assert.Equal((5, 170m, 30m), (table.Documents, table.Credit, table.Debit));
        Assert.Equal((5, 170m, 30m), (table.DeclaredEntries, table.DeclaredCredit, table.DeclaredDebit));
    }

    [Fact]
    public void Working_documents_leave_out_cancelled_ones_only()
    {
        var table = Documents("WorkingDocuments").Check(Only("T*")).Summary.Tables.Single();

        Assert.Equal((5, 180m, 30m), (table.Documents, table.Credit, table.Debit));
    }

    [Theory]
    [InlineData("170", "170.00", 0)]
    [InlineData("170", "180.00", 1)]
    [InlineData("170", "170.0083", 0)]
    [InlineData("170", "229.1", 1)]
    public void The_declared_credit_is_compared_within_a_cent(string right, string declared, int findings)
    {
        var xml = Documents("SalesInvoices").ToXml($"<TotalCredit>{right}", $"<TotalCredit>{declared}");

        Assert.Equal(findings, TestFile.Check(xml, Only(TotalRules)).Findings.Count);
    }

    [Fact]
    public void Movements_count_lines_and_sum_quantities()
    {
        var file = new TestFile()
            .Movement("GT A/1", d => d.Line(1m, l => l.Quantity = 5m).Line(1m, l => l.Quantity = 3m))
            .Movement("GT A/2", d => d.Line(1m, l => l.Quantity = 7m).Status = "A")
            .Movement("GR A/1", d => d.Line(1m, l => l.Quantity = 2m).Status = "F");

        var report = file.Check(Only(TotalRules));
        var table = report.Summary.Tables.Single();

        Assert.Empty(report.Findings);
        Assert.Equal((4, 10m), (table.Lines, table.Quantity));
        Assert.Equal((4, 10m), (table.DeclaredEntries, table.DeclaredQuantity));
    }

    [Fact]
    public void Tax_base_bears_tax_but_is_not_in_the_net_total()
    {
        var file = new TestFile().Invoice("FT A/1", d => d.Line(100m).Line(0m, l => l.TaxBase = 40m));
        var document = file.Documents.Single();

        Assert.Equal((100m, 32.20m, 132.20m), (document.NetTotal, document.TaxPayable, document.GrossTotal));
        Assert.Empty(file.Check().Findings);
    }

    [Fact]
    public void Tax_base_times_quantity_passes_too()
        => Assert.Empty(new TestFile()
            .Invoice("FT A/1", d => d.Line(0m, l => (l.TaxBase, l.Quantity) = (10m, 3m)).Tax = 6.90m).Check().Findings);

    private static TestFile Documents(string table)
    {
        var file = new TestFile();
        Add("FT A/1", "N", false, 100m, 50m);
        Add("FT A/2", "A", false, 80m);
        Add("FR B/1", "N", false, 20m);
        Add("NC C/1", "N", true, 30m);
        Add("FT A/3", "F", false, 10m);
        return file;

        void Add(string number, string status, bool isDebit, params decimal[] amounts)
        {
            var document = new TestDocument(table, number) { Status = status };
            foreach (var amount in amounts)
            {
                document.Line(amount, line => line.IsDebit = isDebit);
            }

            file.Documents.Add(document);
        }
    }

    private static SaftCheckOptions Only(params string[] rules) => new() { Rules = rules };
}
