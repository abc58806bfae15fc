using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Cancels a payment: its receipt is cancelled and the invoice is open again.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoicePayment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Payment))]
public sealed class RemoveInvoicePaymentCommand : ConnectorCmdlet<IPaymentCanceler>
{
    /// <summary>The payment.</summary>
    [Parameter(ParameterSetName = nameof(Payment), Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public Payment[] Payment { get; set; } = [];

    /// <summary>The provider's identifier of the payment: the receipt's, not the invoice's.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true)]
    public string[] Id { get; set; } = [];

    /// <summary>The identifier is that of an outgoing payment to a supplier.</summary>
    [Parameter(ParameterSetName = nameof(Id))]
    public SwitchParameter Outgoing { get; set; }

    /// <summary>Reason. Required by some providers.</summary>
    [Parameter(Position = 1)]
    public string Reason { get; set; } = "";

    /// <summary>Writes the cancelled payment.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() =>
        ForEach(ParameterSetName == nameof(Id)
            ? System.Array.ConvertAll(Id, id => new Payment { Id = id, IsOutgoing = Outgoing }) : Payment, TakeBack);

    private void TakeBack(Payment payment)
    {
        Target = payment;
        if (!ShouldProcess($"payment {payment} in session '{SessionFor(payment)}'", "Cancel"))
        {
            return;
        }

        Payment canceled = Await(Provider(payment).CancelAsync(payment, Reason, Cancel));
        if (PassThru)
        {
            WriteObject(canceled);
        }
    }
}
