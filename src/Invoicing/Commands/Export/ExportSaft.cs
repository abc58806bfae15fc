using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Saft;

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
    private const string Declare = "A month without documents must be declared at the e-Fatura portal of the tax authority.";

    /// <summary>The year.</summary>
    [Parameter(ParameterSetName = MonthSet, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [CountTransformation(Least = 2000, Most = 9999)]
    [Completes]
    public Input<int>? Year { get; set; }

    /// <summary>The month, 1 to 12.</summary>
    [Parameter(ParameterSetName = MonthSet, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [CountTransformation(Least = 1, Most = 12)]
    [Completes]
    public Input<int>? Month { get; set; }

    /// <summary>An export that was started before: the output without -Wait, or the TargetObject of a time-out error.</summary>
    [Parameter(ParameterSetName = nameof(Operation), Mandatory = true, ValueFromPipeline = true)]
    public ProviderOperation? Operation { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (Operation is { } before)
        {
            RunSaft(Resume(before));
            return;
        }

        int year = Year.Get()!.Value;
        int month = Month.Get()!.Value;
        Target ??= $"SAF-T {year:0000}-{month:00}";
        RunSaft(Provider().StartSaft(year, month));
    }

    private protected override void Saved(string path)
    {
        try
        {
            if (!SaftReader.Read<SaftDocument>(path).Any())
            {
                WriteWarning($"The file '{path}' holds no documents. {Declare}");
            }
        }
        catch (SaftFormatException)
        {
            // The file is saved as it came; Test-Saft says what is wrong with it.
        }
    }

    private void RunSaft(ProviderOperation operation)
    {
        try
        {
            Run(operation, operation.Name.ToLowerInvariant().Replace(' ', '-') + ".xml");
        }
        catch (InvoicingException fault) when (fault.Kind == ErrorKind.ValidationFailed)
        {
            // Providers refuse a month without documents, each in its own words.
            WriteWarning($"If {operation.Name} failed because the month has no documents: {Declare}");
            throw;
        }
    }
}
