using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Invoicing.Saft;

namespace Invoicing.Commands;

/// <summary>
/// Checks SAF-T (PT) files by every rule that can be checked without the tax authority, and writes findings. A file without findings
/// writes nothing; -Summary writes counts and totals instead.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "Saft", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SaftFinding), typeof(SaftSummary))]
public sealed class TestSaftCommand : SaftFileCommand
{
    private bool _failed;

    /// <summary>Strict checks all rules; Intake only those that would stop the monthly delivery to the tax authority.</summary>
    [Parameter]
    public SaftCheckLevel Level { get; set; } = SaftCheckLevel.Strict;

    /// <summary>Ids of rules to check. Wildcards are allowed. Default: all.</summary>
    [ValidateNotNull]
    [Parameter]
    [SupportsWildcards]
    [Completes]
    public string[] Rule { get; set; } = [];

    /// <summary>Ids of rules to skip. Wildcards are allowed.</summary>
    [ValidateNotNull]
    [Parameter]
    [SupportsWildcards]
    [Completes]
    public string[] ExcludeRule { get; set; } = [];

    /// <summary>Public key of the software maker, to verify signatures: path of a PEM file, or its text.</summary>
    [Parameter]
    public string? PublicKey { get; set; }

    /// <summary>State of the series at the end of the previous file: the State of an earlier report.</summary>
    [Parameter]
    public SaftChainState? PreviousState { get; set; }

    /// <summary>
    /// Path of a file that keeps the state of each series from month to month. It is read first and written after a complete file.
    /// </summary>
    [Parameter]
    public string? StatePath { get; set; }

    /// <summary>Day to compare with the delivery deadline of the file's month (rule D01), usually today.</summary>
    [Parameter]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? AsOf { get; set; }

    /// <summary>Maximum number of places that a finding lists. Others are counted.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int MaximumPlaces { get; set; } = 5;

    /// <summary>Ends with a terminating error after the last file if there is a finding of this level or above.</summary>
    [Parameter]
    public SaftLevel? ErrorOnFinding { get; set; }

    /// <summary>Writes a summary of each file instead of the findings: counts and totals by table.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <inheritdoc/>
    protected override void End()
    {
        if (_failed)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvoicingException(ErrorKind.InvalidFile, $"A SAF-T file has findings of the level {ErrorOnFinding} or above."),
                "SaftFinding",
                ErrorCategory.InvalidData,
                Target));
        }
    }

    private protected override void Process(string file)
    {
        var options = new SaftCheckOptions
        {
            Level = Level,
            Rules = Rule,
            ExcludeRules = ExcludeRule,
            PublicKey = KeyText(),
            PreviousState = PreviousState ?? SaftStateFile.Read(StatePath is null ? null : PathOf(StatePath)),
            PlacesPerFinding = MaximumPlaces,
            AsOf = AsOf,
        };
        SaftReport? report = null;
        ReadWithProgress(file, $"Checking {file}", progress =>
        {
            options.Progress = progress;
            return Task.Run(() => report = Check(file, options), Cancel);
        });
        WriteObject(Summary ? report!.Summary : report!.Findings, enumerateCollection: !Summary);
        _failed |= ErrorOnFinding is { } level && report!.Findings.Any(finding => finding.Level >= level);
        if (StatePath is not null && report!.Summary.IsComplete)
        {
            SaftStateFile.Write(PathOf(StatePath), report!.State);
        }
    }

    private SaftReport Check(string file, SaftCheckOptions options)
    {
        try
        {
            return SaftChecker.Check(file, options, Cancel);
        }
        catch (ArgumentException fault)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, fault.Message, fault);
        }
    }

    private string? KeyText()
    {
        if (PublicKey is null || PublicKey.IndexOf("-----", StringComparison.Ordinal) >= 0)
        {
            return PublicKey;
        }

        if (IsBase64(PublicKey))
        {
            return PublicKey;
        }

        string path = PathOf(PublicKey);
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (FileFault.IsOf(fault))
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"The key file '{path}' could not be read: {FileFault.Reason(path, fault)}.", fault);
        }
    }

    /// <summary>A key without its PEM lines has some 200 characters; no file name is Base64 of that length.</summary>
    private static bool IsBase64(string text)
    {
        try
        {
            return text.Length > 120 && Convert.FromBase64String(text).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
