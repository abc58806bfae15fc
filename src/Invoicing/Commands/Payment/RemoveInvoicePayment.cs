using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Cancels a payment: its receipt is cancelled and the invoice is open again.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoicePayment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Payment))]
public sealed class RemoveInvoicePaymentCommand : RowCmdlet<IPaymentCanceler>
{
    /// <summary>The payment: the object, or the provider's identifier of it, which is that of the receipt and not of the invoice.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [RecordTransformation(Many = true)]
    [Completes]
    public Input<RecordIdentity>? Payment { get; set; }

    /// <summary>The provider's identifier of the payment.</summary>
    [Parameter]
    [RecordTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<RecordIdentity>? Id { get; set; }

    /// <summary>The identifier is that of an outgoing payment to a supplier.</summary>
    [Parameter]
    public SwitchParameter Outgoing { get; set; }

    /// <summary>Reason. Required by some providers.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Reason { get; set; }

    /// <summary>Writes the cancelled payment.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(OneWay("payment", Payment, Id), identity =>
    {
        Target = identity.Source;
        TakeBack(identity.Record is null && identity.Origin is null && (Outgoing || identity.Id is not null)
            ? new Payment { Id = identity.ToString(), IsOutgoing = Outgoing }
            : FindRecord<Payment>(identity, whole: false));
    });

    private void TakeBack(Payment payment)
    {
        Target = payment;
        ChangePlan<Payment> plan = Await(Records(payment).Payments.PrepareRemoveAsync(payment, Reason.Get() ?? "", Cancel));
        if (Send(plan) is { } canceled && PassThru)
        {
            WriteObject(canceled);
        }
    }
}
