using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Creates a series of document numbers. In Portugal this also registers it with the tax authority.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceSequence", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Sequence))]
public sealed class NewInvoiceSequenceCommand : RecordCmdlet<ICreator<Sequence>, Sequence>
{
    /// <summary>Name of the series: the part of a number before the slash.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true)]
    [Alias("Series")]
    [TextTransformation(Piped = true)]
    [Completes]
    public Input<string>? Name { get; set; }

    /// <summary>Makes it the default series of new documents.</summary>
    [Parameter]
    public SwitchParameter Default { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        string? name = Name.Get();
        Target ??= name;
        var series = new Sequence { Name = name, IsDefault = Default ? true : null };
        ChangePlan<Sequence> plan = Await(Records().Series.PrepareAsync(series, Cancel));
        if (ShouldProcess(plan.ToString(), "Create and register"))
        {
            WriteObject(Await(plan.SendAsync(Cancel)));
        }
    }
}
