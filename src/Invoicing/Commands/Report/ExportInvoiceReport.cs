using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Reports;

namespace Invoicing.Commands;

/// <summary>
/// Saves a month as one HTML page that needs no other file: turnover of twelve months, VAT by rate, what clients owe by age, the largest clients,
/// open documents, and what changed since an earlier report. The numbers come from a session, from an archive, or from SAF-T (PT) files.
/// </summary>
[Cmdlet(VerbsData.Export, "InvoiceReport", DefaultParameterSetName = SessionSet)]
[OutputType(typeof(FileInfo))]
public sealed class ExportInvoiceReportCommand : ConnectorCmdlet<IInvoiceReader>
{
    private const string SessionSet = "Session";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The year.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateRange(2000, 9999)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int Year { get; set; }

    /// <summary>The month, 1 to 12.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateRange(1, 12)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int Month { get; set; }

    /// <summary>Path of the page, or a folder. A symbolic link is refused.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [Alias("FilePath")]
    public string OutFile { get; set; } = "";

    /// <summary>
    /// The folder of an archive in place of a session; or SAF-T (PT) files: that of the month, and those of the eleven months before for their turnover.
    /// Wildcards are allowed.
    /// </summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The literal path of the folder of an archive, or literal paths of SAF-T (PT) files.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The page of an earlier report: the numbers that are not what they were are listed. The page holds its numbers itself.</summary>
    [Parameter]
    public string? Since { get; set; }

    /// <summary>Number of clients to list, the largest first.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int Top { get; set; } = 10;

    /// <summary>The day for which open documents are told, such as 2026-03-31. Default: today.</summary>
    [Parameter(ParameterSetName = SessionSet)]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? AsOf { get; set; }

    /// <summary>Payment term in days for open documents that have no due date. Default: they are listed without an age.</summary>
    [Parameter]
    [ValidateRange(0, 3650)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? PaymentDays { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private readonly List<string> _paths = [];
    private bool _isAsked;
    private bool _isBad;

    /// <summary>Collects the files: all that come through the pipeline make one report.</summary>
    protected override void Execute()
    {
        _isAsked = true;
        _paths.AddRange(ParameterSetName switch
        {
            PathSet => Path.SelectMany(PathsOf),
            LiteralPathSet => LiteralPath.Select(PathOf),
            _ => [],
        });
    }

    /// <summary>A report without one of its files would be a wrong one.</summary>
    private protected override void OnBadRow() => _isBad = true;

    /// <inheritdoc/>
    protected override void End()
    {
        if (_isAsked && !_isBad)
        {
            Write();
        }
    }

    private void Write()
    {
        var month = TaxPeriod.OfMonth(Year, Month);
        string path = OutFilePath(OutFile, $"report-{month.Name}.html");
        Target = path;
        MonthReportNumbers? before = Since is null ? null : MonthReportNumbers.Load(PathOf(Since));

        // The report may take the place of the one that it is compared with, which is read by now.
        OutputFile.Refuse(path, Force);
        IMonthReportSource source = Source();
        var report = MonthReport.Of(Counting($"Reading {month.Name}", "documents", progress => Await(source.ReadAsync(month, progress, Cancel))), before, Top);
        foreach (string note in report.Notes)
        {
            WriteWarning(note);
        }

        report.ToPage().Save(path, Force);
        WriteFile(path);
    }

    private IMonthReportSource Source() => _paths.Count == 0
        ? new SessionReportSource(Records(), new ReceivableQuery { AsOf = AsOf, PaymentDays = PaymentDays })
        : _paths.Count == 1 && Directory.Exists(_paths[0])
        ? new ArchiveReportSource(InvoiceArchive.Open(_paths[0]), PaymentDays)
        : PaymentDays is null
            ? new SaftReportSource(_paths)
            : throw new InvoicingException(ErrorKind.InvalidInput, "-PaymentDays says nothing about SAF-T files: they do not tell what is open.") { Advice = "Leave it out." };
}
