using System.Management.Automation;
using Invoicing.Connectors;

namespace Invoicing.Commands;

/// <summary>Deletes money movements. InvoiceXpress cannot list them and does not document that it tells their identifier.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoiceTreasuryMovement", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceTreasuryMovementCommand : RecordCmdlet<IRemover<TreasuryMovement>, TreasuryMovement>
{
    /// <summary>Identifier of the client.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Needed]
    [TextTransformation]
    public Input<string>? ClientId { get; set; }

    /// <summary>Identifier of the movement.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Needed]
    [TextTransformation]
    public Input<string>? Id { get; set; }

    /// <summary>The object that the identifiers come from; it goes back to its session.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        Target ??= Id.Get();
        Delete(InputObject?.BaseObject as TreasuryMovement ?? new TreasuryMovement { ClientId = ClientId.Get(), Id = Id.Get() });
    }
}
