using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Adds up the VAT of documents by month, type, region, rate and exemption. Credit notes are below zero; cancelled documents are rows of their own;
/// drafts, quotes, proformas, guides and receipts do not count. Documents are read whole only where the provider's list does not show their lines.
/// </summary>
[Cmdlet(VerbsDiagnostic.Measure, "InvoiceTax", DefaultParameterSetName = InvoiceSet)]
[OutputType(typeof(TaxMeasure), typeof(TaxDifference), typeof(TaxedDocument))]
public sealed class MeasureInvoiceTaxCommand : ConnectorCmdlet<IInvoiceReader>
{
    private const string InvoiceSet = "Invoice";
    private const string PeriodSet = "Period";

    private readonly List<Invoice> _documents = [];

    /// <summary>The documents, as objects of Get-Invoice. Those of a list that lack their lines are read again.</summary>
    [Parameter(ParameterSetName = InvoiceSet, Mandatory = true, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ObjectTransformation(typeof(Invoice), Many = true)]
    public Invoice[] Invoice { get; set; } = [];

    /// <summary>The year of the documents. Alone, it means all of the year.</summary>
    [Parameter(ParameterSetName = PeriodSet, Mandatory = true, Position = 0)]
    [ValidateRange(2000, 9999)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int Year { get; set; }

    /// <summary>The month, 1 to 12.</summary>
    [Parameter(ParameterSetName = PeriodSet, Position = 1)]
    [ValidateRange(1, 12)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? Month { get; set; }

    /// <summary>The quarter, 1 to 4, in place of a month.</summary>
    [Parameter(ParameterSetName = PeriodSet)]
    [ValidateRange(1, 4)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? Quarter { get; set; }

    /// <summary>The output: the summary (Vat), the documents that count (Document), or the documents whose amounts are not those of their lines (Difference).</summary>
    [Parameter]
    public TaxMeasureReport Report { get; set; }

    /// <summary>Values that keep the rows of the VAT summary apart; else all of them.</summary>
    [ValidateNotNull]
    [Parameter]
    public TaxMeasureKey[] By { get; set; } = [TaxMeasureKey.All];

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (ParameterSetName == InvoiceSet)
        {
            _documents.AddRange(Invoice);
            return;
        }

        TaxPeriod period = (Month, Quarter) switch
        {
            ({ }, { }) => throw new InvoicingException(ErrorKind.InvalidInput, "-Month and -Quarter were both given.") { Advice = "Give one of them." },
            ({ } month, _) => TaxPeriod.OfMonth(Year, month),
            (_, { } quarter) => TaxPeriod.OfQuarter(Year, quarter),
            _ => TaxPeriod.OfYear(Year),
        };
        Target = period.Name;
        TaxMeasurer measurer = Measurer();
        Measure(progress => Records().Invoices.MeasureTaxAsync(measurer, period, progress, Cancel));
        Write(measurer);
    }

    /// <inheritdoc/>
    protected override void End()
    {
        if (ParameterSetName != InvoiceSet)
        {
            return;
        }

        TaxMeasurer measurer = Measurer();
        foreach (IGrouping<string?, Invoice> account in _documents.GroupBy(document => document.Origin))
        {
            Measure(progress => Records(account.First()).Invoices.MeasureTaxAsync(measurer, [.. account], progress, Cancel));
        }

        Write(measurer);
    }

    private TaxMeasurer Measurer() => new(By.Aggregate(TaxMeasureKey.None, (all, key) => all | key));

    private void Measure(Func<IProgress<int>, Task> work) => Counting("Measuring documents", "documents", progress =>
    {
        Await(work(progress));
        return true;
    });

    private void Write(TaxMeasurer measurer)
    {
        foreach (TaxDifference odd in measurer.Differences.Where(one => one.Reason is TaxDifferenceReason.Unexplained or TaxDifferenceReason.MissingLines))
        {
            WriteWarning($"{odd}. Its amounts count as the document says them; Get-Invoice shows it.");
        }

        WriteObject(
            Report switch
            {
                TaxMeasureReport.Document => measurer.Documents,
                TaxMeasureReport.Difference => measurer.Differences,
                _ => (IEnumerable<object>)measurer.Rows,
            },
            enumerateCollection: true);
    }
}

/// <summary>The outputs of Measure-InvoiceTax.</summary>
public enum TaxMeasureReport
{
    /// <summary>VAT by month, type, region, rate and exemption.</summary>
    Vat,

    /// <summary>The documents that the summary adds up, and the cancelled ones.</summary>
    Document,

    /// <summary>The documents whose amounts are not those of their lines.</summary>
    Difference,
}
