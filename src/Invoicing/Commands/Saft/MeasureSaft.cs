using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Invoicing.Saft;

namespace Invoicing.Commands;

/// <summary>
/// Adds up SAF-T (PT) files: VAT by rate, receipts by means of payment, customers, or the tables against what they declare. Declared totals
/// that the lines do not add up to are told in a warning.
/// </summary>
[Cmdlet(VerbsDiagnostic.Measure, "Saft", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SaftVatMeasure), typeof(SaftReceiptMeasure), typeof(SaftCustomerMeasure), typeof(SaftTableMeasure))]
public sealed class MeasureSaftCommand : SaftFileCommand
{
    private SaftMeasurer? _all;

    /// <summary>The summary to write: Vat, Receipt, Customer or Table.</summary>
    [Parameter(Position = 1)]
    public SaftMeasureReport Report { get; set; } = SaftMeasureReport.Vat;

    /// <summary>Values that keep the rows of the VAT summary apart; else all of them.</summary>
    [ValidateNotNull]
    [Parameter]
    public SaftMeasureKey[] By { get; set; } = [SaftMeasureKey.All];

    /// <summary>Number of customers to write, largest net total first.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int Top { get; set; } = 10;

    /// <summary>Add all files up, in place of a summary for each file.</summary>
    [Parameter]
    public SwitchParameter Combine { get; set; }

    /// <inheritdoc/>
    protected override void End()
    {
        if (_all is { } measurer)
        {
            Write(measurer);
        }
    }

    private protected override void Process(string file)
    {
        SaftMeasureKey by = By.Aggregate(SaftMeasureKey.None, (all, key) => all | key);
        SaftMeasurer measurer = Combine ? _all ??= new SaftMeasurer(by) : new SaftMeasurer(by);
        ReadWithProgress(file, $"Measuring {file}", progress => Task.Run(() => measurer.Add(file, progress, Cancel), Cancel));
        foreach (SaftTableMeasure table in measurer.Tables.Where(table => table.Path == file && table.Difference is not null))
        {
            WriteWarning($"{file}, {table.Table}: {table.Difference} Test-Saft says more.");
        }

        if (!Combine)
        {
            Write(measurer);
        }
    }

    private void Write(SaftMeasurer measurer) => WriteObject(
        Report switch
        {
            SaftMeasureReport.Receipt => measurer.Receipts,
            SaftMeasureReport.Customer => measurer.Customers(Top),
            SaftMeasureReport.Table => measurer.Tables,
            _ => measurer.Vat,
        },
        enumerateCollection: true);
}

/// <summary>The summaries of Measure-Saft.</summary>
public enum SaftMeasureReport
{
    /// <summary>VAT of the sales documents by month, type, region, rate and exemption code.</summary>
    Vat,

    /// <summary>Receipts by month and means of payment.</summary>
    Receipt,

    /// <summary>Customers with the largest net totals.</summary>
    Customer,

    /// <summary>Tables of documents, against what they declare.</summary>
    Table,
}
