using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Exports the SAF-T (PT) file of a month. That can take minutes: -Wait waits for it, and -OutFile downloads it,
/// completely or not at all.
/// </summary>
// No default parameter set: PowerShell would prefer it for any pipeline input.
[Cmdlet(VerbsData.Export, "Saft")]
[OutputType(typeof(System.IO.FileInfo), typeof(ProviderOperation))]
public sealed class ExportSaftCommand : ExportCommand<ISaftExporter>
{
    private const string MonthSet = "Month";

    /// <summary>The year.</summary>
    [Parameter(ParameterSetName = MonthSet, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [CountTransformation(Least = 2000, Most = 9999)]
    public Input<int>? Year { get; set; }

    /// <summary>The month, 1 to 12.</summary>
    [Parameter(ParameterSetName = MonthSet, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [CountTransformation(Least = 1, Most = 12)]
    public Input<int>? Month { get; set; }

    /// <summary>An export that was started before: the output without -Wait, or the TargetObject of a time-out error.</summary>
    [Parameter(ParameterSetName = nameof(Operation), Mandatory = true, ValueFromPipeline = true)]
    public ProviderOperation? Operation { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (Operation is { } before)
        {
            Run(Resume(before), FileName(before));
            return;
        }

        int year = Year.Get()!.Value;
        int month = Month.Get()!.Value;
        Target ??= $"SAF-T {year:0000}-{month:00}";
        ProviderOperation operation = Provider().StartSaft(year, month);
        Run(operation, FileName(operation));
    }

    private static string FileName(ProviderOperation operation) => operation.Name.ToLowerInvariant().Replace(' ', '-') + ".xml";
}
