using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>Makes a series the default of new documents. Nothing else of a series can be changed.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceSequence", SupportsShouldProcess = true)]
[OutputType(typeof(Sequence))]
public sealed class SetInvoiceSequenceCommand : RecordCmdlet<ISequenceKeeper, Sequence>
{
    /// <summary>The series: its object, identifier or name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Name", "Sequence")]
    [RecordTransformation(Many = true)]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <summary>Makes it the default series.</summary>
    [Parameter(Mandatory = true)]
    public SwitchParameter Default { get; set; }

    /// <summary>Writes the changed series. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, sequence =>
    {
        if (Send(Await(Records(sequence).Series.PrepareDefaultAsync(sequence, Cancel))) is not null && PassThru)
        {
            WriteObject(Await(Use<IReader<Sequence>>(sequence).GetAsync(sequence.Id!, Cancel)));
        }
    });
}
