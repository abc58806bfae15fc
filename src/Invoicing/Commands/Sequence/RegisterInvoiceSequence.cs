using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Registers a series with the Portuguese tax authority, which gives each counter a validation code. Cannot be undone.</summary>
[Cmdlet(VerbsLifecycle.Register, "InvoiceSequence", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Sequence))]
public sealed class RegisterInvoiceSequenceCommand : RecordCmdlet<ISequenceKeeper, Sequence>
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

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(sequence =>
    {
        if (Send(Await(Records(sequence).Series.PrepareRegisterAsync(sequence, Cancel))) is { } registered)
        {
            WriteObject(registered);
        }
    }, InputObject, Id, Name);
}
