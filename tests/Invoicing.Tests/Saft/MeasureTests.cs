using System;
using System.IO;
using System.Linq;
using Invoicing.Saft;
using Xunit;

namespace Invoicing.Tests.Saft;

public sealed class MeasureTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public MeasureTests()
        => File.WriteAllText(
            _path,
            TestFile.Typical().Invoice("FT A/3", d => RuleCases.Cancel(d.Line(7m))).Invoice("FT A/4", d => d.Line(8m).Status = "F")
                .Payment("RG A/2", d => d.Line(100m).Methods = RuleCases.Methods(123m)).ToXml());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Rows_are_signed_and_what_is_left_out_is_apart()
    {
        var rows = Measure(SaftMeasureKey.All).Vat;

        Assert.Equal(
            [
                "2026-03 FT PT NOR 23: 160.00 + 36.80", "2026-03 FT PT ISE 0: 10.00 + 0.00", "2026-03 FT PT NOR 23: 7.00 + 1.61",
                "2026-03 FT PT NOR 23: 8.00 + 1.84", "2026-03 NC PT NOR 23: -5.00 + -1.15",
            ],
            rows.Select(row => row.ToString()));
        Assert.Equal(
            [SaftMeasureState.Counted, SaftMeasureState.Counted, SaftMeasureState.Cancelled, SaftMeasureState.Billed, SaftMeasureState.Counted],
            rows.Select(row => row.State));
        Assert.Equal((2, "M07", "599999993", _path), (rows[0].Documents, rows[1].ExemptionCode, rows[0].Company, rows[0].Path));
    }

    [Fact]
    public void Bases_add_up_to_the_declared_totals()
    {
        var measurer = Measure(SaftMeasureKey.Rate);
        var table = measurer.Tables.Single(row => row.Table == SaftTable.SalesInvoices);

        Assert.Equal(
            table.DeclaredCredit - table.DeclaredDebit, measurer.Vat.Where(row => row.State == SaftMeasureState.Counted).Sum(row => row.Base));
        Assert.Equal((5, 2, 15m, null), (table.Documents, table.LeftOut, table.LeftOutCredit, table.Difference));
    }

    [Fact]
    public void Receipts_and_customers_are_added_up()
    {
        var measurer = Measure(SaftMeasureKey.None);

        Assert.Equal([(null, 123m), ("NU", 123m)], measurer.Receipts.Select(row => (row.Method, row.Amount)));
        var customer = Assert.Single(measurer.Customers(10));
        Assert.Equal((1, "C1", "Exemplo Um", "123456789", 3, 165m), (customer.Rank, customer.CustomerId, customer.Name, customer.TaxNumber, customer.Documents, customer.Net));
        Assert.DoesNotContain(measurer.Vat, row => row.Month is not null || row.Type is not null || row.Region is not null || row.Rate is not null);
    }

    private SaftMeasurer Measure(SaftMeasureKey by)
    {
        var measurer = new SaftMeasurer(by);
        measurer.Add(_path);
        return measurer;
    }
}
