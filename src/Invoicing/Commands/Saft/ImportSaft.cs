using System.Management.Automation;
using Invoicing.Saft;

namespace Invoicing.Commands;

/// <summary>
/// Reads SAF-T (PT) files as objects, one at a time, however large the file: header, customers, products, taxes, invoices, ...
/// </summary>
[Cmdlet(VerbsData.Import, "Saft", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SaftInvoice), typeof(SaftStockMovement), typeof(SaftWorkDocument), typeof(SaftPayment))]
[OutputType(typeof(SaftLineRow), typeof(SaftTaxRow), typeof(SaftPaymentRow), typeof(SaftAccount), typeof(SaftJournal), typeof(SaftTransaction))]
[OutputType(typeof(SaftHeader), typeof(SaftCustomer), typeof(SaftSupplier), typeof(SaftProduct), typeof(SaftTaxEntry))]
public sealed class ImportSaftCommand : SaftFileCommand
{
    /// <summary>Parts of the file to read; else all. Lines, TaxLines and PaymentLines are flat rows for CSV files and spreadsheets.</summary>
    [ValidateNotNull]
    [Parameter(Position = 1)]
    public SaftSection[] Section { get; set; } = [SaftSection.All];

    private protected override void Process(string file)
    {
        SaftSection sections = 0;
        foreach (SaftSection section in Section)
        {
            sections |= section;
        }

        var progress = new ProgressReporter(this, $"Reading {file}");
        int count = 0;
        foreach (object record in SaftReader.ReadRows(file, sections))
        {
            WriteObject(record);
            progress.Count(++count, null, "objects");
        }

        progress.End();
    }
}
