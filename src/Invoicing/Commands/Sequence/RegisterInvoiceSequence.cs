using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Registers a series with the Portuguese tax authority, which gives each counter a validation code. Cannot be undone.</summary>
[Cmdlet(VerbsLifecycle.Register, "InvoiceSequence", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Sequence))]
public sealed class RegisterInvoiceSequenceCommand : RecordCmdlet<ISequenceKeeper, Sequence>
{
    /// <summary>The series: its object, identifier or name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Name", "Sequence")]
    [RecordTransformation(Many = true)]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, sequence =>
    {
        if (Send(Await(Records(sequence).Series.PrepareRegisterAsync(sequence, Cancel))) is { } registered)
        {
            WriteObject(registered);
        }
    });
}
