using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Exports an account to a folder: every document as JSON with its files, clients, items, payments, taxes and series, SAF-T files, and a manifest with
/// the SHA-256 of each file. A later export fetches what is new or changed; one that was stopped goes on where it was.
/// </summary>
[Cmdlet(VerbsData.Export, "InvoiceArchive")]
[OutputType(typeof(ArchiveSummary))]
public sealed class ExportInvoiceArchiveCommand : ConnectorCmdlet<IInvoiceReader>
{
    /// <summary>Path of the folder: an archive of this account, an empty folder, or one that does not exist.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("OutFile", "FilePath")]
    public string Path { get; set; } = "";

    /// <summary>First date of documents and payments. Clients, items, taxes and series are always read whole.</summary>
    [Parameter]
    [Alias("DateFrom")]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? From { get; set; }

    /// <summary>Last date of documents and payments.</summary>
    [Parameter]
    [Alias("DateTo")]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? To { get; set; }

    /// <summary>Fetches no PDF files.</summary>
    [Parameter]
    public SwitchParameter NoPdf { get; set; }

    /// <summary>Fetches no E-invoices in XML.</summary>
    [Parameter]
    public SwitchParameter NoXml { get; set; }

    /// <summary>Fetches no QR codes.</summary>
    [Parameter]
    public SwitchParameter NoQrCode { get; set; }

    /// <summary>Fetches no SAF-T files.</summary>
    [Parameter]
    public SwitchParameter NoSaft { get; set; }

    /// <summary>Reads every record and fetches every file again, also where the lists of the provider show no change.</summary>
    [Parameter]
    public SwitchParameter Refresh { get; set; }

    /// <summary>Maximum wait for one file that the provider makes, in seconds; 0 for no limit.</summary>
    [Parameter]
    [Alias("Timeout")]
    [ValidateRange(0, int.MaxValue / 1000)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int TimeoutSec { get; set; } = 600;

    /// <summary>Seconds before the first poll of a file. Each later wait is 1.5 times as long, up to 30 seconds.</summary>
    [Parameter]
    [Alias("PollInterval")]
    [ValidateRange(0.01, 3600.0)]
    [AmountTransformation(Needed = true)]
    [Completes]
    public double PollIntervalSec { get; set; } = 2;

    /// <inheritdoc/>
    protected override void Execute()
    {
        string path = PathOf(Path);
        Target = path;
        if (From > To)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, FormattableString.Invariant($"-From {From:yyyy-MM-dd} is after -To {To:yyyy-MM-dd}.")) { Advice = "Exchange them." };
        }

        var options = new ArchiveOptions
        {
            From = From,
            To = To,
            Pdf = !NoPdf,
            Xml = !NoXml,
            QrCode = !NoQrCode,
            Saft = !NoSaft,
            Refresh = Refresh,
            Poller = new OperationPoller { Timeout = TimeSpan.FromSeconds(TimeoutSec), Interval = TimeSpan.FromSeconds(PollIntervalSec) },
        };
        var shown = new ProgressReporter(this, $"Exporting {SessionFor()} to {path}");
        var progress = new ArchiveProgressReporter(shown);
        ArchiveSummary summary = Showing(shown, progress.Show, () => Await(InvoiceArchive.ExportAsync(Records(), path, options, progress, Cancel)));
        foreach (ArchiveFault fault in summary.Faults)
        {
            WriteFailure(new InvoicingException(fault.Error.Kind, $"{fault.File} could not be fetched: {fault.Error.Message}", fault.Error) { Advice = "Run the export again: it fetches what is missing." }, fault.Record ?? (object)fault);
        }

        WriteObject(summary);
    }
}
