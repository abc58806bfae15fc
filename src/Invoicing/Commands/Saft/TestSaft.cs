using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Saft;

namespace Invoicing.Commands;

/// <summary>
/// Checks SAF-T (PT) files by every rule that can be checked without the tax authority, and writes what it finds. A file without findings
/// writes nothing; -Summary writes what is in it instead.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "Saft", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SaftFinding), typeof(SaftSummary))]
public sealed class TestSaftCommand : SaftFileCommand
{
    private bool _failed;

    /// <summary>Strict checks all; Intake what the monthly delivery to the tax authority would stop.</summary>
    [Parameter]
    public SaftCheckLevel Level { get; set; } = SaftCheckLevel.Strict;

    /// <summary>Rules to check, by id; wildcards are understood. Else all.</summary>
    [ValidateNotNull]
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SaftRuleCompleter))]
    public string[] Rule { get; set; } = [];

    /// <summary>Rules to leave out, by id; wildcards are understood.</summary>
    [ValidateNotNull]
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SaftRuleCompleter))]
    public string[] ExcludeRule { get; set; } = [];

    /// <summary>Public key of the program that signed, to verify the signatures: a PEM file, or its text.</summary>
    [Parameter]
    public string? PublicKey { get; set; }

    /// <summary>Where the series stood at the end of the file before: the State of an earlier report.</summary>
    [Parameter]
    public SaftChainState? PreviousState { get; set; }

    /// <summary>A file that keeps where each series stands from month to month: it is read first and written after a whole file.</summary>
    [Parameter]
    public string? StatePath { get; set; }

    /// <summary>A day, mostly today, to hold against the deadline of the file's month (rule D01).</summary>
    [Parameter]
    [DateTransformation]
    public DateTime? AsOf { get; set; }

    /// <summary>Places that a finding names; the others are counted.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Needed = true)]
    public int MaximumPlaces { get; set; } = 5;

    /// <summary>End in a terminating error after the last file if anything of this level or above was found.</summary>
    [Parameter]
    public SaftLevel? ErrorOnFinding { get; set; }

    /// <summary>Write a summary of each file in place of the findings: counts and totals by table.</summary>
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
