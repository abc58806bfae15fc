using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Makes a series the default of new documents. Nothing else of a series can be changed.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceSequence", SupportsShouldProcess = true)]
[OutputType(typeof(Sequence))]
public sealed class SetInvoiceSequenceCommand : RecordCmdlet<ISequenceKeeper, Sequence>
{
    /// <summary>The series: its object, a row, or text that is looked for as code, number and name, and as an id last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Sequence")]
    [RecordTransformation(Many = true)]
    [Completes]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <summary>The provider's identifier.</summary>
    [Parameter]
    [RecordTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<RecordIdentity>? Id { get; set; }

    /// <summary>The whole name.</summary>
    [Parameter]
    [RecordTransformation(Many = true, Kind = RecordKeyKind.Name)]
    [Completes]
    public Input<RecordIdentity>? Name { get; set; }

    /// <summary>Makes it the default series.</summary>
    [Parameter(Mandatory = true)]
    public SwitchParameter Default { get; set; }

    /// <summary>Writes the changed series. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(sequence =>
    {
        if (Send(Await(Records(sequence).Series.PrepareDefaultAsync(sequence, Cancel))) is not null && PassThru)
        {
            WriteObject(Await(Use<IReader<Sequence>>(sequence).GetAsync(sequence.Id!, Cancel)));
        }
    }, InputObject, Id, Name);
}
