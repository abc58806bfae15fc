using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Deletes money movements. InvoiceXpress cannot list them and does not document that it tells their identifier.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoiceTreasuryMovement", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceTreasuryMovementCommand : RecordCmdlet<IRemover<TreasuryMovement>, TreasuryMovement>
{
    /// <summary>Identifier of the client.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string ClientId { get; set; } = "";

    /// <summary>Identifier of the movement.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Id { get; set; } = "";

    /// <summary>The object that the identifiers come from; it goes back to its session.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public TreasuryMovement? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        Target = InputObject ?? (object)Id;
        Delete(InputObject ?? new TreasuryMovement { ClientId = ClientId, Id = Id });
    }
}
