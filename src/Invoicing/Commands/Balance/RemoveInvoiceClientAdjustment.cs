using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Deletes adjustments of clients' balances.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoiceClientAdjustment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceClientAdjustmentCommand : RecordCmdlet<IRemover<ClientAdjustment>, ClientAdjustment>
{
    /// <summary>Identifier of the client.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Needed]
    [TextTransformation]
    [Completes]
    public Input<string>? ClientId { get; set; }

    /// <summary>Identifier of the adjustment.</summary>
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
        Delete(InputValue.Unwrap(InputObject) as ClientAdjustment ?? new ClientAdjustment { ClientId = ClientId.Get(), Id = Id.Get() });
    }
}
