using System.Management.Automation;
using System.Threading.Tasks;

namespace Invoicing.Commands;

/// <summary>
/// Checks archives against their manifests, without the provider, and writes findings: what is missing, changed, damaged, outdated or does not belong
/// there. An archive that is as it was written writes nothing.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "InvoiceArchive")]
[OutputType(typeof(ArchiveFinding))]
public sealed class TestInvoiceArchiveCommand : InvoicingCmdlet
{
    private bool _failed;

    /// <summary>Paths of the folders.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "LiteralPath")]
    public string[] Path { get; set; } = [];

    /// <summary>Ends with a terminating error after the last archive if there is a finding.</summary>
    [Parameter]
    public SwitchParameter ErrorOnFinding { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        foreach (string given in Path)
        {
            Target = given;
            try
            {
                Check(PathOf(given));
            }
            catch (InvoicingException fault)
            {
                _failed = true;
                WriteFailure(fault, given);
            }
        }
    }

    /// <inheritdoc/>
    protected override void End()
    {
        if (_failed && ErrorOnFinding)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvoicingException(ErrorKind.InvalidFile, "An archive has findings."), "ArchiveFinding", ErrorCategory.InvalidData, Target));
        }
    }

    private void Check(string path)
    {
        var shown = new ProgressReporter(this, $"Checking {path}");
        var progress = new ArchiveProgressReporter(shown);
        foreach (ArchiveFinding finding in Showing(shown, progress.Show, () => Await(Task.Run(() => InvoiceArchive.Open(path).Check(progress, Cancel), Cancel))))
        {
            _failed = true;
            WriteObject(finding);
        }
    }
}
