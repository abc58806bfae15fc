using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Makes a series of document numbers. In Portugal that also registers it with the tax authority.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceSequence", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Sequence))]
public sealed class NewInvoiceSequenceCommand : RecordCmdlet<ICreator<Sequence>, Sequence>
{
    /// <summary>Name of the series: what stands before the slash of a number.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true)]
    [Alias("Series")]
    public string? Name { get; set; }

    /// <summary>Make it the series that documents get without asking.</summary>
    [Parameter]
    public SwitchParameter Default { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        Target = Name;
        if (ShouldProcess($"series '{Name}' in session '{SessionFor()}'", "Create and register"))
        {
            WriteObject(Await(Provider().CreateAsync(new Sequence { Name = Name, IsDefault = Default ? true : null }, Cancel)));
        }
    }
}
