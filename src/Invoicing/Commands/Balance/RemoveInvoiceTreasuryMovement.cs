using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Deletes treasury movements. InvoiceXpress cannot list them, and may not reveal their identifiers.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoiceTreasuryMovement", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceTreasuryMovementCommand : RecordCmdlet<IRemover<TreasuryMovement>, TreasuryMovement>
{
    /// <summary>Identifier of the client.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Needed]
    [TextTransformation]
    [Completes]
    public Input<string>? ClientId { get; set; }

    /// <summary>Identifier of the movement.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Needed]
    [TextTransformation]
    [Completes]
    public Input<string>? Id { get; set; }

    /// <summary>The object from the pipeline. It is sent back to its session.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        Target ??= Id.Get();
        Delete(InputValue.Unwrap(InputObject) as TreasuryMovement ?? new TreasuryMovement { ClientId = ClientId.Get(), Id = Id.Get() });
    }
}
